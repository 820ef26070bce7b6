/** Loads one workbook and prints the most memory the process ever held, in kilobytes (bench/ledger-memory.ts). */
import { loadLedger } from '../src/services/ledgers/ledger-loads.ts'
import { openDatabase } from '../src/store/db.ts'
import { contextOf, type Setting } from './ledger-setting.ts'

const { file, ...plain } = JSON.parse(process.argv[2] ?? '{}') as Omit<
  Setting,
  'db' | 'superuser' | 'folder'
> & {
  file: { fileName: string; path: string; byteSize: number; sha256: string }
}
const db = openDatabase(plain.databaseUrl)
await loadLedger(
  contextOf({ ...plain, db }),
  plain,
  { ...file, sha256: Buffer.from(file.sha256, 'hex') },
  () => undefined,
)
await db.close()
process.stdout.write(String(process.resourceUsage().maxRSS))
