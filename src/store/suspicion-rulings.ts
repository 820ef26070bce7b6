/** What reviewers said of suspicions. */
import { sql } from 'kysely'
import type { Ruling } from '../domain/evidence/suspicion.ts'
import type { Cell } from '../domain/reporting/cell.ts'
import type { PersonId, PostId, ProgrammeId, SuspicionId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'

export type SuspicionAtHand = Cell & {
  readonly programmeId: ProgrammeId
  readonly rulings: number
  /** Whose doing it is: who entered it, brought the file, or stated the figure. */
  readonly doneBy: readonly PersonId[]
}

/** Undefined where there is none such. */
export async function findSuspicionAtHand(
  tx: TenantTransaction,
  id: SuspicionId,
): Promise<SuspicionAtHand | undefined> {
  const { rows } = await sql<SuspicionAtHand>`
    select indicator.programme_id as "programmeId", suspicion.indicator_id as "indicatorId", suspicion.unit_id as "unitId",
      suspicion.month,
      (select count(*)::integer from suspicion_ruling as ruled
       where ruled.tenant_id = suspicion.tenant_id and ruled.suspicion_id = suspicion.id) as rulings,
      array(
        select entry.entered_by from entry
        where entry.tenant_id = suspicion.tenant_id and entry.id = suspicion.entry_id
        union
        select linked.linked_by from evidence_link as linked
        where linked.tenant_id = suspicion.tenant_id and linked.evidence_id = suspicion.evidence_id
          and linked.indicator_id = suspicion.indicator_id and linked.unit_id = suspicion.unit_id and linked.month = suspicion.month
          and linked.entry_id is not distinct from suspicion.entry_id
        union
        select actual.submitted_by from actual
        where suspicion.entry_id is null and suspicion.evidence_id is null and actual.tenant_id = suspicion.tenant_id
          and actual.indicator_id = suspicion.indicator_id and actual.unit_id = suspicion.unit_id and actual.month = suspicion.month
      ) as "doneBy"
    from suspicion
      join indicator on indicator.tenant_id = suspicion.tenant_id and indicator.id = suspicion.indicator_id
    where suspicion.tenant_id = ${tx.tenantId} and suspicion.id = ${id}`.execute(tx.query)
  return rows[0]
}

export type NewRuling = {
  readonly suspicionId: SuspicionId
  readonly no: number
  readonly ruling: Ruling
  readonly reason: string
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

/** Throws the database's `suspicion_ruling_overtaken` when the number is taken. */
export async function insertRuling(tx: TenantTransaction, ruling: NewRuling): Promise<void> {
  await tx.query
    .insertInto('suspicion_ruling')
    .values({
      tenant_id: tx.tenantId,
      suspicion_id: ruling.suspicionId,
      no: ruling.no,
      ruling: ruling.ruling,
      reason: ruling.reason,
      ruled_by: ruling.by,
      ruled_post: ruling.postId,
      ruled_at: ruling.at,
    })
    .execute()
}
