/** Dry runs and the corrections appended to them. */
import { sql } from 'kysely'
import type { Correction } from '../domain/programme/correction.ts'
import type { DraftProgramme } from '../domain/programme/draft.ts'
import type { DocumentId, ImportId, PersonId, ProgrammeId } from '../domain/values/ids.ts'
import type { SourceDocument } from '../domain/programme/source.ts'
import type { TenantTransaction } from './db.ts'

export type NewImport = {
  readonly id: ImportId
  readonly documentId: DocumentId
  readonly source: SourceDocument
  readonly draft: DraftProgramme
  readonly startedBy: PersonId | null
  readonly startedAt: Date
}

export async function insertImport(tx: TenantTransaction, started: NewImport): Promise<void> {
  await tx.query
    .insertInto('import')
    .values({
      tenant_id: tx.tenantId,
      id: started.id,
      document_id: started.documentId,
      source: JSON.stringify(started.source),
      draft: JSON.stringify(started.draft),
      started_by: started.startedBy,
      started_at: started.startedAt,
    })
    .execute()
}

export type ImportSummary = {
  readonly id: ImportId
  readonly fileName: string
  readonly title: string
  readonly startedAt: string
  readonly startedBy: string | null
  readonly programmeId: ProgrammeId | null
}

/** Imports, newest first; only those of one document when it is given. */
export async function listImports(tx: TenantTransaction, documentId?: DocumentId): Promise<ImportSummary[]> {
  let rows = tx.query
    .selectFrom('import')
    .innerJoin('document', (join) =>
      join
        .onRef('document.tenant_id', '=', 'import.tenant_id')
        .onRef('document.id', '=', 'import.document_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'import.tenant_id').onRef('person.id', '=', 'import.started_by'),
    )
    .leftJoin('amendment', (join) =>
      join
        .onRef('amendment.tenant_id', '=', 'import.tenant_id')
        .onRef('amendment.import_id', '=', 'import.id'),
    )
    .select([
      'import.id',
      'document.file_name as fileName',
      sql<string>`import.draft ->> 'title'`.as('title'),
      'import.started_at',
      'person.name as startedBy',
      'amendment.programme_id as programmeId',
    ])
    .where('import.tenant_id', '=', tx.tenantId)
    .orderBy('import.started_at', 'desc')
  if (documentId) rows = rows.where('import.document_id', '=', documentId)
  return (await rows.execute()).map(({ started_at, ...row }) => ({
    ...row,
    startedAt: started_at.toISOString(),
  }))
}

export type ImportRecord = ImportSummary & {
  readonly documentId: DocumentId
  readonly byteSize: number
  readonly sha256: string
  readonly sm3: string
  readonly source: SourceDocument
  /** As read; corrections are not applied. */
  readonly draft: DraftProgramme
  readonly corrections: readonly Correction[]
}

/** One dry run with its corrections in order, in one query. */
export async function findImport(tx: TenantTransaction, id: ImportId): Promise<ImportRecord | undefined> {
  const { rows } = await sql<Omit<ImportRecord, 'startedAt'> & { startedAt: Date }>`
    select import.id, document.file_name as "fileName", import.draft ->> 'title' as title,
      import.started_at as "startedAt", person.name as "startedBy", amendment.programme_id as "programmeId",
      document.id as "documentId", document.byte_size as "byteSize",
      encode(document.sha256, 'hex') as sha256, encode(document.sm3, 'hex') as sm3,
      import.source, import.draft,
      coalesce((
        select json_agg(import_correction.correction order by import_correction.seq)
        from import_correction
        where import_correction.tenant_id = import.tenant_id and import_correction.import_id = import.id
      ), '[]') as corrections
    from import
      join document on document.tenant_id = import.tenant_id and document.id = import.document_id
      left join person on person.tenant_id = import.tenant_id and person.id = import.started_by
      left join amendment on amendment.tenant_id = import.tenant_id and amendment.import_id = import.id
    where import.tenant_id = ${tx.tenantId} and import.id = ${id}
  `.execute(tx.query)
  const row = rows[0]
  return row && { ...row, startedAt: row.startedAt.toISOString() }
}

/** Throws the database's `import_correction_overtaken` when the number is taken. */
export async function insertCorrection(
  tx: TenantTransaction,
  importId: ImportId,
  seq: number,
  correction: Correction,
  personId: PersonId,
  at: Date,
): Promise<void> {
  await tx.query
    .insertInto('import_correction')
    .values({
      tenant_id: tx.tenantId,
      import_id: importId,
      seq,
      correction: JSON.stringify(correction),
      corrected_by: personId,
      corrected_at: at,
    })
    .execute()
}

/** Holds the import until the transaction ends, so that corrections and adoption come one after the other. */
export async function lockImport(tx: TenantTransaction, id: ImportId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx.query)
}
