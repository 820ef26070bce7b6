/**
 * How a target is split over units and months (glossary: 分解). A share is what one unit takes on; its points are the
 * cumulative level to be reached by the end of each month; a milestone has dated stages instead.
 */
import type { Decimal } from './decimal.ts'
import type { IndicatorId, UnitId } from './ids.ts'
import { monthOf, monthOfDay, addMonths, type Month } from './month.ts'
import type { PlainDate } from './plain-date.ts'
import type { Target } from './target.ts'

/** How the months of each share were shaped: 序时, 阶梯（按季）, S 形, 上半年60 %/下半年40 %, typed in; stages for milestones. */
export const planCurves = ['linear', 'step', 's-curve', 'sixty-forty', 'typed', 'stages'] as const
export type PlanCurve = (typeof planCurves)[number]

/** How the shares were found. */
export const planBases = ['number', 'percentage', 'base'] as const
export type PlanBasis = (typeof planBases)[number]

export type PlanPoint = {
  readonly month: Month
  readonly value: Decimal
  readonly denominator: Decimal | null
}

export type PlanStage = { readonly stage: string; readonly dueOn: PlainDate }

export type PlanShare = {
  readonly unitId: UnitId
  /** Null where there is no figure to share: a milestone, a service, an activity. */
  readonly value: Decimal | null
  /**
   * For a rate: the share is `value` over `denominator`. Without one, what must be covered is not known yet and `value`
   * is the rate itself in per cent (全覆盖 is 100).
   */
  readonly denominator: Decimal | null
  /** What the unit weighs in the basis: its percentage, its population, last year's figure. */
  readonly weight: Decimal | null
  readonly points: readonly PlanPoint[]
  readonly stages: readonly PlanStage[]
}

export type PlanBody = {
  readonly curve: PlanCurve
  readonly basis: PlanBasis
  /** What the shares were weighed by, e.g. 常住人口 2022; null unless the basis is one. */
  readonly baseName: string | null
  readonly shares: readonly PlanShare[]
}

export type PlanDraft = PlanBody & {
  readonly indicatorId: IndicatorId
  /** The highest version seen; 0 where there was none. Refused when another came since. */
  readonly basedOn: number
  readonly reason: string | null
}

export const signatureDecisions = ['sign', 'object'] as const
export type SignatureDecision = (typeof signatureDecisions)[number]

export const consentDecisions = ['consent', 'refuse'] as const
export type ConsentDecision = (typeof consentDecisions)[number]

/** Where the plan of a promise stands. */
export const planStates = ['to-plan', 'to-consent', 'objected', 'to-sign', 'signed'] as const
export type PlanState = (typeof planStates)[number]

/** `decisions` are the latest of each share of the plan in force; undefined where no plan is in force. */
export function planState(
  decisions: readonly (SignatureDecision | null)[] | undefined,
  awaitsConsent: boolean,
): PlanState {
  if (awaitsConsent) return 'to-consent'
  if (decisions === undefined) return 'to-plan'
  if (decisions.includes('object')) return 'objected'
  return decisions.every((decision) => decision === 'sign') ? 'signed' : 'to-sign'
}

/** A plan says nothing of a month before its year; a deadline far off is planned in the years that follow. */
const longestPlan = 36

/** The months a plan has: from January of the programme's year to the month of the deadline, December where none is stated. */
export function planMonths(year: number, deadline: PlainDate | null): readonly Month[] {
  const first = monthOf(year, 1)
  const last = deadline === null ? monthOf(year, 12) : monthOfDay(deadline)
  const months = [first]
  for (
    let month = addMonths(first, 1);
    month <= last && months.length < longestPlan;
    month = addMonths(month, 1)
  ) {
    months.push(month)
  }
  return months
}

/** Whether the shares are figures that add up to the target. A rate has its own sum; an entitlement is the same for all. */
export function addsUp({ kind, value }: Target): boolean {
  return value !== null && (kind === 'quantity' || kind === 'rate')
}

/** Lengths, areas, money and weights have decimals; whatever is counted has none. */
const measures =
  /^(百|千|万|亿)?(平方|立方)?(公里|千米|米|厘米|公顷|亩|元|美元|吨|公斤|千克|克|升|千瓦|兆瓦|千瓦时|度|小时|方|%|％|‰|个百分点|㎡|km|m|m²|km²)$/

/** How many decimals a share of a target may have: none where it is counted, at least two where it is measured. */
export function shareDecimals({ kind, unit, value }: Target): number {
  const own = value?.split('.')[1]?.length ?? 0
  if (kind === 'rate') return 0
  return unit !== null && measures.test(unit) ? Math.max(2, own) : own
}
