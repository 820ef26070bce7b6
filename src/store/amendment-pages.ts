/** What the screens of amendments and shares read. */
import { sql } from 'kysely'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { Target } from '../domain/programme/target.ts'
import type { TenantTransaction } from './db.ts'

export type AmendmentRecord = {
  readonly no: number
  readonly decision: string | null
  readonly decidedOn: PlainDate | null
  readonly recordedAt: string
  readonly recordedBy: string | null
  readonly fileName: string
  readonly changes: readonly IndicatorChange[]
}

export type IndicatorChange = {
  readonly indicatorId: IndicatorId
  readonly kind: 'changed' | 'new' | 'withdrawn'
  readonly before: Target | null
  readonly after: Target | null
}

/** The adoption (number 0, without its promises listed as new) and every amendment with what it changed, in order. */
export async function listAmendments(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<AmendmentRecord[]> {
  const { rows } = await sql<Omit<AmendmentRecord, 'recordedAt'> & { recordedAt: Date }>`
    with
      said as (
        select indicator_id, amendment_no, withdrawn, json_build_object(
          'kind', kind, 'action', action, 'object', object, 'comparator', comparator, 'value', value::text,
          'valueMax', value_max::text, 'unit', unit_of_measure, 'deadline', deadline, 'ledger', ledger
        ) as target
        from indicator_version
        where tenant_id = ${tx.tenantId} and programme_id = ${programmeId}
      ),
      step as (
        select indicator_id, amendment_no, withdrawn, target,
          lag(target) over before as before, lag(withdrawn) over before as was_withdrawn
        from said
        window before as (partition by indicator_id order by amendment_no)
      ),
      change as (
        select amendment_no, indicator_id,
          case when withdrawn then 'withdrawn' when before is null or was_withdrawn then 'new' else 'changed' end as kind,
          case when was_withdrawn then null else before end as before,
          case when withdrawn then null else target end as after
        from step
        where amendment_no > 0
          and (withdrawn is distinct from was_withdrawn or before is null or target::text <> before::text)
      )
    select amendment.no, amendment.decision, amendment.decided_on as "decidedOn", amendment.recorded_at as "recordedAt",
      person.name as "recordedBy", document.file_name as "fileName",
      coalesce((
        select json_agg(json_build_object(
          'indicatorId', change.indicator_id, 'kind', change.kind, 'before', change.before, 'after', change.after
        ) order by change.kind, change.indicator_id)
        from change where change.amendment_no = amendment.no
      ), '[]') as changes
    from amendment
      join import on import.tenant_id = amendment.tenant_id and import.id = amendment.import_id
      join document on document.tenant_id = import.tenant_id and document.id = import.document_id
      left join person on person.tenant_id = amendment.tenant_id and person.id = amendment.recorded_by
    where amendment.tenant_id = ${tx.tenantId} and amendment.programme_id = ${programmeId}
    order by amendment.no
  `.execute(tx.query)
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
}

/** The districts' tables beside a programme, in pinyin order of the districts. */
export async function listShares(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<{ programmeId: ProgrammeId; unitId: UnitId; unit: string }[]> {
  const { rows } = await sql<{ programmeId: ProgrammeId; unitId: UnitId; unit: string }>`
    select programme.id as "programmeId", unit.id as "unitId", unit.name as unit
    from programme
      join unit on unit.tenant_id = programme.tenant_id and unit.id = programme.issuer_id
    where programme.tenant_id = ${tx.tenantId} and programme.share_of = ${programmeId}
    order by unit.name collate "zh-x-icu"
  `.execute(tx.query)
  return rows
}
