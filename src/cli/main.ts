/** `npm run -s jiannuo -- COMMAND`: one table of commands, each a few lines over a use case. */
import { Problem } from '../domain/problems/problem.ts'
import { commands } from './commands.ts'

function usage(): string {
  const width = Math.max(...commands.map((command) => command.usage.length))
  const lines = commands.map((command) => `  ${command.usage.padEnd(width)}  ${command.summary}`)
  return ['用法 Usage: npm run -s jiannuo -- COMMAND', '', ...lines, ''].join('\n')
}

async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(usage())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    process.stderr.write(`没有“${name}”这个命令。There is no command “${name}”.\n\n${usage()}`)
    return 2
  }
  if (rest.includes('--help') || rest.length !== command.arguments) {
    const asked = rest.includes('--help')
    const out = asked ? process.stdout : process.stderr
    out.write(`用法 Usage: npm run -s jiannuo -- ${command.usage}\n  ${command.summary}\n`)
    return asked ? 0 : 2
  }
  await command.run(rest)
  return 0
}

// Whoever reads our output may stop early (`… | head`): there is nobody left to write to.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Problem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
