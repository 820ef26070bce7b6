// npm run dev: the server restarts, and the page reloads, whenever a file is saved.
import { spawn } from 'node:child_process'

const programs = [
  ['--watch', 'src/api/main.ts'],
  ['node_modules/vite/bin/vite.js', '--config', 'vite.config.ts'],
].map((args) => spawn(process.execPath, args, { stdio: 'inherit' }))

function stop(): void {
  for (const program of programs) program.kill('SIGTERM')
}
for (const program of programs) program.on('exit', stop)
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
