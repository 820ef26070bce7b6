/** Official papers: what is drafted, every version of its text, and what sealing gave it. */
import { sql } from 'kysely'
import type { PaperKind, PaperText } from '../domain/papers/paper.ts'
import type { PaperId, PersonId, PostId, ProgrammeId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { TenantTransaction } from './db.ts'
import { instant } from './instant.ts'
import { standsIn } from './stand-in.ts'

type Done = { readonly by: PersonId; readonly postId: PostId; readonly at: Date }

export type NewPaper = {
  readonly id: PaperId
  readonly programmeId: ProgrammeId
  readonly kind: PaperKind
  readonly month: Month
  readonly freezeNo: number
  readonly leaderPostId: PostId | null
}

export async function insertPaper(tx: TenantTransaction, paper: NewPaper, done: Done): Promise<void> {
  await tx.query
    .insertInto('paper')
    .values({
      tenant_id: tx.tenantId,
      id: paper.id,
      programme_id: paper.programmeId,
      kind: paper.kind,
      month: paper.month,
      freeze_no: paper.freezeNo,
      leader_post_id: paper.leaderPostId,
      drafted_by: done.by,
      drafted_post: done.postId,
      drafted_at: done.at,
    })
    .execute()
}

/** Throws the database's `paper_text_overtaken` where the version is there. */
export async function insertPaperText(
  tx: TenantTransaction,
  paperId: PaperId,
  version: number,
  text: PaperText,
  done: Done,
): Promise<void> {
  const { title, addressee, body, issuer, copies } = text
  await tx.query
    .insertInto('paper_text')
    .values({
      tenant_id: tx.tenantId,
      paper_id: paperId,
      version,
      title,
      addressee,
      body,
      issuer,
      copies,
      saved_by: done.by,
      saved_post: done.postId,
      saved_at: done.at,
    })
    .execute()
}

export type StoredPaper = NewPaper & {
  readonly programme: { readonly id: ProgrammeId; readonly title: string; readonly year: number }
  readonly version: number
  readonly text: PaperText
  readonly savedBy: string
  readonly standsIn: boolean
  readonly savedAt: Date
  readonly seal: StoredSeal | null
  /** The frozen month's characters and their digest. */
  readonly snapshot: string
  readonly snapshotSha256: string
}

export type StoredSeal = {
  readonly year: number
  readonly no: number
  readonly dated: PlainDate
  readonly sha256: string
  readonly sm3: string
  readonly sealedBy: string
  readonly standsIn: boolean
  readonly sealedAt: string
}

/** A paper with its latest text and the snapshot it is made from; undefined without one. One statement. */
export async function findPaper(tx: TenantTransaction, id: PaperId): Promise<StoredPaper | undefined> {
  const { rows } = await sql<StoredPaper>`
    select paper.id, paper.programme_id as "programmeId", paper.kind, paper.month, paper.freeze_no as "freezeNo",
      paper.leader_post_id as "leaderPostId",
      json_build_object('id', programme.id, 'title', programme.title, 'year', programme.year) as programme,
      text.version, json_build_object('title', text.title, 'addressee', text.addressee, 'body', text.body,
        'issuer', text.issuer, 'copies', text.copies) as text,
      person.name as "savedBy", ${standsIn('text', 'saved_by', 'saved_post', 'saved_at')} as "standsIn",
      text.saved_at as "savedAt", ${sealOf()} as seal,
      month_freeze.snapshot, encode(month_freeze.sha256, 'hex') as "snapshotSha256"
    from paper
      join programme on programme.tenant_id = paper.tenant_id and programme.id = paper.programme_id
      join month_freeze on month_freeze.tenant_id = paper.tenant_id and month_freeze.programme_id = paper.programme_id
        and month_freeze.month = paper.month and month_freeze.no = paper.freeze_no
      cross join lateral (
        select * from paper_text
        where paper_text.tenant_id = paper.tenant_id and paper_text.paper_id = paper.id
        order by version desc limit 1
      ) as text
      join person on person.tenant_id = text.tenant_id and person.id = text.saved_by
    where paper.tenant_id = ${tx.tenantId} and paper.id = ${id}
  `.execute(tx.query)
  return rows[0]
}

/** As JSON, null before; of a statement that has `paper`. */
export function sealOf() {
  return sql<StoredSeal | null>`(
    select json_build_object('year', seal.year, 'no', seal.no, 'dated', seal.dated,
      'sha256', encode(seal.sha256, 'hex'), 'sm3', encode(seal.sm3, 'hex'), 'sealedBy', sealer.name,
      'standsIn', ${standsIn('seal', 'sealed_by', 'sealed_post', 'sealed_at')},
      'sealedAt', ${instant('seal.sealed_at')})
    from paper_seal as seal
      join person as sealer on sealer.tenant_id = seal.tenant_id and sealer.id = seal.sealed_by
    where seal.tenant_id = paper.tenant_id and seal.paper_id = paper.id
  )`
}

/** The last number given in a series and year; 0 before the first. Take the turn before asking. */
export async function lastPaperNumber(tx: TenantTransaction, kind: PaperKind, year: number): Promise<number> {
  const row = await tx.query
    .selectFrom('paper_seal')
    .select(({ fn }) => fn.max('no').as('no'))
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.no ?? 0
}

export type NewSeal = {
  readonly paperId: PaperId
  readonly version: number
  readonly kind: PaperKind
  readonly year: number
  readonly no: number
  readonly dated: PlainDate
  readonly bytes: Buffer
  readonly sha256: Buffer
  readonly sm3: Buffer
  readonly snapshotSha256: string
}

/** Throws the database's `paper_sealed` or `paper_number_taken`. */
export async function insertPaperSeal(tx: TenantTransaction, seal: NewSeal, done: Done): Promise<void> {
  await tx.query
    .insertInto('paper_seal')
    .values({
      tenant_id: tx.tenantId,
      paper_id: seal.paperId,
      version: seal.version,
      kind: seal.kind,
      year: seal.year,
      no: seal.no,
      dated: seal.dated,
      bytes: seal.bytes,
      sha256: seal.sha256,
      sm3: seal.sm3,
      snapshot_sha256: Buffer.from(seal.snapshotSha256, 'hex'),
      sealed_by: done.by,
      sealed_post: done.postId,
      sealed_at: done.at,
    })
    .execute()
}

/** As it was sealed; undefined before. */
export async function findSealedBytes(tx: TenantTransaction, paperId: PaperId): Promise<Buffer | undefined> {
  const row = await tx.query
    .selectFrom('paper_seal')
    .select('bytes')
    .where('tenant_id', '=', tx.tenantId)
    .where('paper_id', '=', paperId)
    .executeTakeFirst()
  return row?.bytes
}
