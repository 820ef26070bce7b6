import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trackedFiles } from './support/tracked-files.ts'

type Package = { dependencies?: object; devDependencies?: object; optionalDependencies?: object }

const lockText = readFileSync('package-lock.json', 'utf8')
const { packages } = JSON.parse(lockText) as { packages: Record<string, Package> }

describe('the lock file', () => {
  it('leaves the choice of a registry to whoever installs', () => {
    expect(lockText).not.toContain('"resolved"')
  })

  // `npm ci` refuses a lock file that lacks a package, be it an optional one for another platform.
  it('has every package that another asks for', () => {
    const missing = Object.entries(packages).flatMap(
      ([path, { dependencies, devDependencies, optionalDependencies }]) =>
        Object.keys({ ...dependencies, ...optionalDependencies, ...(path === '' ? devDependencies : {}) })
          .filter((name) => !isFoundFrom(path, name))
          .map((name) => `${path} needs ${name}`),
    )
    expect(missing).toEqual([])
  })
})

it('no file of the repository names a folder of one machine or a package registry', () => {
  const local = /(?<![\w.:/])\/(?:work|root|home|Users)\/[\w.-]+\/|registry\.npm(?:js|mirror)/
  expect(trackedFiles().filter((path) => local.test(readFileSync(path, 'utf8')))).toEqual([])
})

/** Node looks for a package in the node_modules of the folder it is needed in, and of every folder above. */
function isFoundFrom(path: string, name: string): boolean {
  if (posix.join(path, 'node_modules', name) in packages) return true
  return path !== '' && isFoundFrom(path.replace(/\/?[^/]+$/, ''), name)
}
