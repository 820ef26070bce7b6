/** A web page as a tree, with distrust: no deeper and no larger than pages are; and which parts of it are not shown. */
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5'
import { Problem } from '../../domain/problem.ts'

export type HtmlNode = DefaultTreeAdapterMap['childNode']
export type HtmlElement = DefaultTreeAdapterMap['element']

/** Browsers stop at 512. */
const maxDepth = 1000
/** A table of a hundred pages saved by Word has about 200,000. A tree of this size takes up to 90 MB. */
const maxElements = 200_000

/** Not shown as text of the page. */
const unshown = new Set(
  (
    'head script style noscript template title xml iframe object svg select datalist textarea audio video canvas ' +
    'rt rp del'
  ).split(' '),
)
const hidingStyle = /display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment-list/i

/** Attributes that say where a text belongs or whether it is shown; a page saved by Word has far more of others. */
const readAttributes = new Set(['hidden', 'colspan', 'rowspan', 'style'])
const readStyle = /display|mso-(hide|element)|visibility|white-space/i

/** Stands for the children of an element that has none; never written to. */
const noChildren: HtmlNode[] = []

/**
 * A tree that takes a third of the memory: only what is read of attributes, and lists of children no longer than they
 * are, where a list that grows from nothing has room for seventeen.
 */
const leanAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  createElement(tagName, namespace, attributes) {
    const read = attributes.filter(
      ({ name, value }) => readAttributes.has(name) && (name !== 'style' || readStyle.test(value)),
    )
    const element = defaultTreeAdapter.createElement(tagName, namespace, read)
    element.childNodes = noChildren
    return element
  },
  appendChild(parent, node) {
    if (parent.childNodes === noChildren) {
      parent.childNodes = [node]
      node.parentNode = parent
    } else defaultTreeAdapter.appendChild(parent, node)
  },
  insertText(parent, text) {
    if (parent.childNodes === noChildren)
      leanAdapter.appendChild(parent, defaultTreeAdapter.createTextNode(text))
    else defaultTreeAdapter.insertText(parent, text)
  },
}

/** Throws Problem document.broken or document.too-complex. */
export function parseHtml(text: string): DefaultTreeAdapterMap['document'] {
  let depth = 0
  let elements = 0
  return parse(text, {
    treeAdapter: {
      ...leanAdapter,
      createElement(...element) {
        if (++elements > maxElements) throw new Problem('document.too-complex', { limit: maxElements })
        return leanAdapter.createElement(...element)
      },
      onItemPush() {
        if (++depth > maxDepth) throw new Problem('document.broken', { part: 'html' })
      },
      onItemPop() {
        depth--
      },
    },
  })
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** Whether an element has no place on the page. */
export function isHidden(element: HtmlElement): boolean {
  if (unshown.has(element.tagName)) return true
  return element.attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && hidingStyle.test(value)),
  )
}

/** Whether an element has a place on the page but shows nothing there. */
export function isInvisible(element: HtmlElement): boolean {
  return /visibility\s*:\s*hidden/i.test(attributeOf(element, 'style') ?? '')
}

export function attributeOf({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value
}

/** The shown elements directly within one, of these names. */
export function childrenOf({ childNodes }: HtmlElement, ...names: readonly string[]): HtmlElement[] {
  return childNodes.filter(
    (node): node is HtmlElement => isElement(node) && names.includes(node.tagName) && !isHidden(node),
  )
}
