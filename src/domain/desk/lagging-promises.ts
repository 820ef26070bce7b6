/** Promises that lag, the worst first. */
import { compareDecimals, decimal, type Decimal } from '../values/decimal.ts'
import { compareLevels, isLagging, type LightLevel } from '../light/light-level.ts'
import type { Light } from '../light/light.ts'
import type { SubjectLight } from '../light/programme-lights.ts'

/** Negative where `a` is worse. By level; within one by how far: points short or over, days late, months silent. */
export function compareLagging(a: Light, b: Light): number {
  return compareLevels(b.level, a.level) || compareDecimals(distanceOf(b), distanceOf(a))
}

export function laggingPromises(subjects: readonly SubjectLight[]): SubjectLight[] {
  return subjects
    .filter(({ scope, level }) => scope === 'indicator' && isLagging(level))
    .toSorted(compareLagging)
}

/** Points of the target; a day counts for one, a silent month for thirty: an order, no measure. */
function distanceOf({ reason }: Light): Decimal {
  if (reason.code === 'progress' || reason.code === 'ceiling') return reason.gap
  if (reason.code === 'stage') return decimal(reason.days)
  return decimal(reason.code === 'silent' ? reason.months * 30 : 0)
}

/** How many promises are at each level, in the order of the levels; none of a level that has none. */
export function countLevels(levels: readonly LightLevel[]): { level: LightLevel; count: number }[] {
  const counts = Map.groupBy(levels, (level) => level)
  return [...counts]
    .map(([level, all]) => ({ level, count: all.length }))
    .toSorted((a, b) => compareLevels(a.level, b.level))
}
