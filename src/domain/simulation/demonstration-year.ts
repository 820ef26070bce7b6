/**
 * The demonstration's year: what each unit states for each promise and month of an adopted programme, from a seed. Who is
 * who goes by the numbers of tasks and the names of units, so that the same seed gives the same year whatever the ids.
 */
import { stagesToState, type TypedActual } from '../reporting/actual.ts'
import type { PlanDraft, PlanShare } from '../plan/plan.ts'
import type { Indicator, Programme } from '../programme/programme.ts'
import type { Target } from '../programme/target.ts'
import { compareDecimals, decimal, type Decimal } from '../values/decimal.ts'
import type { IndicatorId, UnitId } from '../values/ids.ts'
import { addMonths, lastDayOf, monthsOfYear, type Month } from '../values/month.ts'
import { wellRun } from './well-run.ts'
import { randomOf } from './random.ts'
import { simulateYear } from './simulate-year.ts'
import type { PlannedCell, SimulatedCell } from './simulated-cell.ts'

export type DemonstrationUnit = {
  readonly unitId: UnitId
  readonly name: string
  readonly isDistrict: boolean
}

export type YearToDemonstrate = {
  readonly seed: string
  readonly programme: Pick<Programme, 'year' | 'projects'>
  readonly plans: readonly PlanDraft[]
  readonly units: readonly DemonstrationUnit[]
}

/** The figure of a sheet's cell as somebody types it. */
export type ToldFigure = Pick<TypedActual, 'value' | 'denominator' | 'stage'>

export type DemonstrationCell = {
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  /** What chance of this cell is drawn by: the number of the promise and the name of the unit. */
  readonly key: string
  readonly target: Target
  readonly stages: PlanShare['stages']
  /** As first stated; absent where the month is left out. */
  readonly told: ReadonlyMap<Month, ToldFigure>
  readonly corrections: readonly { readonly month: Month; readonly told: ToldFigure; readonly in: Month }[]
  /** What was really done by the end of a month; null for what has no figure. */
  readonly done: ReadonlyMap<Month, Decimal> | null
}

export type DemonstrationYear = {
  /** Reports the plan's numbers where it lags. */
  readonly fudgedUnit: UnitId | null
  readonly cells: readonly DemonstrationCell[]
}

export function demonstrationYear(given: YearToDemonstrate): DemonstrationYear {
  const { seed, programme, units } = given
  const carried = carriedShares(given)
  const planned = carried.flatMap((share) => plannedCell(share) ?? [])
  const districts = units.filter(({ isDistrict }) => isDistrict).map(({ name }) => name)
  const simulated = simulateYear({ seed, year: programme.year, cells: planned, mayFudge: districts })
  const found = new Map(simulated.cells.map((cell) => [keyOf(cell), wellRun(seed, programme.year, cell)]))
  return {
    fudgedUnit: units.find(({ name }) => name === simulated.fudgedUnit)?.unitId ?? null,
    cells: carried.map((share) => storyOf(seed, programme.year, share, found.get(share.key))),
  }
}

const keyOf = ({ indicatorId, unitId }: Pick<PlannedCell, 'indicatorId' | 'unitId'>) =>
  `${indicatorId} ${unitId}`

/** A share with the names its chance is drawn by. */
type CarriedShare = {
  readonly key: string
  readonly number: string
  readonly unit: string
  readonly project: string
  readonly promise: Indicator
  readonly deadline: PlannedCell['deadline']
  readonly share: PlanShare
}

function carriedShares({ programme, plans, units }: YearToDemonstrate): CarriedShare[] {
  const planOf = new Map(plans.map((plan) => [plan.indicatorId, plan]))
  const nameOf = new Map(units.map(({ unitId, name }) => [unitId, name]))
  return programme.projects.flatMap((project) =>
    project.tasks.flatMap((task) =>
      task.indicators.flatMap((promise, index) => {
        const number = `${task.no}-${String(index + 1)}`
        return (planOf.get(promise.id)?.shares ?? []).map((share): CarriedShare => {
          const unit = nameOf.get(share.unitId) ?? ''
          return {
            key: keyOf({ indicatorId: number, unitId: unit }),
            number,
            unit,
            project: String(project.no),
            promise,
            deadline: promise.deadline ?? task.deadline,
            share,
          }
        })
      }),
    ),
  )
}

