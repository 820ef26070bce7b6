/** Original files, kept byte for byte. */
import type { DocumentId, PersonId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'

export type NewDocument = {
  readonly id: DocumentId
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly sha256: Buffer
  readonly sm3: Buffer
  readonly uploadedBy: PersonId | null
  readonly uploadedAt: Date
}

/** Keeps a file once: the id of the one kept before, when the same bytes came again. */
export async function keepDocument(tx: TenantTransaction, document: NewDocument): Promise<DocumentId> {
  const inserted = await tx.query
    .insertInto('document')
    .values({
      tenant_id: tx.tenantId,
      id: document.id,
      file_name: document.fileName,
      media_type: document.mediaType,
      byte_size: document.bytes.length,
      sha256: document.sha256,
      sm3: document.sm3,
      bytes: document.bytes,
      uploaded_by: document.uploadedBy,
      uploaded_at: document.uploadedAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return inserted.id
  const known = await tx.query
    .selectFrom('document')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('sha256', '=', document.sha256)
    .executeTakeFirstOrThrow()
  return known.id
}

export async function findDocumentBytes(
  tx: TenantTransaction,
  id: DocumentId,
): Promise<{ fileName: string; mediaType: string; bytes: Buffer } | undefined> {
  const row = await tx.query
    .selectFrom('document')
    .select(['file_name', 'media_type', 'bytes'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { fileName: row.file_name, mediaType: row.media_type, bytes: row.bytes }
}
