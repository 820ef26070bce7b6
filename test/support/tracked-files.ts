import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The paths of all files that are, or with the next `git add` would be, part of the repository. */
export function trackedFiles(): string[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  return listing.split('\0').filter((path) => path !== '' && existsSync(path))
}
