/** What the sources of the web app say in strings, read from their syntax. */
import { globSync, readFileSync } from 'node:fs'
import { parseSync, Visitor, type ESTree } from 'vite'

export type WebSource = {
  readonly file: string
  /** Every string literal. */
  readonly strings: ReadonlySet<string>
  /** What template literals with values in them begin with. */
  readonly prefixes: readonly string[]
  /** Words that stand in the markup itself, where a person would read or hear them. */
  readonly written: readonly string[]
}

const spokenAttributes = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description'])

/** All sources of src/web but its tests and its wording. */
export function readWebSources(): WebSource[] {
  return globSync('src/web/**/*.{ts,tsx}', { exclude: (path) => /locales|\.test\./.test(path) }).map(
    readSource,
  )
}

function readSource(file: string): WebSource {
  const strings = new Set<string>()
  const prefixes: string[] = []
  const written: string[] = []
  const note = (node: ESTree.Expression | ESTree.JSXEmptyExpression | null) => {
    if (node?.type === 'Literal' && typeof node.value === 'string') written.push(node.value)
  }
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') strings.add(value)
    },
    TemplateLiteral: ({ quasis }) => {
      const start = quasis[0]?.value.raw ?? ''
      if (quasis.length > 1) prefixes.push(start)
      else strings.add(start)
    },
    JSXText: ({ value }) => {
      written.push(value)
    },
    JSXAttribute: ({ name, value }) => {
      if (name.type !== 'JSXIdentifier' || !spokenAttributes.has(name.name)) return
      if (value?.type === 'Literal') note(value)
      if (value?.type === 'JSXExpressionContainer') note(value.expression)
    },
    JSXElement: ({ children }) => {
      for (const child of children) if (child.type === 'JSXExpressionContainer') note(child.expression)
    },
  }).visit(parseSync(file, readFileSync(file, 'utf8')).program)
  return { file, strings, prefixes, written }
}
