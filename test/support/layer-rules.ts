import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { SourceFile } from './source-file.ts'

type Layer = {
  /** The other layers it may import. */
  readonly layers: readonly string[]
  readonly packages: readonly string[]
  /** Node's own modules it may import. */
  readonly node: readonly string[] | 'any'
}

/** One direction: a layer knows only those listed in its row. docs/architecture.md says why. */
const LAYERS: Readonly<Record<string, Layer>> = {
  'src/domain': { layers: [], packages: ['big.js'], node: [] },
  // Bytes in, values out: no module here reaches a file or the network.
  'src/import': {
    layers: ['src/domain'],
    packages: ['big.js', 'cfb', 'csv-parse', 'fflate', 'parse5', 'pdfjs-dist', 'saxes'],
    node: ['node:url', 'node:zlib'],
  },
  'src/reports': {
    layers: ['src/domain'],
    packages: ['docx', 'fflate', 'saxes', 'write-excel-file'],
    node: [],
  },
  'src/contract': { layers: ['src/domain'], packages: ['zod'], node: [] },
  'src/store': { layers: ['src/domain'], packages: ['kysely', 'pg'], node: 'any' },
  // What lies outside the database: files, object stores, pictures, mail servers; the composition roots hand it in.
  'src/external': {
    layers: ['src/domain'],
    packages: ['aws4fetch', 'exif-reader', 'nodemailer', 'sharp'],
    node: 'any',
  },
  'src/services': {
    layers: ['src/domain', 'src/external', 'src/import', 'src/reports', 'src/store', 'seed'],
    packages: ['@node-rs/argon2', 'uuid'],
    node: ['node:child_process', 'node:crypto', 'node:fs/promises', 'node:path', 'node:stream'],
  },
  'src/api': {
    layers: ['src/contract', 'src/services', 'src/domain', 'src/external', 'src/config.ts'],
    packages: [
      '@fastify/compress',
      '@fastify/cookie',
      '@fastify/helmet',
      '@fastify/multipart',
      '@fastify/static',
      '@fastify/swagger',
      'fastify',
      'fastify-type-provider-zod',
      'prom-client',
      'zod',
    ],
    node: 'any',
  },
  'src/cli': {
    layers: ['src/services', 'src/import', 'src/domain', 'src/external', 'src/config.ts'],
    packages: [],
    node: 'any',
  },
  'src/web': browser('src/web/locales', 'src/web/ui', 'src/web/app', 'src/web/portal'),
  'src/web/locales': browser(),
  'src/web/ui': browser('src/web/locales'),
  'src/web/app': browser('src/web', 'src/web/locales', 'src/web/ui'),
  'src/web/portal': browser('src/web', 'src/web/locales', 'src/web/ui'),
  seed: { layers: [], packages: [], node: [] },
  'src/config.ts': { layers: [], packages: ['zod'], node: [] },
}

/** A test stands in the layer of the file beside it, and may use these besides. */
const TEST_PACKAGES = ['vitest', 'fast-check']

function browser(...layers: string[]): Layer {
  const packages = [
    '@tanstack/react-query',
    '@tanstack/react-router',
    'antd',
    'echarts',
    'i18next',
    'maplibre-gl',
    'react',
  ]
  return {
    layers: ['src/contract', 'src/domain', ...layers],
    packages: [...packages, 'react-dom', 'react-i18next', 'zod'],
    node: [],
  }
}

/** The imports of a file under src/ that its layer does not allow, each as `path → specifier`. */
export function forbiddenImports({ path, imports }: SourceFile): string[] {
  const own = layerOf(path)
  const { layers, packages, node } = LAYERS[own] ?? { layers: [], packages: [], node: [] }
  const isTest = /\.test\.tsx?$/.test(path)
  const allowedLayers = new Set([own, ...layers])
  const allowedPackages = new Set(isTest ? [...packages, ...TEST_PACKAGES] : packages)

  function isAllowed(specifier: string): boolean {
    if (specifier.startsWith('.')) return allowedLayers.has(layerOf(resolveFrom(path, specifier)))
    if (isBuiltin(specifier)) return isTest || node === 'any' || node.includes(specifier)
    return allowedPackages.has(packageOf(specifier))
  }
  return imports.filter((specifier) => !isAllowed(specifier)).map((specifier) => `${path} → ${specifier}`)
}

/** The first of the chains of files that import one another in a circle, or undefined. */
export function findCycle(files: readonly SourceFile[]): string[] | undefined {
  const importsOf = new Map(
    files.map(({ path, staticImports }) => [
      path,
      staticImports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolveFrom(path, specifier)),
    ]),
  )
  const finished = new Set<string>()

  function cycleThrough(path: string, chain: readonly string[]): string[] | undefined {
    if (chain.includes(path)) return [...chain.slice(chain.indexOf(path)), path]
    if (finished.has(path)) return undefined
    for (const imported of importsOf.get(path) ?? []) {
      const cycle = cycleThrough(imported, [...chain, path])
      if (cycle) return cycle
    }
    finished.add(path)
    return undefined
  }
  for (const { path } of files) {
    const cycle = cycleThrough(path, [])
    if (cycle) return cycle
  }
  return undefined
}

function resolveFrom(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
}

/** The innermost layer a path lies in; the path itself when it lies in none, which no rule then allows. */
function layerOf(path: string): string {
  const inside = Object.keys(LAYERS).filter((layer) => path === layer || path.startsWith(`${layer}/`))
  return inside.toSorted((a, b) => b.length - a.length)[0] ?? path
}

/** `@scope/name/file` → `@scope/name`, `name/file` → `name`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
