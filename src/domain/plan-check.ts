/** Whether a plan can stand, and whether its shares make the target. The browser marks cells by it, the server refuses. */
import { Big } from 'big.js'
import { compareDecimals, decimal, subtract, type Decimal } from './decimal.ts'
import type { UnitId } from './ids.ts'
import type { Month } from './month.ts'
import { addsUp, shareDecimals, type PlanBody, type PlanShare } from './plan.ts'
import type { Target } from './target.ts'

export const planFaultReasons = [
  'no-shares',
  'unit-twice',
  'value-missing',
  'negative',
  'not-whole',
  'month-missing',
  'month-outside',
  'falls',
  'last-differs',
  'points-without-value',
  'denominator-differs',
  'stages-missing',
  'stages-out-of-order',
  'base-name-missing',
] as const
export type PlanFaultReason = (typeof planFaultReasons)[number]

/** What can be wrong with a cell of a plan that comes as a file, beyond the plan itself. */
export const fileFaultReasons = [
  'no-such-promise',
  'not-yours',
  'no-such-unit',
  'overtaken',
  'unreadable',
] as const

export type PlanFault = {
  readonly why: PlanFaultReason
  readonly unitId: UnitId | null
  /** Where in the unit's row: its share, a month, a stage by number from 0. */
  readonly field: 'shares' | 'baseName' | 'value' | 'denominator' | 'weight' | Month | `stage-${number}`
}

const zero = decimal(0)
const isWhole = (value: Decimal): boolean => !value.includes('.')

/** Everything that keeps the plan from standing, in the order of its rows. Too much or too little in sum is no fault. */
export function planFaults(target: Target, plan: PlanBody, months: readonly Month[]): PlanFault[] {
  const faults: PlanFault[] = []
  if (plan.shares.length === 0) faults.push({ why: 'no-shares', unitId: null, field: 'shares' })
  if (plan.basis === 'base' && plan.baseName === null)
    faults.push({ why: 'base-name-missing', unitId: null, field: 'baseName' })
  const seen = new Set<UnitId>()
  for (const share of plan.shares) {
    if (seen.has(share.unitId)) faults.push({ why: 'unit-twice', unitId: share.unitId, field: 'value' })
    seen.add(share.unitId)
    faults.push(...shareFaults(target, share, months))
  }
  return faults
}

function shareFaults(target: Target, share: PlanShare, months: readonly Month[]): PlanFault[] {
  const { unitId } = share
  const at = (why: PlanFaultReason, field: PlanFault['field']): PlanFault[] => [{ why, unitId, field }]
  if (share.weight !== null && compareDecimals(share.weight, zero) < 0) return at('negative', 'weight')
  if (share.denominator !== null && compareDecimals(share.denominator, zero) <= 0)
    return at('negative', 'denominator')
  if (target.kind === 'milestone') return stageFaults(share)
  if (share.value === null)
    return addsUp(target)
      ? at('value-missing', 'value')
      : share.points.length > 0
        ? at('points-without-value', 'value')
        : []
  const wholes =
    target.kind === 'rate' ? share.denominator !== null : addsUp(target) && shareDecimals(target) === 0
  if (compareDecimals(share.value, zero) < 0) return at('negative', 'value')
  if (wholes && !isWhole(share.value)) return at('not-whole', 'value')
  return pointFaults(share, share.value, months, wholes)
}

function pointFaults(
  { unitId, denominator, points }: PlanShare,
  value: Decimal,
  months: readonly Month[],
  wholes: boolean,
): PlanFault[] {
  const faults: PlanFault[] = []
  const outside = points.find(({ month }) => !months.includes(month))
  if (outside) return [{ why: 'month-outside', unitId, field: outside.month }]
  let reached = zero
  months.forEach((month, index) => {
    const point = points.find((each) => each.month === month)
    const say = (why: PlanFaultReason) => faults.push({ why, unitId, field: month })
    if (!point) return say('month-missing')
    if (compareDecimals(point.value, zero) < 0) say('negative')
    else if (wholes && !isWhole(point.value)) say('not-whole')
    else if (compareDecimals(point.value, reached) < 0) say('falls')
    else if (point.denominator !== denominator) say('denominator-differs')
    else if (index === months.length - 1 && point.value !== value) say('last-differs')
    reached = point.value
    return undefined
  })
  return faults
}

function stageFaults({ unitId, stages, points, value }: PlanShare): PlanFault[] {
  if (value !== null || points.length > 0) return [{ why: 'points-without-value', unitId, field: 'value' }]
  if (stages.length === 0) return [{ why: 'stages-missing', unitId, field: 'stage-0' }]
  const late = stages.findIndex(({ dueOn }, index) => dueOn < (stages[index - 1]?.dueOn ?? ''))
  return late < 0 ? [] : [{ why: 'stages-out-of-order', unitId, field: `stage-${late}` }]
}

/** How the shares stand to the target. `by` is how much is missing or too much. */
export type SumCheck = {
  readonly state: 'even' | 'over' | 'under' | 'enough' | 'not-added'
  readonly sum: Decimal | null
  /** sum − target; null where they are not added. */
  readonly difference: Decimal | null
}

/** “About” is kept within a twentieth. */
const tolerance = 0.05

export function checkSum(
  target: Target,
  shares: readonly Pick<PlanShare, 'value' | 'denominator'>[],
): SumCheck {
  const sum = addsUp(target) ? sumOf(target, shares) : null
  if (sum === null || target.value === null) return { state: 'not-added', sum: null, difference: null }
  const low = compareDecimals(sum, target.value)
  const difference = subtract(sum, target.value)
  const of = (state: SumCheck['state'], by = difference): SumCheck => ({ state, sum, difference: by })
  if (low === 0) return of('even')
  switch (target.comparator) {
    case 'gte':
      return of(low < 0 ? 'under' : 'enough')
    case 'lte':
      return of(low > 0 ? 'over' : 'enough')
    case 'range': {
      if (low < 0) return of('under')
      const high = target.valueMax ?? target.value
      return compareDecimals(sum, high) > 0 ? of('over', subtract(sum, high)) : of('enough')
    }
    case 'approx':
      if (new Big(difference).abs().lte(new Big(target.value).abs().times(tolerance))) return of('enough')
      break
    case 'eq':
    case null:
      break
  }
  return of(low < 0 ? 'under' : 'over')
}

/** Of a rate: what is to be covered over what there is, in per cent; where that is not known, the lowest rate of all. */
function sumOf(
  { kind }: Target,
  shares: readonly Pick<PlanShare, 'value' | 'denominator'>[],
): Decimal | null {
  const values = shares.flatMap(({ value }) => (value === null ? [] : [new Big(value)]))
  if (values.length === 0) return null
  const total = values.reduce((a, b) => a.plus(b))
  if (kind !== 'rate') return decimal(total)
  const rates = shares.filter(({ value, denominator }) => value !== null && denominator === null)
  if (rates.length > 0)
    return decimal(rates.map(({ value }) => new Big(value ?? 0)).reduce((a, b) => (a.lt(b) ? a : b)))
  const known = shares.reduce((a, { denominator }) => a.plus(denominator ?? 0), new Big(0))
  return decimal(total.times(100).div(known).round(4, Big.roundHalfUp))
}
