/** What posts are told of plans, and when that is done. */
import type { IndicatorId, ProgrammeId, UnitId } from '../../domain/values/ids.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { hasPlansToConsent, listUnitsThatSigned } from '../../store/plans-waiting.ts'
import type { NewPlanVersion, NewSignature, Plannable } from '../../store/plans.ts'
import { newId, type Context } from '../context.ts'
import { notify, settleNotices } from '../duty/notify.ts'

/** Each unit is told once of everything it has to sign; the office once of everything it has to decide on. */
export async function tellOfDrafts(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  versions: readonly NewPlanVersion[],
  plannable: ReadonlyMap<IndicatorId, Plannable>,
): Promise<void> {
  const once = newId<IndicatorId>()
  // What was objected to, or waited for a word, is another version now.
  await settleNotices(ctx, tx, {
    kinds: ['plan-objected', 'plan-to-consent'],
    programmeId,
    indicatorIds: versions.map(({ indicatorId }) => indicatorId),
  })
  const asked = versions.filter(({ needsConsent }) => needsConsent)
  const about = (plans: readonly NewPlanVersion[]) => ({
    programmeId,
    indicatorId: plans.length === 1 ? (plans[0]?.indicatorId ?? null) : null,
    month: null,
    details: { count: plans.length, promise: promiseName(plannable.get(plans[0]?.indicatorId ?? once)) },
  })
  if (asked.length > 0)
    await notify(
      ctx,
      tx,
      { ...about(asked), kind: 'plan-to-consent', unitId: null, onceKey: `plan-to-consent:${once}` },
      { roles: ['supervisor'], unitId: null },
    )
  await tellUnitsToSign(
    ctx,
    tx,
    programmeId,
    versions
      .filter(({ needsConsent }) => !needsConsent)
      .map(({ indicatorId, shares }) => ({
        indicatorId,
        promise: promiseName(plannable.get(indicatorId)),
        unitIds: shares.map(({ unitId }) => unitId),
      })),
  )
  const before = versions.flatMap(({ indicatorId }) => plannable.get(indicatorId)?.inForce?.unitIds ?? [])
  await settleSigning(ctx, tx, programmeId, before)
}

export function promiseName(promise: Plannable | undefined): string {
  return promise === undefined ? '' : `${promise.target.action}${promise.target.object}`
}

export type PlanToSign = {
  readonly indicatorId: IndicatorId
  readonly promise: string
  readonly unitIds: readonly UnitId[]
}

export async function tellUnitsToSign(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  plans: readonly PlanToSign[],
): Promise<void> {
  const once = newId<IndicatorId>()
  for (const unitId of new Set(plans.flatMap((plan) => plan.unitIds))) {
    const own = plans.filter((plan) => plan.unitIds.includes(unitId))
    const [first] = own
    if (!first) continue
    await notify(
      ctx,
      tx,
      {
        kind: 'plan-to-sign',
        programmeId,
        indicatorId: own.length === 1 ? first.indicatorId : null,
        unitId,
        month: null,
        details: { count: own.length, promise: first.promise },
        onceKey: `plan-to-sign:${once}`,
      },
      { roles: ['lead-officer', 'district-officer'], unitId },
    )
  }
}

/** A unit whose shares all have its word has done what it was told of. */
async function settleSigning(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  unitIds: readonly UnitId[],
): Promise<void> {
  for (const unitId of await listUnitsThatSigned(tx, programmeId, unitIds))
    await settleNotices(ctx, tx, { kinds: ['plan-to-sign'], programmeId, unitId })
}

export type GivenSignature = NewSignature & { readonly unit: string; readonly promise: Plannable | undefined }

/** The lead unit hears of every objection; one that is taken back by signing is done. */
export async function tellOfSignatures(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  signatures: readonly GivenSignature[],
): Promise<void> {
  for (const { indicatorId, version, unitId, unit, no, decision, reason, promise } of signatures) {
    const leadUnitId = promise?.inForce?.leadUnitId
    if (no > 1)
      await settleNotices(ctx, tx, {
        kinds: ['plan-objected'],
        programmeId,
        unitId,
        indicatorIds: [indicatorId],
      })
    if (decision === 'object' && leadUnitId !== undefined)
      await notify(
        ctx,
        tx,
        {
          kind: 'plan-objected',
          programmeId,
          indicatorId,
          unitId,
          month: null,
          details: { promise: promiseName(promise), unit, reason },
          onceKey: `plan-objected:${indicatorId}:${version}:${unitId}:${no}`,
        },
        { roles: ['lead-officer'], unitId: leadUnitId },
      )
  }
  const unitIds = [...new Set(signatures.map(({ unitId }) => unitId))]
  await settleSigning(ctx, tx, programmeId, unitIds)
}

/** Where nothing waits for the office any more, it has done all it was told of. */
export async function settleConsents(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  decided: readonly IndicatorId[],
): Promise<void> {
  const waiting = await hasPlansToConsent(tx, programmeId)
  await settleNotices(ctx, tx, {
    kinds: ['plan-to-consent'],
    programmeId,
    ...(waiting && { indicatorIds: decided }),
  })
}
