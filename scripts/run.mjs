// node scripts/run.mjs PROGRAM.ts [ARGUMENT …]: runs one of this project's programs, from a fresh clone too.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { leaveWithNpm } from './leave-with-npm.mjs'
import { underOwnNode } from './own-node.mjs'
import { Failure } from './progress.mjs'

leaveWithNpm()
try {
  await underOwnNode()
  const program = resolve(String(process.argv[2]))
  // The program sees the command line as if it had been started directly.
  process.argv.splice(1, 2, program)
  await import(pathToFileURL(program).href)
} catch (error) {
  console.error(error instanceof Failure ? error.message : error)
  process.exit(1)
}
