/** Evidence and what it proves. The bytes lie elsewhere (external/evidence-store.ts). */
import { sql } from 'kysely'
import type { EvidenceMediaType } from '../domain/evidence/media-type.ts'
import type { Cell } from '../domain/reporting/cell.ts'
import type { EntryId, EvidenceId, PersonId, PostId, ProgrammeId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'

export type NewEvidence = {
  readonly id: EvidenceId
  readonly fileName: string
  readonly mediaType: string
  readonly byteSize: number
  readonly sha256: Buffer
  readonly sm3: Buffer
  readonly takenAt: string | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly camera: string | null
  readonly width: number | null
  readonly height: number | null
  readonly perceptualHash: string | null
  readonly thumbnail: Buffer | null
  readonly by: PersonId
  readonly at: Date
}

/** The id under which these bytes are known, which may be an earlier one. */
export async function keepEvidence(
  tx: TenantTransaction,
  file: NewEvidence,
): Promise<{ id: EvidenceId; known: boolean }> {
  const { rows } = await sql<{ id: EvidenceId }>`
    insert into evidence (tenant_id, id, file_name, media_type, byte_size, sha256, sm3, taken_at, longitude, latitude, camera,
      width, height, perceptual_hash, thumbnail, uploaded_by, uploaded_at)
    values (${tx.tenantId}, ${file.id}, ${file.fileName}, ${file.mediaType}, ${file.byteSize}, ${file.sha256}, ${file.sm3},
      ${file.takenAt}, ${file.longitude}, ${file.latitude}, ${file.camera}, ${file.width}, ${file.height},
      ${file.perceptualHash}::bit(64), ${file.thumbnail}, ${file.by}, ${file.at})
    on conflict on constraint evidence_known do nothing returning id`.execute(tx.query)
  if (rows[0]) return { id: rows[0].id, known: false }
  const known = await sql<{ id: EvidenceId }>`
    select id from evidence where tenant_id = ${tx.tenantId} and sha256 = ${file.sha256}`.execute(tx.query)
  return { id: known.rows[0]?.id ?? file.id, known: true }
}

export type NewLink = Cell & {
  readonly id: string
  readonly evidenceId: EvidenceId
  readonly entryId: EntryId | null
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

/** False where the file proves this already. */
export async function linkEvidence(tx: TenantTransaction, link: NewLink): Promise<boolean> {
  const { rows } = await sql`
    insert into evidence_link (tenant_id, id, evidence_id, indicator_id, unit_id, month, entry_id, linked_by, linked_post, linked_at)
    select ${tx.tenantId}::uuid, ${link.id}::uuid, ${link.evidenceId}::uuid, ${link.indicatorId}::uuid, ${link.unitId}::uuid,
      ${link.month}::date, ${link.entryId}::uuid, ${link.by}::uuid, ${link.postId}::uuid, ${link.at}::timestamptz
    where not exists (
      select 1 from evidence_link as known
      where known.tenant_id = ${tx.tenantId} and known.evidence_id = ${link.evidenceId} and known.indicator_id = ${link.indicatorId}
        and known.unit_id = ${link.unitId} and known.month = ${link.month} and known.entry_id is not distinct from ${link.entryId}::uuid)
    returning id`.execute(tx.query)
  return rows.length === 1
}

export type EvidencePlace = { readonly programmeId: ProgrammeId; readonly entryFits: boolean }

/** The programme of a cell, and whether the entry (none is fine) lies in it; undefined where promise or unit is unknown. */
export async function findEvidencePlace(
  tx: TenantTransaction,
  cell: Cell,
  entryId: EntryId | null,
): Promise<EvidencePlace | undefined> {
  const { rows } = await sql<EvidencePlace>`
    select indicator.programme_id as "programmeId", ${entryId}::uuid is null or exists (
      select 1 from entry where entry.tenant_id = indicator.tenant_id and entry.id = ${entryId}
        and entry.indicator_id = indicator.id and entry.unit_id = unit.id and entry.month = ${cell.month}) as "entryFits"
    from indicator join unit on unit.tenant_id = indicator.tenant_id and unit.id = ${cell.unitId}
    where indicator.tenant_id = ${tx.tenantId} and indicator.id = ${cell.indicatorId}`.execute(tx.query)
  return rows[0]
}

export type EvidenceRecord = {
  readonly id: EvidenceId
  readonly fileName: string
  readonly mediaType: EvidenceMediaType
  readonly byteSize: number
  readonly sha256: string
  readonly sm3: string
  readonly takenAt: string | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly camera: string | null
  readonly width: number | null
  readonly height: number | null
  readonly hasThumbnail: boolean
  readonly entryId: EntryId | null
  readonly uploadedBy: string
  readonly linkedAt: string
}

/** What proves a cell, its entries included; one entry's alone where it is named. */
export async function listEvidence(
  tx: TenantTransaction,
  cell: Cell,
  entryId: EntryId | null,
): Promise<EvidenceRecord[]> {
  const { rows } = await sql<EvidenceRecord>`
    select evidence.id, evidence.file_name as "fileName", evidence.media_type as "mediaType", evidence.byte_size::integer as "byteSize",
      encode(evidence.sha256, 'hex') as sha256, encode(evidence.sm3, 'hex') as sm3,
      to_char(evidence.taken_at, 'YYYY-MM-DD HH24:MI') as "takenAt", evidence.longitude::float8 as longitude,
      evidence.latitude::float8 as latitude, evidence.camera, evidence.width, evidence.height,
      evidence.thumbnail is not null as "hasThumbnail", link.entry_id as "entryId", person.name as "uploadedBy",
      to_char(link.linked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "linkedAt"
    from evidence_link as link
      join evidence on evidence.tenant_id = link.tenant_id and evidence.id = link.evidence_id
      join person on person.tenant_id = link.tenant_id and person.id = link.linked_by
    where link.tenant_id = ${tx.tenantId} and link.indicator_id = ${cell.indicatorId} and link.unit_id = ${cell.unitId}
      and link.month = ${cell.month} and (${entryId}::uuid is null or link.entry_id = ${entryId}::uuid)
    order by link.linked_at, link.id`.execute(tx.query)
  return rows
}

export type StoredEvidence = {
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly thumbnail: Buffer | null
}

export async function findEvidence(
  tx: TenantTransaction,
  id: EvidenceId,
): Promise<StoredEvidence | undefined> {
  const { rows } = await sql<StoredEvidence>`
    select file_name as "fileName", media_type as "mediaType", encode(sha256, 'hex') as sha256, thumbnail from evidence
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx.query)
  return rows[0]
}
