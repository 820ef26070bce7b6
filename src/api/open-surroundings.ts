/** What a deployment stands on besides its database: the store of evidence, the base of its maps, what makes its PDFs. */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { MapBase } from '../contract/map.ts'
import { diskStore } from '../external/disk-store.ts'
import type { EvidenceStore } from '../external/evidence-store.ts'
import { findOffice, openPdfWriter, type PdfWriter } from '../external/pdf-writer.ts'
import { s3Store } from '../external/s3-store.ts'
import { readMapBase } from './map-base.ts'

export type Surroundings = {
  readonly evidenceStore: EvidenceStore
  readonly mapBase: MapBase
  /** Null where the server has no LibreOffice. */
  readonly writePdf: PdfWriter | null
}

/** Throws an Error that names BOUNDARIES_FILE where that cannot be used. */
export async function openSurroundings(config: Config): Promise<Surroundings> {
  const directory = join(config.dataDirectory, 'evidence')
  const evidenceStore = config.evidenceS3
    ? s3Store(config.evidenceS3, join(directory, 'incoming'))
    : diskStore(directory)
  const office = findOffice(config.office.chosen, config.office.path)
  const writePdf = office === undefined ? null : openPdfWriter(office)
  return { evidenceStore, mapBase: await readMapBase(config), writePdf }
}
