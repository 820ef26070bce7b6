// npm run build: the web app into dist/web, if its sources have changed.
import { buildWebApp } from './web-app.ts'

await buildWebApp()
