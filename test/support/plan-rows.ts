/** Plans put straight into the tables, for tests of what comes after planning. */
import { sql } from 'kysely'
import { decimal } from '../../src/domain/decimal.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../../src/domain/ids.ts'
import { monthsOfYear } from '../../src/domain/month.ts'
import type { PlainDate } from '../../src/domain/plain-date.ts'
import { inTenant, type TenantTransaction } from '../../src/store/db.ts'
import { tenantIdOf } from '../../src/services/tenants.ts'
import type { TestDatabase } from './database.ts'

export type PlanRow = {
  readonly indicatorId: string
  readonly leadUnitId: string
  readonly unitIds: readonly string[]
  /** Of each unit; none for a promise without a figure. */
  readonly share?: string
  readonly denominator?: string
  /** What is to be reached by the end of each month; absent: the share in twelve equal parts. */
  readonly points?: readonly string[]
  readonly stages?: readonly (readonly [stage: string, dueOn: string])[]
}

export const demoTenant = tenantIdOf('demo')

/** One version 1 of each plan, drafted by whoever holds the first lead officer's post. */
export function insertPlans(
  database: TestDatabase,
  programmeId: string,
  year: number,
  plans: readonly PlanRow[],
): Promise<void> {
  return inTenant(database.db, demoTenant, async (tx) => {
    const drafter = await findDrafter(tx)
    for (const plan of plans) await insertPlan(tx, programmeId as ProgrammeId, year, plan, drafter)
  })
}

async function findDrafter(tx: TenantTransaction) {
  return tx.query
    .selectFrom('holding')
    .innerJoin('post', (join) =>
      join.onRef('post.tenant_id', '=', 'holding.tenant_id').onRef('post.id', '=', 'holding.post_id'),
    )
    .select(['holding.person_id as personId', 'post.id as postId'])
    .where('holding.tenant_id', '=', tx.tenantId)
    .where('post.role', '=', 'lead-officer')
    .executeTakeFirstOrThrow()
}

async function insertPlan(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  year: number,
  plan: PlanRow,
  drafter: Awaited<ReturnType<typeof findDrafter>>,
): Promise<void> {
  const key = { tenant_id: tx.tenantId, indicator_id: plan.indicatorId as IndicatorId, version: 1 }
  await tx.query
    .insertInto('plan_version')
    .values({
      ...key,
      programme_id: programmeId,
      lead_unit_id: plan.leadUnitId as UnitId,
      amendment_no: 0,
      curve: plan.stages ? 'stages' : 'linear',
      basis: 'number',
      needs_consent: false,
      drafted_by: drafter.personId,
      drafted_post: drafter.postId,
      drafted_at: sql`now()`,
    })
    .execute()
  for (const [position, unitId] of plan.unitIds.entries()) {
    const of = { ...key, unit_id: unitId as UnitId }
    const denominator = plan.denominator === undefined ? null : decimal(plan.denominator)
    await tx.query
      .insertInto('plan_share')
      .values({ ...of, position, value: plan.share === undefined ? null : decimal(plan.share), denominator })
      .execute()
    const points = plan.points ?? (plan.share === undefined ? [] : twelfths(plan.share))
    if (points.length > 0)
      await tx.query
        .insertInto('plan_point')
        .values(
          points.map((value, index) => ({
            ...of,
            month: getMonth(year, index),
            value: decimal(value),
            denominator,
          })),
        )
        .execute()
    if (plan.stages)
      await tx.query
        .insertInto('plan_stage')
        .values(
          plan.stages.map(([stage, dueOn], index) => ({
            ...of,
            position: index,
            stage,
            due_on: dueOn as PlainDate,
          })),
        )
        .execute()
  }
}

function getMonth(year: number, index: number) {
  const month = monthsOfYear(year)[index]
  if (month === undefined) throw new RangeError(`month ${index} of a year`)
  return month
}

/** "1200" is 100, 200, … 1200; to one decimal. */
const twelfths = (share: string) =>
  Array.from({ length: 12 }, (_, index) => String(Math.round((Number(share) * (index + 1) * 10) / 12) / 10))
