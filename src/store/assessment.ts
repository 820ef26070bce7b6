/** Schemes of assessment and entered satisfaction: facts that are only ever added. */
import type { RecordedScheme } from '../domain/assessment/scheme.ts'
import type { Decimal } from '../domain/values/decimal.ts'
import type { PersonId, PostId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'

type By = { readonly by: PersonId; readonly postId: PostId; readonly at: Date }

/** 0 where there is none. */
export async function latestSchemeNo(tx: TenantTransaction): Promise<number> {
  const latest = await tx.query
    .selectFrom('assessment_scheme')
    .select('no')
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest?.no ?? 0
}

/** Throws the database's `assessment_scheme_overtaken` when the number is taken. */
export async function insertScheme(
  tx: TenantTransaction,
  next: By & RecordedScheme & { readonly reason: string },
): Promise<void> {
  await tx.query
    .insertInto('assessment_scheme')
    .values({
      tenant_id: tx.tenantId,
      no: next.no,
      from_year: next.fromYear,
      scheme: JSON.stringify(next.scheme),
      reason: next.reason,
      recorded_by: next.by,
      recorded_post: next.postId,
      recorded_at: next.at,
    })
    .execute()
}

export type NewSatisfaction = By & {
  readonly programmeId: ProgrammeId
  readonly unitId: UnitId
  readonly no: number
  readonly value: Decimal
  readonly source: string
}

/** Throws the database's `satisfaction_figure_overtaken` when the number is taken. */
export async function insertSatisfaction(tx: TenantTransaction, figure: NewSatisfaction): Promise<void> {
  await tx.query
    .insertInto('satisfaction_figure')
    .values({
      tenant_id: tx.tenantId,
      programme_id: figure.programmeId,
      unit_id: figure.unitId,
      no: figure.no,
      value: figure.value,
      source: figure.source,
      recorded_by: figure.by,
      recorded_post: figure.postId,
      recorded_at: figure.at,
    })
    .execute()
}
