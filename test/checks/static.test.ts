import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

/** Each is a script of package.json, run as a developer would, so that the command is written once. */
it.each([['types'], ['lint'], ['format:check']])('npm run %s finds nothing to mend', (script) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--run', script], { encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
})
