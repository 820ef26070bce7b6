/**
 * Units in order of how much of what was due they keep to plan. Those that lead promises and those that only carry
 * shares are ranked apart: a district with eighty shares and an office with two do not compare.
 */
import { isLagging } from '../light/light-level.ts'
import type { UnitId } from '../values/ids.ts'
import type { UnitAnswer } from './unit-answers.ts'

export type RankedUnit = {
  readonly unitId: UnitId
  readonly name: string
  /** From 1; equals share one, and the next is skipped. Null: nothing was due, so it is not ranked. */
  readonly rank: number | null
  /** Promises and shares that something was due of. */
  readonly due: number
  /** Of these, on plan, ahead or reached. */
  readonly kept: number
  readonly farBehind: number
}

export type UnitRanking = { readonly leads: readonly RankedUnit[]; readonly carriers: readonly RankedUnit[] }

export function rankUnits(
  units: readonly { readonly id: UnitId; readonly name: string }[],
  answersOf: ReadonlyMap<UnitId, readonly UnitAnswer[]>,
): UnitRanking {
  const counted = units.map(({ id, name }) => {
    const answers = answersOf.get(id) ?? []
    // What is closed was due and kept, whatever its figures do since.
    const due = answers
      .map(({ level, isClosed }) => (isClosed ? 'reached' : level))
      .filter((level) => level !== 'unplanned' && level !== 'not-due')
    return {
      isLead: answers.some(({ isLead }) => isLead),
      unit: {
        unitId: id,
        name,
        due: due.length,
        kept: due.filter((level) => !isLagging(level)).length,
        farBehind: due.filter((level) => level === 'far-behind').length,
      },
    }
  })
  const rankedOf = (leads: boolean) =>
    rankedUnits(counted.filter(({ isLead }) => isLead === leads).map(({ unit }) => unit))
  return { leads: rankedOf(true), carriers: rankedOf(false) }
}

type Counted = Omit<RankedUnit, 'rank'>

function rankedUnits(units: readonly Counted[]): RankedUnit[] {
  const ranked = units.filter(({ due }) => due > 0).toSorted(compareUnits)
  const unranked = units.filter(({ due }) => due === 0)
  return [
    ...ranked.map((unit) => ({
      ...unit,
      rank: 1 + ranked.findIndex((other) => compareUnits(other, unit) === 0),
    })),
    ...unranked.map((unit) => ({ ...unit, rank: null })),
  ]
}

/** By the share kept, the higher first; of equals by the share far behind, the lower first. Exact: nothing is divided. */
function compareUnits(a: Counted, b: Counted): number {
  return b.kept * a.due - a.kept * b.due || a.farBehind * b.due - b.farBehind * a.due
}
