import { parseSync, Visitor } from 'vite'

/** What the rules of the house are about in one TypeScript or JavaScript file. */
export type SourceFile = {
  readonly path: string
  /** The specifiers of its imports and re-exports as written, of types and of lazily loaded modules too. */
  readonly imports: readonly string[]
  /** The subset of `imports` that is loaded together with the file. */
  readonly staticImports: readonly string[]
  /** Members of plain names, and what is called or built without arguments: `process.env`, `new Date()`, `fetch()`. */
  readonly uses: ReadonlySet<string>
  readonly comments: readonly string[]
  readonly hasDefaultExport: boolean
}

/** Stands for the address of an import that is worked out while running; no layer allows it. */
const COMPUTED = '(computed)'

/** Throws SyntaxError when the text is not valid. */
export function parseSourceFile(path: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text)
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`)
  const reExports = module.staticExports.flatMap(({ entries }) => entries)
  const staticImports = [...module.staticImports, ...reExports].flatMap(
    ({ moduleRequest }) => moduleRequest?.value ?? [],
  )
  const lazyImports: string[] = []
  const uses = new Set<string>()
  new Visitor({
    ImportExpression({ source }) {
      lazyImports.push(source.type === 'Literal' ? String(source.value) : COMPUTED)
    },
    TSImportType: ({ source }) => void lazyImports.push(source.value),
    MemberExpression({ object, property }) {
      if (object.type === 'Identifier' && property.type === 'Identifier')
        uses.add(`${object.name}.${property.name}`)
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && given.length === 0) uses.add(`new ${callee.name}()`)
    },
    CallExpression({ callee }) {
      if (callee.type === 'Identifier') uses.add(`${callee.name}()`)
    },
  }).visit(program)
  return {
    path,
    imports: [...staticImports, ...lazyImports],
    staticImports,
    uses,
    comments: comments.map(({ value }) => value),
    hasDefaultExport: reExports.some(
      ({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default',
    ),
  }
}
