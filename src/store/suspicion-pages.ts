/** Suspicions as a reviewer sees them: both sides, and what was ruled. */
import { sql, type RawBuilder } from 'kysely'
import type { Cell } from '../domain/reporting/cell.ts'
import type { EntryId, EvidenceId, ProgrammeId, SuspicionId } from '../domain/values/ids.ts'
import type { Ruling, SuspicionDetails, SuspicionKind } from '../domain/evidence/suspicion.ts'
import type { TenantTransaction } from './db.ts'
import { standsIn } from './stand-in.ts'

/** One of the two places a suspicion is about. */
export type SuspicionSide = Cell & {
  readonly programmeId: ProgrammeId
  readonly programme: string
  readonly year: number
  readonly promise: string
  readonly unit: string
  readonly entryId: EntryId | null
  /** What the entry is called. */
  readonly entry: string | null
  readonly evidenceId: EvidenceId | null
  readonly fileName: string | null
  readonly takenAt: string | null
  readonly hasThumbnail: boolean
}

export type Suspicion = Cell & {
  readonly id: SuspicionId
  readonly kind: SuspicionKind
  readonly details: SuspicionDetails
  readonly entryId: EntryId | null
  readonly evidenceId: EvidenceId | null
  readonly here: SuspicionSide
  readonly other: SuspicionSide | null
  readonly rulings: readonly {
    readonly no: number
    readonly ruling: Ruling
    readonly reason: string
    readonly by: string
    readonly post: string
    readonly standsIn: boolean
    readonly at: string
  }[]
}

/** In the order they were found. One statement. */
export async function listSuspicions(tx: TenantTransaction, cells: readonly Cell[]): Promise<Suspicion[]> {
  const column = <Key extends keyof Cell>(key: Key) => cells.map((cell) => cell[key])
  const { rows } = await sql<Suspicion>`
    select suspicion.id, suspicion.kind, suspicion.details, suspicion.indicator_id as "indicatorId", suspicion.unit_id as "unitId",
      suspicion.month, suspicion.entry_id as "entryId", suspicion.evidence_id as "evidenceId",
      ${side('suspicion', sql`suspicion.entry_id`, sql`suspicion.evidence_id`)} as here,
      ${side('place', sql`suspicion.other_entry_id`, sql`suspicion.other_evidence_id`)} as other,
      coalesce((
        select json_agg(json_build_object('no', ruled.no, 'ruling', ruled.ruling, 'reason', ruled.reason, 'by', person.name,
          'post', unit.name || post.title, 'standsIn', ${standsIn('ruled', 'ruled_by', 'ruled_post', 'ruled_at')},
          'at', to_char(ruled.ruled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by ruled.no)
        from suspicion_ruling as ruled
          join person on person.tenant_id = ruled.tenant_id and person.id = ruled.ruled_by
          join post on post.tenant_id = ruled.tenant_id and post.id = ruled.ruled_post
          join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
        where ruled.tenant_id = suspicion.tenant_id and ruled.suspicion_id = suspicion.id), '[]') as rulings
    from suspicion
      join unnest(${column('indicatorId')}::uuid[], ${column('unitId')}::uuid[], ${column('month')}::date[]) as cell (indicator_id, unit_id, month)
        on cell.indicator_id = suspicion.indicator_id and cell.unit_id = suspicion.unit_id and cell.month = suspicion.month
      left join lateral (${otherPlace}) as place on true
    where suspicion.tenant_id = ${tx.tenantId}
    order by suspicion.found_at, suspicion.id
  `.execute(tx.query)
  return rows
}

/** The cell of the other side: the other entry's, or where the other file proves a cell without an entry. */
const otherPlace = sql`
  select entry.tenant_id, entry.indicator_id, entry.unit_id, entry.month from entry
  where entry.tenant_id = suspicion.tenant_id and entry.id = suspicion.other_entry_id
  union all
  (select linked.tenant_id, linked.indicator_id, linked.unit_id, linked.month from evidence_link as linked
  where suspicion.other_entry_id is null and linked.tenant_id = suspicion.tenant_id
    and linked.evidence_id = suspicion.other_evidence_id and linked.entry_id is null
    and (linked.indicator_id, linked.unit_id, linked.month, linked.entry_id)
      is distinct from (suspicion.indicator_id, suspicion.unit_id, suspicion.month, suspicion.entry_id)
  order by linked.linked_at, linked.id limit 1)`

/** Null where there is no such cell. */
function side(cell: string, entryId: RawBuilder<unknown>, evidenceId: RawBuilder<unknown>) {
  const column = (name: string) => sql.ref(`${cell}.${name}`)
  return sql`(
    select json_build_object('indicatorId', ${column('indicator_id')}, 'unitId', ${column('unit_id')}, 'month', ${column('month')},
      'programmeId', programme.id, 'programme', programme.title, 'year', programme.year, 'promise', promise.words,
      'unit', unit.name, 'entryId', entry.id, 'entry', coalesce(entry.name, entry.place, entry.identifier),
      'evidenceId', evidence.id, 'fileName', evidence.file_name,
      'takenAt', to_char(evidence.taken_at, 'YYYY-MM-DD HH24:MI'),
      'hasThumbnail', evidence.thumbnail is not null)
    from indicator
      join programme on programme.tenant_id = indicator.tenant_id and programme.id = indicator.programme_id
      join unit on unit.tenant_id = indicator.tenant_id and unit.id = ${column('unit_id')}
      join lateral (
        select version.action || version.object as words from indicator_version as version
        where version.tenant_id = indicator.tenant_id and version.indicator_id = indicator.id
        order by version.amendment_no desc limit 1) as promise on true
      left join entry on entry.tenant_id = indicator.tenant_id and entry.id = ${entryId}
      left join evidence on evidence.tenant_id = indicator.tenant_id and evidence.id = ${evidenceId}
    where indicator.tenant_id = ${column('tenant_id')} and indicator.id = ${column('indicator_id')})`
}
