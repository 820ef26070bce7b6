/** What was carried over into the next year's programme. */
import { sql } from 'kysely'
import type { Carried } from '../domain/carry-over/carry-over.ts'
import type { ImportId, PersonId, PostId, ProgrammeId } from '../domain/values/ids.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import { checkFacts, claimOverviews, type CheckFacts, type ClaimOverview } from './acceptance-pages.ts'
import type { TenantTransaction } from './db.ts'
import { instant } from './instant.ts'
import { findHistoryBeside, type HistoryPage } from './programme-history.ts'

export type CarryOverRecord = {
  readonly no: number
  readonly decision: string
  readonly decidedOn: PlainDate
  readonly importId: ImportId
  readonly promises: number
  readonly recordedBy: string
  readonly recordedAt: string
}

export type CarryOverBeside = {
  readonly checks: readonly CheckFacts[]
  readonly claims: readonly ClaimOverview[]
  /** Newest first. */
  readonly records: readonly CarryOverRecord[]
}

/** Undefined without a programme. One statement. */
export function findCarryOver(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<(HistoryPage & { readonly beside: CarryOverBeside }) | undefined> {
  return findHistoryBeside(
    tx,
    programmeId,
    sql<CarryOverBeside>`json_build_object('checks', ${checkFacts()}, 'claims', ${claimOverviews()},
      'records', coalesce((
        select json_agg(json_build_object('no', made.no, 'decision', made.decision, 'decidedOn', made.decided_on,
          'importId', made.import_id, 'recordedBy', person.name,
          'recordedAt', ${instant('made.recorded_at')},
          'promises', (
            select count(*) from carried_promise as carried
            where carried.tenant_id = made.tenant_id and carried.programme_id = made.programme_id
              and carried.carry_over_no = made.no)) order by made.no desc)
        from carry_over as made
          join person on person.tenant_id = made.tenant_id and person.id = made.recorded_by
        where made.tenant_id = programme.tenant_id and made.programme_id = programme.id), '[]'))`,
  )
}

export type NewCarryOver = {
  readonly programmeId: ProgrammeId
  readonly no: number
  readonly decision: string
  readonly decidedOn: PlainDate
  readonly importId: ImportId
  readonly promises: readonly Carried[]
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

/** Throws the database's `carry_over_overtaken` when the number is taken. */
export async function insertCarryOver(tx: TenantTransaction, made: NewCarryOver): Promise<void> {
  await tx.query
    .insertInto('carry_over')
    .values({
      tenant_id: tx.tenantId,
      programme_id: made.programmeId,
      no: made.no,
      decision: made.decision,
      decided_on: made.decidedOn,
      import_id: made.importId,
      recorded_by: made.by,
      recorded_post: made.postId,
      recorded_at: made.at,
    })
    .execute()
  await tx.query
    .insertInto('carried_promise')
    .values(
      made.promises.map(({ indicatorId, rest }) => ({
        tenant_id: tx.tenantId,
        programme_id: made.programmeId,
        carry_over_no: made.no,
        indicator_id: indicatorId,
        rest,
      })),
    )
    .execute()
}
