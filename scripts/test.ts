// npm test [-- --project NAME | FILE …]: every check and test, or those named, and what came of them in the last line.
import { startVitest, parseCLI } from 'vitest/node'
import { countTests } from './count-tests.ts'
import { provideBrowser } from './provide-browser.ts'
import { provideOffice } from './provide-office.ts'

// Until the run has come to its end it has failed, and the last line says so however the process ends.
let tally = { passed: 0, failed: 1 }
process.on('exit', () => {
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
})

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
if (!options.project || options.project.includes('e2e')) await provideBrowser()
if (!options.project || ['unit', 'e2e'].some((name) => options.project?.includes(name))) await provideOffice()

const vitest = await startVitest(filter, options)
tally = countTests(vitest.state, { nameGiven: Boolean(options.testNamePattern) })
// Vitest also reports by its exit code what belongs to no test, such as a server that would not stop.
if (process.exitCode && tally.failed === 0) tally.failed = 1
process.exit(tally.failed === 0 ? 0 : 1)
