/** From an uploaded file to an adopted programme: dry run, corrections, adoption. */
import { foldCorrections, type Correction, type ImportState } from '../../domain/programme/correction.ts'
import type { DocumentId, ImportId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { Unit } from '../../domain/programme/unit.ts'
import type { ReadProgramme } from '../../import/read-programme.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { findDocumentBytes, keepDocument } from '../../store/documents.ts'
import {
  findImport,
  insertCorrection,
  insertImport,
  listImports as listStoredImports,
  lockImport,
  type ImportRecord,
  type ImportSummary,
} from '../../store/imports.ts'
import { appendLog } from '../../store/log.ts'
import { listUnits } from '../../store/units.ts'
import { dateIn, newId, requireAccess, requirePerson, transaction, type Context } from '../context.ts'
import { sha256, sm3 } from '../ledgers/digests.ts'
import { readProgrammeApart } from './read-apart.ts'
import { resolveUnits, type ResolvedUnit } from './resolve-units.ts'

/** Where uploads are cut off. */
export { maxDocumentBytes } from '../../import/readers/read-document.ts'

export type UploadedFile = { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer }

/**
 * Reads a file and keeps it with what was read, or keeps nothing at all. `known` lists earlier imports of the same
 * bytes. Throws Problem 'document.*' for a file that is not such a table.
 */
export function startImport(
  ctx: Context,
  file: UploadedFile,
): Promise<{ id: ImportId; known: ImportSummary[] }> {
  requireAccess(ctx, 'import.write')
  return keepReading(ctx, file)
}

/** `startImport` without its access rule, for what the system imports by itself; `also` is done in the same transaction. */
export async function keepReading(
  ctx: Context,
  file: UploadedFile,
  also: (tx: TenantTransaction, id: ImportId) => Promise<void> = async () => undefined,
): Promise<{ id: ImportId; known: ImportSummary[] }> {
  // Read before the transaction begins: nothing is written for a file that cannot be read.
  const reading = await readProgrammeApart(file.bytes, file.fileName)
  const by = ctx.person?.id ?? null
  return transaction(ctx, async (tx) => {
    const documentId = await keepDocument(tx, {
      id: newId<DocumentId>(),
      ...file,
      sha256: sha256(file.bytes),
      sm3: sm3(file.bytes),
      uploadedBy: by,
      uploadedAt: ctx.now,
    })
    const known = await listStoredImports(tx, documentId)
    const id = await insertReading(ctx, tx, documentId, file, reading)
    await also(tx, id)
    return { id, known }
  })
}

/**
 * Another task table of an import's document, as a dry run of its own. `block` is one of its draft's `otherTables`.
 * Throws Problem 'import.not-found' or 'import.no-such-table'.
 */
export async function readOtherTable(ctx: Context, id: ImportId, block: number): Promise<{ id: ImportId }> {
  requireAccess(ctx, 'import.write')
  const { documentId, file } = await transaction(ctx, async (tx) => {
    const record = await getImportRecord(tx, id)
    if (!record.draft.otherTables.some((table) => table.block === block))
      throw new Problem('import.no-such-table', {})
    const stored = await findDocumentBytes(tx, record.documentId)
    if (!stored) throw new Problem('document.not-found', {})
    return { documentId: record.documentId, file: stored }
  })
  const reading = await readProgrammeApart(file.bytes, file.fileName, { table: block })
  return transaction(ctx, async (tx) => ({ id: await insertReading(ctx, tx, documentId, file, reading) }))
}

async function insertReading(
  ctx: Context,
  tx: TenantTransaction,
  documentId: DocumentId,
  file: UploadedFile,
  { source, draft }: ReadProgramme,
): Promise<ImportId> {
  const id = newId<ImportId>()
  const by = ctx.person?.id ?? null
  await insertImport(tx, { id, documentId, source, draft, startedBy: by, startedAt: ctx.now })
  await appendLog(tx, {
    at: ctx.now,
    personId: by,
    action: 'import.start',
    subjectKind: 'import',
    subjectId: id,
    details: { fileName: file.fileName, sha256: sha256(file.bytes).toString('hex') },
  })
  return id
}

export function listImports(ctx: Context): Promise<ImportSummary[]> {
  requireAccess(ctx, 'import.read')
  return transaction(ctx, (tx) => listStoredImports(tx))
}

export type ImportPage = Omit<
  ImportRecord,
  'draft' | 'corrections' | 'documentId' | 'byteSize' | 'sha256' | 'sm3'
> & {
  readonly document: { readonly byteSize: number; readonly sha256: string; readonly sm3: string }
  readonly draft: ImportState['draft']
  readonly seq: number
  readonly canUndo: boolean
  readonly units: readonly ResolvedUnit[]
}

export function getImport(ctx: Context, id: ImportId): Promise<ImportPage> {
  requireAccess(ctx, 'import.read')
  return transaction(ctx, async (tx) =>
    importPage(await getImportRecord(tx, id), await listUnits(tx, dateIn(ctx.now))),
  )
}

/**
 * Appends one correction. `seq` is its number, one above the last one seen.
 * Throws Problem 'correction.*', 'target.*', 'import.adopted' or 'unit.not-found'.
 */
export function correctImport(
  ctx: Context,
  id: ImportId,
  seq: number,
  correction: Correction,
): Promise<ImportPage> {
  requireAccess(ctx, 'import.write')
  const person = requirePerson(ctx)
  return transaction(ctx, async (tx) => {
    await lockImport(tx, id)
    const record = await getOpenImport(tx, id, seq - 1)
    const units = await listUnits(tx, dateIn(ctx.now))
    // The page after the correction is made first: it throws where the correction does not fit.
    const page = importPage({ ...record, corrections: [...record.corrections, correction] }, units)
    if (correction.type === 'choose-unit' && correction.choice.kind === 'known') {
      const { unitId } = correction.choice
      if (!units.some((unit) => unit.id === unitId)) throw new Problem('unit.not-found', {})
    }
    await insertCorrection(tx, id, seq, correction, person.id, ctx.now)
    await appendLog(tx, {
      at: ctx.now,
      personId: person.id,
      action: 'import.correct',
      subjectKind: 'import',
      subjectId: id,
      details: { seq, correction },
    })
    return page
  })
}

/** Throws Problem 'import.not-found'. */
export async function getImportRecord(tx: TenantTransaction, id: ImportId): Promise<ImportRecord> {
  const record = await findImport(tx, id)
  if (!record) throw new Problem('import.not-found', {})
  return record
}

/** The import, still open and at the expected number of corrections. */
export async function getOpenImport(tx: TenantTransaction, id: ImportId, seq: number): Promise<ImportRecord> {
  const record = await getImportRecord(tx, id)
  if (record.programmeId) throw new Problem('import.adopted', {})
  if (record.corrections.length !== seq) throw new Problem('correction.overtaken', {})
  return record
}

function importPage(record: ImportRecord, units: readonly Unit[]): ImportPage {
  const {
    draft,
    corrections,
    documentId: _documentId,
    byteSize,
    sha256: digest,
    sm3: digestSm3,
    ...rest
  } = record
  const state = foldCorrections(draft, corrections)
  return {
    ...rest,
    document: { byteSize, sha256: digest, sm3: digestSm3 },
    draft: state.draft,
    seq: corrections.length,
    canUndo: record.programmeId === null && state.depth > 0,
    units: resolveUnits(state.draft, state.unitChoices, units),
  }
}
