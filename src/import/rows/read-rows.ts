/** The rows of an uploaded sheet, whatever it is saved as, without ever holding the whole of it. */
import { Problem } from '../../domain/problem.ts'
import type { ByteSource } from './byte-source.ts'
import { findEncoding, readCsvRows } from './csv-rows.ts'
import type { SheetRow } from './sheet-row.ts'
import { readXlsxRows } from './xlsx-rows.ts'
import { openZipParts } from './zip-parts.ts'

/** Throws Problem ledger-file.not-a-sheet, document.empty, or document.* where the file is broken. */
export async function* readRows(source: ByteSource, fileName: string): AsyncGenerator<readonly SheetRow[]> {
  if (source.size === 0) throw new Problem('document.empty', { fileName })
  const start = await source.read(0, 8)
  if (start[0] === 0x50 && start[1] === 0x4b) {
    const parts = await openZipParts(source)
    if (!parts.names.some((name) => name.startsWith('xl/')))
      throw new Problem('ledger-file.not-a-sheet', { fileName })
    yield* readXlsxRows(parts)
    return
  }
  const encoding = await findEncoding(source)
  if (encoding === undefined) throw new Problem('ledger-file.not-a-sheet', { fileName })
  yield* readCsvRows(source, encoding)
}
