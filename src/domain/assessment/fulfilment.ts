/** How far a promise, or a unit's share of it, is fulfilled at the end of a month, in percent with one decimal, half up. */
import { Big } from 'big.js'
import { cellAt, levelAt, type ShareHistory } from '../light/history.ts'
import { cellLight, isReached, lightOf, type LightCell, type LightMoment } from '../light/light.ts'
import type { LightRules } from '../light/light-rules.ts'
import { addsUp } from '../plan/plan.ts'
import type { Target } from '../programme/target.ts'
import { progressPercent } from '../reporting/reported-figure.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import { monthOf, monthOfDay, monthsOfYear, type Month } from '../values/month.ts'
import { addQuantities, type Quantity } from '../values/quantity.ts'
import type { AssessedPromise } from './assessed-unit.ts'
import type { AssessmentScheme, JudgedLevel } from './scheme.ts'

/** What is answered for: a promise with all its cells, or one share of it. */
export type Answered = {
  readonly target: Target
  readonly cells: readonly ShareHistory[]
  /** True for one unit's share of what another leads: measured against the share. */
  readonly own: boolean
}

export type Fulfilled = Omit<AssessedPromise, 'indicatorId'>

/** Undefined where nothing is planned, or nothing was due yet. */
export function fulfilmentOf(
  { target, cells, own }: Answered,
  moment: LightMoment,
  rules: LightRules,
  { levelPoints }: Pick<AssessmentScheme, 'levelPoints'>,
): Fulfilled | undefined {
  const known = cells.map((cell) => cellAt(cell, moment.month))
  const [first] = known
  if (!first) return undefined
  const light = own ? cellLight(target, first, moment, rules) : lightOf(target, known, moment, rules)
  if (light.level === 'unplanned' || light.level === 'not-due') return undefined
  const measured = target.value !== null && (target.kind === 'quantity' || target.kind === 'rate')
  if (measured) {
    const against = own ? ownTarget(target, first) : target
    const figure = sumOf(known.map(({ approved }) => approved))
    const percent = measuredPercent(against, figure)
    return { percent, measured, monthsEarly: early(against, cells, moment.month) }
  }
  if (known.some(({ stages }) => stages.length > 0))
    return { percent: stagedPercent(known), measured, monthsEarly: null }
  // A service is kept up, not reached: it is worth what its light is.
  return { percent: levelPoints[light.level satisfies JudgedLevel], measured, monthsEarly: null }
}

function ownTarget(target: Target, cell: LightCell): Target {
  const shared = addsUp(target) && target.kind !== 'rate'
  return shared ? { ...target, value: cell.share?.value ?? target.value } : target
}

function sumOf(figures: readonly (Quantity | null)[]): Quantity | null {
  return figures.reduce<Quantity | null>(addQuantities, null)
}

/** What is not to be exceeded is fulfilled by staying below: every per cent above takes one away. */
function measuredPercent(target: Target, figure: Quantity | null): Decimal {
  const percent = new Big(progressPercent(target, figure) ?? 0)
  if (target.comparator !== 'lte') return decimal(percent.lt(0) ? 0 : percent)
  if (figure === null) return decimal(0)
  const over = percent.minus(100)
  const left = new Big(100).minus(over)
  return decimal(over.lte(0) ? 100 : left.lt(0) ? 0 : left)
}

/** The stage every unit has reached, as a part of all stages; the mean over units. */
function stagedPercent(cells: readonly LightCell[]): Decimal {
  const staged = cells.filter(({ stages }) => stages.length > 0)
  const sum = staged
    .map(({ stage, stages }) => {
      const place = stages.findIndex((each) => each.stage === stage) + 1
      return new Big(place).times(100).div(stages.length)
    })
    .reduce((total, part) => total.plus(part), new Big(0))
  return decimal(sum.div(staged.length).round(1, Big.roundHalfUp))
}

/** The first month of the year at whose end the target was met, against the month it is due in: December where none is stated. */
function early({ value, ...target }: Target, cells: readonly ShareHistory[], upTo: Month): number | null {
  if (target.comparator === 'lte' || value === null) return null
  const isMetAt = (month: Month) => {
    const figure = sumOf(cells.map((cell) => levelAt(cell, month)))
    return figure !== null && isReached({ ...target, value }, figure)
  }
  if (!isMetAt(upTo)) return null
  const year = Number(upTo.slice(0, 4))
  const due = target.deadline === null ? monthOf(year, 12) : monthOfDay(target.deadline)
  const met = monthsOfYear(year).find(isMetAt)
  return met === undefined ? null : monthsBetween(met, due)
}

function monthsBetween(from: Month, to: Month): number {
  const index = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return index(to) - index(from)
}
