import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { claimsOf, type Claims } from './support/markdown.ts'
import { trackedFiles } from './support/tracked-files.ts'

const EXPECTED = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/glossary.md',
  'docs/database.md',
]
const README_LINES = 80

const documents = globSync(['*.md', 'docs/**/*.md'])
const tracked = trackedFiles()
const fileNames = new Set(tracked.map((path) => basename(path)))
/** Paths are claims when they begin in a folder of ours; `text/html` is none. */
const topFolders = new Set(tracked.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))

describe('the documents', () => {
  it.each(EXPECTED)('include %s', (path) => {
    expect(existsSync(path)).toBe(true)
  })

  it(`begin with a README of at most ${README_LINES} lines`, () => {
    expect(readFileSync('README.md', 'utf8').split('\n').length - 1).toBeLessThanOrEqual(README_LINES)
  })

  it.each(documents)('%s names only what is there', (document) => {
    expect(brokenClaims(dirname(document), claimsOf(readFileSync(document, 'utf8')))).toEqual([])
  })
})

describe('the reader of claims', () => {
  it.each([
    ['a link', '[rules](docs/no-such.md#top)', ['docs/no-such.md']],
    ['a picture', '![table](docs/no-such.png)', ['docs/no-such.png']],
    ['a path in backticks', 'See `src/domain/no-such.ts`.', ['src/domain/no-such.ts']],
    ['a folder in a tree', '```\nsrc/no-such/   rules\n```', ['src/no-such/']],
    ['a glob', 'All of `migrations/no-such-*.sql`.', ['migrations/no-such-*.sql']],
    ['a file name', 'See `no-such.ts`.', ['no-such.ts']],
    ['a script', '```sh\nnpm run -s no-such -- FILE\n```', ['no-such']],
  ])('finds %s broken', (_, markdown, broken) => {
    expect(brokenClaims('.', claimsOf(markdown))).toEqual(broken)
  })

  it.each([
    ['[rules](package.json), [site](https://example.org/x), [above](#top)'],
    ['`test/docs.test.ts`, `migrations/*.sql`, `src/domain/`, `docs.test.ts`, `package.json`'],
    ['`text/html`, `and/or`, `N passed, N failed`, `1/2`'],
    ['```sh\nnpm start\nnpm test\nnpm run -s jiannuo -- parse FILE\n```'],
  ])('believes %s', (markdown) => {
    expect(brokenClaims('.', claimsOf(markdown))).toEqual([])
  })
})

function brokenClaims(folder: string, { links, paths, names, scripts: named }: Claims): string[] {
  return [
    ...links.filter((link) => !existsSync(join(folder, decodeURI(link)))),
    ...paths.filter((path) => topFolders.has(path.split('/')[0] ?? '') && globSync(path).length === 0),
    ...names.filter((name) => !fileNames.has(name)),
    ...named.filter((name) => !(name in packageJson.scripts)),
  ]
}