/** Stages are simulated as parts of a hundred; what has neither a figure nor stages has nothing to simulate. */
function plannedCell({ number, unit, project, promise, deadline, share }: CarriedShare): PlannedCell | null {
  const same = {
    indicatorId: number,
    unitId: unit,
    projectId: project,
    ledger: promise.ledger,
    comparator: promise.comparator ?? 'gte',
    deadline,
  } as const
  if (share.stages.length > 0) {
    const due = (month: Month) =>
      share.stages.filter(({ dueOn }) => dueOn <= lastDayOf(month)).length / share.stages.length
    const months = monthsOfYear(Number(share.stages[0]?.dueOn.slice(0, 4)))
    return {
      ...same,
      ledger: 'stages',
      target: decimal(100),
      plan: months.map((month) => ({ month, value: decimal(Math.round(due(month) * 100)) })),
    }
  }
  if (share.value === null || compareDecimals(share.value, decimal(0)) <= 0) return null
  return { ...same, target: share.value, plan: share.points.map(({ month, value }) => ({ month, value })) }
}

function storyOf(
  seed: string,
  year: number,
  { key, promise, share }: CarriedShare,
  simulated: SimulatedCell | undefined,
): DemonstrationCell {
  const same = {
    indicatorId: promise.id,
    unitId: share.unitId,
    key,
    target: promise,
    stages: share.stages,
  } as const
  if (!simulated) {
    const told: ToldFigure = { value: promise.value ?? '', denominator: '', stage: '' }
    return {
      ...same,
      told: new Map(monthsOfYear(year).map((month) => [month, told])),
      corrections: [],
      done: null,
    }
  }
  const tell = teller(seed, key, promise, share)
  const first = simulated.reports.filter(({ correctedIn }) => correctedIn === null)
  const corrections = simulated.reports.filter(({ correctedIn }) => correctedIn !== null)
  const said = (reports: typeof first) => reports.map(({ month, value }) => [month, tell(value)] as const)
  // Most mistakes are found by who makes them, before the figure is stated.
  const rightAtOnce = simulated.fudge === null && randomOf(seed, 'found', key).chance(0.6)
  const told = new Map([...said(first), ...(rightAtOnce ? said(corrections) : [])])
  return {
    ...same,
    told,
    corrections: rightAtOnce
      ? []
      : corrections
          .map(({ month, value, correctedIn }) => ({
            month,
            told: tell(value),
            in: checkedIn(correctedIn ?? month),
          }))
          .filter((each) => isOther(each.told, told.get(each.month))),
    done: new Map(simulated.truth.months.map(({ month, value }) => [month, value])),
  }
}

function isOther(figure: ToldFigure, than: ToldFigure | undefined): boolean {
  return figure.value !== than?.value || figure.stage !== than.stage
}

/** Figures are checked against the ledgers at the ends of quarters, and put right then. */
function checkedIn(month: Month): Month {
  return addMonths(month, (3 - (Number(month.slice(5, 7)) % 3)) % 3)
}

/** How a level is put in the fields of the cell. */
function teller(
  seed: string,
  key: string,
  { kind }: Target,
  { stages, denominator }: PlanShare,
): (level: Decimal) => ToldFigure {
  const nothing: ToldFigure = { value: '', denominator: '', stage: '' }
  if (stages.length > 0) {
    const order = stagesToState(stages)
    return (level) => ({
      ...nothing,
      stage: order[Math.min(stages.length, Math.floor((Number(level) * stages.length) / 100 + 0.05))] ?? '',
    })
  }
  if (kind !== 'rate') return (value) => ({ ...nothing, value })
  // Planned in per cent: what there is to be covered is known to those who cover it.
  const whole = Number(denominator ?? Math.round(randomOf(seed, 'covered', key).between(120, 2400)))
  return (level) => {
    const covered = denominator === null ? Math.floor((Number(level) * whole) / 100) : Number(level)
    return { ...nothing, value: String(Math.min(whole, covered)), denominator: String(whole) }
  }
}
