/** The units of a programme with what each is assessed by, put together from the programme's history. */
import type { IndicatorHistory, ProgrammeHistory } from '../light/history.ts'
import type { LightLevel } from '../light/light-level.ts'
import type { LightRules } from '../light/light-rules.ts'
import type { LightMoment } from '../light/light.ts'
import type { Period } from '../reporting/period.ts'
import type { Decimal } from '../values/decimal.ts'
import type { IndicatorId, UnitId } from '../values/ids.ts'
import { monthOfDay, type Month } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { AssessedPromise, AssessedUnit, AssessmentGroup } from './assessed-unit.ts'
import { fulfilmentOf } from './fulfilment.ts'
import type { AssessmentScheme } from './scheme.ts'

/** What is known beside the programme's history; lists in any order. */
export type AssessmentFacts = {
  readonly groups: readonly { readonly unitId: UnitId; readonly group: AssessmentGroup }[]
  /** Of units, by month, as last published. */
  readonly lights: readonly { readonly unitId: UnitId; readonly month: Month; readonly level: LightLevel }[]
  /** The days on which the months of a cell were first reported. */
  readonly firstReports: readonly {
    readonly indicatorId: IndicatorId
    readonly unitId: UnitId
    readonly days: ReadonlyMap<Month, PlainDate>
  }[]
  readonly satisfaction: readonly {
    readonly unitId: UnitId
    readonly value: Decimal
    readonly source: string
  }[]
  readonly falseReports: readonly {
    readonly unitId: UnitId
    readonly indicatorId: IndicatorId
    readonly month: Month
  }[]
  /** Each step of the ladder that followed another: the lead unit had let that one lapse. */
  readonly lapsedOrders: readonly {
    readonly unitId: UnitId
    readonly order: string
    readonly month: Month
  }[]
}

export type AssessmentMoment = LightMoment & { readonly periods: readonly Period[] }

/** A unit answers for what it leads as a whole, and for its shares of what others lead. Those that answer for nothing are left out. */
export function assessedUnits(
  history: ProgrammeHistory,
  facts: AssessmentFacts,
  moment: AssessmentMoment,
  rules: LightRules,
  scheme: AssessmentScheme,
): readonly AssessedUnit[] {
  const projectOf = new Map(history.tasks.map(({ id, projectId }) => [id, projectId]))
  const groupOf = new Map(facts.groups.map(({ unitId, group }) => [unitId, group]))
  const reportedOn = new Map(
    facts.firstReports.map(({ indicatorId, unitId, days }) => [`${indicatorId} ${unitId}`, days]),
  )
  const of = <Fact extends { readonly unitId: UnitId }>(list: readonly Fact[], unitId: UnitId) =>
    list.filter((each) => each.unitId === unitId)
  return history.units.flatMap(({ id, name }): AssessedUnit[] => {
    const answered = history.indicators.filter((indicator) => answersFor(indicator, id))
    if (answered.length === 0) return []
    const shared = answered.filter(({ cells }) => cells.some(({ unitId }) => unitId === id))
    const { month } = moment
    return [
      {
        unitId: id,
        unit: name,
        group: groupOf.get(id) ?? 'departments',
        projects: new Set(answered.map(({ taskId }) => projectOf.get(taskId))).size,
        promises: answered.flatMap((indicator) => promiseOf(indicator, id, moment, rules, scheme)),
        lights: of(facts.lights, id)
          .filter((light) => light.month <= month)
          .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
        reports: moment.periods
          .filter((period) => moment.pastDue.includes(period.month))
          .map((period) => reportsOf(shared, period, (promise) => reportedOn.get(`${promise} ${id}`))),
        satisfaction: of(facts.satisfaction, id)[0] ?? null,
        lapsedOrders: of(facts.lapsedOrders, id),
        falseReports: of(facts.falseReports, id)
          .filter((doubt) => doubt.month <= month)
          .map(({ indicatorId, month: reported }) => ({ indicatorId, month: reported })),
      },
    ]
  })
}

function answersFor({ leadUnitId, cells }: IndicatorHistory, unitId: UnitId): boolean {
  return leadUnitId === unitId || cells.some((cell) => cell.unitId === unitId)
}

function promiseOf(
  { id, target, leadUnitId, cells }: IndicatorHistory,
  unitId: UnitId,
  moment: LightMoment,
  rules: LightRules,
  scheme: AssessmentScheme,
): AssessedPromise[] {
  const own = leadUnitId !== unitId
  const answered = { target, own, cells: own ? cells.filter((cell) => cell.unitId === unitId) : cells }
  const fulfilled = fulfilmentOf(answered, moment, rules, scheme)
  return fulfilled ? [{ indicatorId: id, ...fulfilled }] : []
}

/** Every share is reported month by month, up to the month it is due in, or until its promise is closed. */
function reportsOf(
  shared: readonly IndicatorHistory[],
  { month, dueOn }: Period,
  daysOf: (id: IndicatorId) => ReadonlyMap<Month, PlainDate> | undefined,
): AssessedUnit['reports'][number] {
  const due = shared.filter(
    ({ target: { deadline }, closedOn }) =>
      (closedOn === null || closedOn > dueOn) && (deadline === null || monthOfDay(deadline) >= month),
  )
  const inTime = due.filter(({ id }) => {
    const day = daysOf(id)?.get(month)
    return day !== undefined && day <= dueOn
  })
  return { month, due: due.length, onTime: inTime.length }
}
