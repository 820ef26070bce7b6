import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findCycle, forbiddenImports } from './support/layer-rules.ts'
import { parseSourceFile, type SourceFile } from './support/source-file.ts'

const LONGEST_FILE = 400
const PROGRAMS = ['{src,test,scripts,bench}/**/*.{ts,tsx,mjs}', '*.ts']

const files = pathsOf(...PROGRAMS).map((path) => parseSourceFile(path, readFileSync(path, 'utf8')))
const sources = files.filter(({ path }) => path.startsWith('src/'))
const tests = files.filter(({ path }) => /\.(test|e2e)\.tsx?$/.test(path))

describe('the house', () => {
  it('has files in src and test to judge', () => {
    expect(sources.length).toBeGreaterThan(10)
    expect(tests.length).toBeGreaterThan(1)
  })

  it('imports in one direction only', () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(findCycle(files)).toBeUndefined()
  })

  it('reads the environment in src/config.ts and nowhere else in src', () => {
    expect(pathsThatUse(sources, 'process.env')).toEqual(['src/config.ts'])
  })

  it('keeps the clock, chance, the network and the terminal out of the domain', () => {
    const domain = sources.filter(({ path }) => path.startsWith('src/domain/') && !path.endsWith('.test.ts'))
    const impure = [
      'new Date()',
      'Date()',
      'Date.now',
      'performance.now',
      'Math.random',
      'crypto.randomUUID',
      'fetch()',
    ]
    expect(
      pathsThatUse(domain, ...impure, ...usesOf(domain, 'process.'), ...usesOf(domain, 'console.')),
    ).toEqual([])
  })

  it('has no test that is left out, singled out or expected to fail', () => {
    const escapes = new Set(['only', 'skip', 'todo', 'fails', 'skipIf', 'runIf'])
    const escaped = tests.filter(({ uses }) => [...uses].some((use) => escapes.has(use.split('.')[1] ?? '')))
    expect(escaped.map(({ path }) => path)).toEqual([])
  })

  it('has no comment that silences a tool or postpones work', () => {
    const excuse =
      /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|prettier-ignore|\b(TODO|FIXME|XXX)\b/
    const excused = files.filter(({ comments }) => comments.some((comment) => excuse.test(comment)))
    expect(excused.map(({ path }) => path)).toEqual([])
  })

  it('exports by name; only the tools’ configuration files have a default', () => {
    const withDefault = files.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ path }) => path)
    expect(withDefault.filter((path) => !path.endsWith('.config.ts'))).toEqual([])
  })

  it(`has no file longer than ${LONGEST_FILE} lines`, () => {
    // What npm run schema writes is as long as the schema is.
    const paths = pathsOf(...PROGRAMS, 'src/**/*.css', 'migrations/*.sql').filter(
      (path) => path !== 'src/store/tables.ts',
    )
    expect(paths.filter((path) => readFileSync(path, 'utf8').split('\n').length - 1 > LONGEST_FILE)).toEqual(
      [],
    )
  })
})

describe('the judge of imports', () => {
  it.each([
    ['src/domain/target.ts', `import Big from 'big.js'; import { plainDate } from './plain-date.ts'`],
    ['src/store/db.ts', `import { Kysely } from 'kysely'; import { readFile } from 'node:fs/promises'`],
    ['src/api/main.ts', `import { readConfig } from '../config.ts'; import Fastify from 'fastify'`],
    [
      'src/web/app/main.tsx',
      `import '../styles/page.css'; import zh from 'antd/locale/zh_CN'; import('../ui/mark.tsx')`,
    ],
    ['src/domain/target.test.ts', `import { it } from 'vitest'; import { readFileSync } from 'node:fs'`],
  ])('lets %s say %s', (path, text) => {
    expect(forbiddenImports(parseSourceFile(path, text))).toEqual([])
  })

  it.each([
    ['src/domain/target.ts', `import { z } from 'zod'`],
    ['src/domain/target.ts', `import type { Row } from '../store/db.ts'`],
    ['src/domain/target.ts', `export { readConfig } from '../config.ts'`],
    ['src/domain/target.ts', `export * from '../import/readers/read-document.ts'`],
    ['src/domain/target.ts', `type Row = import('../store/db.ts').Row`],
    ['src/domain/target.test.ts', `import { inTenant } from '../store/db.ts'`],
    ['src/import/readers/read-docx.ts', `import { readFile } from 'node:fs/promises'`],
    ['src/import/readers/read-docx.ts', `const fs = await import('fs')`],
    ['src/import/readers/read-docx.ts', `const name = 'docx'; await import(name)`],
    ['src/store/db.ts', `import { adopt } from '../services/adoption.ts'`],
    ['src/services/adoption.ts', `import Fastify from 'fastify'`],
    ['src/services/adoption.ts', `import { readConfig } from '../config.ts'`],
    ['src/api/main.ts', `import { inTenant } from '../store/db.ts'`],
    ['src/web/app/api.ts', `import { adopt } from '../../services/adoption.ts'`],
    ['src/web/portal/main.tsx', `import { Shell } from '../app/shell.tsx'`],
    ['src/web/ui/mark.tsx', `import { Shell } from '../app/shell.tsx'`],
    ['src/elsewhere/tool.ts', `import { z } from 'zod'`],
  ])('does not let %s say %s', (path, text) => {
    expect(forbiddenImports(parseSourceFile(path, text))).toHaveLength(1)
  })

  it('finds a circle however long', () => {
    const circle = [
      parseSourceFile('src/domain/start.ts', `import './a.ts'`),
      parseSourceFile('src/domain/a.ts', `import './b.ts'`),
      parseSourceFile('src/domain/b.ts', `import type { C } from './c.ts'`),
      parseSourceFile('src/domain/c.ts', `export { a } from './a.ts'`),
    ]
    expect(findCycle(circle)).toEqual(['a', 'b', 'c', 'a'].map((name) => `src/domain/${name}.ts`))
    expect(findCycle(circle.slice(0, 3))).toBeUndefined()
  })
})

describe('the reader of source files', () => {
  it('sees uses and comments, but not their likeness in strings', () => {
    const file = parseSourceFile(
      'a.ts',
      `f('process.env // TODO'); new Date(0); new Date(); it.only() // why`,
    )
    expect([...file.uses]).toEqual(expect.arrayContaining(['new Date()', 'it.only']))
    expect(file.uses).not.toContain('process.env')
    expect(file.comments).toEqual([' why'])
  })

  it.each([
    ['export default 1', true],
    ['export { a as default } from "./a.ts"', true],
    ['export const a = 1', false],
  ])('%s → default export %s', (text, expected) => {
    expect(parseSourceFile('a.ts', text).hasDefaultExport).toBe(expected)
  })
})

function pathsOf(...patterns: string[]): string[] {
  return globSync(patterns).map((path) => path.replaceAll('\\', '/'))
}

function pathsThatUse(among: readonly SourceFile[], ...names: string[]): string[] {
  return among.filter(({ uses }) => names.some((name) => uses.has(name))).map(({ path }) => path)
}

/** Every use in these files that begins with `prefix`. */
function usesOf(among: readonly SourceFile[], prefix: string): string[] {
  return among.flatMap(({ uses }) => [...uses].filter((use) => use.startsWith(prefix)))
}
