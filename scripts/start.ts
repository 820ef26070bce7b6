// npm start: the web app, built when stale, and the server that serves it.
import { buildWebApp } from './web-app.ts'

await buildWebApp()
await import('../src/api/main.ts')
