/** A page as paragraphs and tables. Tables that only lay out the page are taken apart into what they hold. */
import type { SourceBlock } from '../../domain/programme/source.ts'
import { HtmlFlow } from './html-flow.ts'
import { layOutHtmlTable } from './html-table.ts'
import {
  attributeOf,
  childrenOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isHidden,
  isInvisible,
} from './html-tree.ts'

/** Each begins and ends a line. */
const blockElements = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
)

export function readHtmlBlocks(root: HtmlNode): SourceBlock[] {
  const blocks: SourceBlock[] = []
  const sizes = new TableSizes()
  const flow = new HtmlFlow((text) => void blocks.push({ kind: 'paragraph', text }))
  const walker = new Walker(flow, (table) => {
    if (sizes.isLayout(table)) return false
    for (const caption of childrenOf(table, 'caption')) blocks.push(...readHtmlBlocks(caption))
    const block = layOutHtmlTable(table, linesOf)
    if (block !== undefined) blocks.push(block)
    return true
  })
  walker.walk(root, false)
  flow.endParagraph()
  return blocks
}

/** The text of a cell; tables within it are lines of it. */
function linesOf(cell: HtmlElement): string {
  const lines: string[] = []
  const flow = new HtmlFlow((line) => void lines.push(line))
  new Walker(flow, () => false).walk(cell, false)
  flow.endParagraph()
  return lines.join('\n')
}

class Walker {
  readonly #flow: HtmlFlow
  readonly #takesTable: (table: HtmlElement) => boolean

  /** `takesTable` returns whether it has dealt with the table, else what it holds is walked through. */
  constructor(flow: HtmlFlow, takesTable: (table: HtmlElement) => boolean) {
    this.#flow = flow
    this.#takesTable = takesTable
  }

  walk(node: HtmlNode, keepsBlanks: boolean): void {
    if (node.nodeName === '#text' && 'value' in node) this.#flow.write(node.value, keepsBlanks)
    if (!isElement(node) || isHidden(node)) return
    if (isInvisible(node)) return
    if (node.tagName === 'br') return this.#flow.breakLine()
    const isBlock = blockElements.has(node.tagName)
    if (isBlock) this.#flow.endParagraph()
    if (node.tagName === 'table' && this.#takesTable(node)) return
    const keeps = keepsBlanksIn(node) ?? keepsBlanks
    for (const child of node.childNodes) this.walk(child, keeps)
    if (isBlock) this.#flow.endParagraph()
  }
}

function keepsBlanksIn(element: HtmlElement): boolean | undefined {
  if (element.tagName === 'pre') return true
  const mode = /white-space\s*:\s*([\w-]+)/i.exec(attributeOf(element, 'style') ?? '')?.[1]
  return mode === undefined ? undefined : /^(pre|pre-wrap|break-spaces)$/i.test(mode)
}

/** How many cells tables have of their own, and how many the largest table within them has. */
class TableSizes {
  readonly #largestWithin = new Map<HtmlElement, number>()
  readonly #own = new Map<HtmlElement, number>()

  /** A table lays out the page when it is one cell, or when a table within it has more cells than it has itself. */
  isLayout(table: HtmlElement): boolean {
    if (!this.#own.has(table)) this.#measure(table, [])
    const own = this.#own.get(table) ?? 0
    return own <= 1 || (this.#largestWithin.get(table) ?? 0) > own
  }

  #measure(node: HtmlNode, tables: readonly HtmlElement[]): void {
    if (!isElement(node) || isHidden(node)) return
    const inner = tables.at(-1)
    if (inner !== undefined && (node.tagName === 'td' || node.tagName === 'th'))
      this.#own.set(inner, (this.#own.get(inner) ?? 0) + 1)
    const within = node.tagName === 'table' ? [...tables, node] : tables
    for (const child of node.childNodes) this.#measure(child, within)
    if (node.tagName !== 'table') return
    const size = Math.max(this.#own.get(node) ?? 0, this.#largestWithin.get(node) ?? 0)
    if (inner !== undefined)
      this.#largestWithin.set(inner, Math.max(size, this.#largestWithin.get(inner) ?? 0))
  }
}
