/** The plan a promise gets where nobody typed anything: who carries it, how it is split, when its stages are due. */
import { decimal, type Decimal } from './decimal.ts'
import type { UnitId } from './ids.ts'
import { lastDayOf, type Month } from './month.ts'
import { addsUp, shareDecimals, type PlanBody, type PlanShare, type PlanStage } from './plan.ts'
import { curveLevels, type ShapedCurve } from './plan-curve.ts'
import { splitByPercentages, splitByWeights } from './plan-split.ts'
import type { PlainDate } from './plain-date.ts'
import type { Target } from './target.ts'
import type { UnitKind } from './unit.ts'

/** Why a unit is offered for a share: it leads, it cooperates, or a group that cooperates stands for it. */
export const candidateRelations = ['lead', 'cooperating', 'member', 'other'] as const
export type Candidate = {
  readonly unitId: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly relation: (typeof candidateRelations)[number]
}

/** What is counted is split over the districts where the task names them; everything else stays with the lead unit. */
export function defaultUnits(target: Target, candidates: readonly Candidate[], leadUnitId: UnitId): UnitId[] {
  const districts = candidates.filter(
    ({ relation, kind }) => relation === 'member' || (relation === 'cooperating' && kind === 'district'),
  )
  const shared = ['quantity', 'rate', 'entitlement'].includes(target.kind)
  return shared && districts.length > 0 ? districts.map(({ unitId }) => unitId) : [leadUnitId]
}

/** The stages of a building; anything else that is to be reached is done or not done. */
export const buildingStages = ['立项', '开工', '主体', '竣工', '验收', '投用'] as const
export const doneStages = ['完成'] as const

export function defaultStageNames({ action }: Target): readonly string[] {
  return /建/.test(action) ? buildingStages : doneStages
}

/** Stages spread evenly over the months, each due on the last day of one; the last at the deadline. */
export function spreadStages(
  names: readonly string[],
  months: readonly Month[],
  deadline: PlainDate | null,
): PlanStage[] {
  return names.map((stage, index) => {
    const at = Math.max(0, Math.round(((index + 1) * months.length) / names.length) - 1)
    const month = months[at] ?? months[0]
    if (month === undefined) throw new RangeError('a plan has at least one month')
    const end = lastDayOf(month)
    return {
      stage,
      dueOn: deadline !== null && (index === names.length - 1 || end > deadline) ? deadline : end,
    }
  })
}

export type SplitChoice = {
  readonly basis: PlanBody['basis']
  readonly baseName: string | null
  /** By unit; a unit without one weighs nothing. Null: all the same. */
  readonly weights: ReadonlyMap<UnitId, Decimal> | null
  readonly curve: ShapedCurve
}

const rateDecimals = 1

/** Splits a target over units by a choice, and every share over the months. */
export function splitTarget(
  target: Target,
  units: readonly UnitId[],
  { basis, baseName, weights, curve }: SplitChoice,
  months: readonly Month[],
  deadline: PlainDate | null,
): PlanBody {
  const weightOf = (unitId: UnitId) => (weights === null ? null : (weights.get(unitId) ?? decimal(0)))
  const values = shareValues(target, units, basis, weightOf)
  const share = (unitId: UnitId): PlanShare => {
    const value = values?.get(unitId) ?? null
    const base = { unitId, value, denominator: null, weight: weightOf(unitId) }
    if (target.kind === 'milestone')
      return { ...base, points: [], stages: spreadStages(defaultStageNames(target), months, deadline) }
    return { ...base, points: pointsOf(target, value, null, curve, months), stages: [] }
  }
  return {
    curve: target.kind === 'milestone' ? 'stages' : curve,
    basis,
    baseName: basis === 'base' ? baseName : null,
    shares: units.map(share),
  }
}

/** Undefined where there is no figure to split. A rate is the same for every unit until its denominators are known. */
function shareValues(
  target: Target,
  units: readonly UnitId[],
  basis: PlanBody['basis'],
  weightOf: (unitId: UnitId) => Decimal | null,
): Map<UnitId, Decimal> | undefined {
  const { value } = target
  if (value === null || !addsUp(target)) return undefined
  if (target.kind === 'rate') return new Map(units.map((unitId) => [unitId, value]))
  const weighed = units.map((key) => ({ key, weight: weightOf(key) ?? decimal(1) }))
  const split = basis === 'percentage' ? splitByPercentages : splitByWeights
  return split(value, weighed, shareDecimals(target))
}

/** The points of a share by a curve; none where the share has no figure. */
export function pointsOf(
  target: Target,
  value: Decimal | null,
  denominator: Decimal | null,
  curve: ShapedCurve,
  months: readonly Month[],
): PlanShare['points'] {
  if (value === null) return []
  const decimals = target.kind === 'rate' && denominator === null ? rateDecimals : shareDecimals(target)
  const levels = curveLevels(value, curve, months.length, decimals)
  return months.map((month, index) => ({ month, value: levels[index] ?? value, denominator }))
}
