import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A directory for one test, which removes it. Others may pass through: inside a closed one the embedded server of a
 * test run by root would have to keep its data elsewhere (embedded-account.ts), and they would be left behind.
 */
export function makeTemporaryDirectory(purpose: string): string {
  const directory = mkdtempSync(join(tmpdir(), `jiannuo-${purpose}-`))
  chmodSync(directory, 0o755)
  return directory
}
