import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly, step } from './progress.mjs'

/** Everything the built web app depends on. */
const SOURCES = [
  'src/web',
  'src/contract',
  'src/domain',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]
const STAMP = 'dist/web-sources.sha256'

/** Builds dist/web unless it was built from exactly the present sources. Rejects with what Vite printed. */
export async function buildWebApp(): Promise<void> {
  const digest = digestOf(SOURCES)
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return
  // Without its stamp an interrupted build is never taken for a whole one.
  rmSync(STAMP, { force: true })
  await step('构建网页', 'Building the web app', () =>
    runQuietly(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.config.ts'], {
      env: { ...process.env, NODE_ENV: 'production' },
    }),
  )
  writeFileSync(STAMP, digest)
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder)) {
    const content = readFileSync(file)
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)))
}
