/** How the lead units of the demonstration split their promises: by a size of each district, in curves of every shape. */
import type { ShapedCurve } from '../plan/plan-curve.ts'
import { plansByChoice, type KnownUnits } from '../plan/plans-by-choice.ts'
import type { PlanDraft } from '../plan/plan.ts'
import type { Programme } from '../programme/programme.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import type { UnitId } from '../values/ids.ts'
import { randomOf } from './random.ts'

const curves: Readonly<Record<ShapedCurve, number>> = {
  linear: 45,
  'sixty-forty': 25,
  's-curve': 15,
  step: 15,
}

/** The figures are made up, and the name of the base says so wherever it is printed. */
const baseName = '演示权数（虚构）'

export function demonstrationPlans(
  seed: string,
  programme: Pick<Programme, 'year' | 'projects'>,
  known: KnownUnits,
): PlanDraft[] {
  const sizes = sizesOf(seed, known)
  const numbers = new Map(
    programme.projects.flatMap(({ tasks }) =>
      tasks.flatMap(({ no, indicators }) =>
        indicators.map(({ id }, index) => [id, `${no}-${String(index)}`] as const),
      ),
    ),
  )
  const drafts = plansByChoice(programme, known, (promise, carriers) => ({
    // A share of what cannot be split between several has no size to be weighed by.
    ...(promise.kind === 'quantity' && carriers.length > 1
      ? { basis: 'base', baseName, weights: sizes }
      : { basis: 'number', baseName: null, weights: null }),
    curve: randomOf(seed, 'curve', numbers.get(promise.id) ?? '').pick(curves),
  }))
  return drafts.map((draft) => ({ ...draft, shares: withoutNothing(draft.shares) }))
}

/** A unit that nothing falls to does not report it every month. */
function withoutNothing(shares: PlanDraft['shares']): PlanDraft['shares'] {
  const carried = shares.filter(({ value }) => value !== '0')
  return carried.length > 0 ? carried : shares
}

function sizesOf(seed: string, { units }: KnownUnits): ReadonlyMap<UnitId, Decimal> {
  return new Map(
    units.map(({ unitId, name }) => [
      unitId,
      decimal(Math.round(randomOf(seed, 'size', name).between(30, 100))),
    ]),
  )
}
