/** What the browser tests run against is built once; each file starts a server of its own (site.ts). */
import { buildWebApp } from '../../scripts/web-app.ts'

/** Called by vitest before the browser tests. */
export async function setup(): Promise<void> {
  await buildWebApp()
}
