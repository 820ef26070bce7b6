/** A programme's history as the database sends it, and how it is put together. */
import { closedDays, type DecidedClaim } from '../domain/acceptance/closing.ts'
import type {
  ApprovedMonth,
  IndicatorHistory,
  MonthLevel,
  ProgrammeHistory,
  ServiceMonth,
  ShareHistory,
} from '../domain/light/history.ts'
import type { Target } from '../domain/programme/target.ts'
import type { PlannedStage } from '../domain/reporting/actual.ts'
import type { Decimal } from '../domain/values/decimal.ts'
import type { IndicatorId, TaskId, UnitId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import { quantityOf } from '../domain/values/quantity.ts'
import { monthsIn, type MonthFields, type MonthsOfCell } from './months-of-cells.ts'

type Figure = Decimal | null
type CellKey = readonly [IndicatorId, UnitId]

/**
 * Lists that stand apart and are put together here, by key: the database is spared joins of what it has just gathered,
 * which without statistics (a year's first day) it does row by row. Tuples, since there are thousands.
 */
export type FlatHistory = Omit<ProgrammeHistory, 'indicators'> & {
  readonly indicators: readonly {
    readonly id: IndicatorId
    readonly taskId: TaskId
    readonly text: string
    readonly start: number
    readonly end: number
    readonly target: Target
    readonly leadUnitId: UnitId | null
  }[]
  readonly shares: readonly (readonly [...CellKey, unit: string, Figure, Figure])[]
  /** Month, value, denominator. */
  readonly points: readonly MonthsOfCell[]
  readonly stages: readonly (readonly [...CellKey, stage: string, dueOn: PlainDate])[]
  /** Month, version approved, value, denominator. */
  readonly levels: readonly MonthsOfCell[]
  /** Of the reports that state a stage or correct another: the stage, and the month in which it was sent where it corrects. */
  readonly reports: readonly (readonly [
    ...CellKey,
    Month,
    version: number,
    stage: string | null,
    correctedIn: Month | null,
  ])[]
  readonly services: readonly (readonly [...CellKey, Month, Decimal, Decimal, Decimal])[]
  readonly claims: readonly DecidedClaim[]
}

export function historyOf(flat: FlatHistory): ProgrammeHistory {
  const { indicators, shares, points, stages, levels, reports, services, claims, ...head } = flat
  const closedOn = closedDays(claims)
  const parts = {
    points: textByCell(points),
    levels: textByCell(levels),
    stages: byCell(stages),
    reports: byCell(reports),
    services: byCell(services),
  }
  const cellsOf = Map.groupBy(shares, ([indicatorId]) => indicatorId)
  return {
    ...head,
    indicators: indicators.map(({ text, start, end, ...indicator }): IndicatorHistory => ({
      ...indicator,
      sentence: text.slice(start, end),
      closedOn: closedOn.get(indicator.id) ?? null,
      cells: (cellsOf.get(indicator.id) ?? []).map((share) => cellOf(share, parts)),
    })),
  }
}

type Parts = {
  readonly points: ReadonlyMap<string, string>
  readonly levels: ReadonlyMap<string, string>
  readonly stages: ReadonlyMap<string, FlatHistory['stages']>
  readonly reports: ReadonlyMap<string, FlatHistory['reports']>
  readonly services: ReadonlyMap<string, FlatHistory['services']>
}

function cellOf(
  [indicatorId, unitId, unit, value, denominator]: FlatHistory['shares'][number],
  parts: Parts,
): ShareHistory {
  const key = `${indicatorId} ${unitId}`
  const levels = monthsIn(parts.levels.get(key))
  return {
    unitId,
    unit,
    share: quantityOf(value, denominator),
    stages: (parts.stages.get(key) ?? []).map(([, , stage, dueOn]): PlannedStage => ({ stage, dueOn })),
    plan: monthsIn(parts.points.get(key)).map(([month, level, of]): MonthLevel => ({
      month,
      level: { value: level as Decimal, denominator: figureOf(of) },
    })),
    approved: levels
      .filter(([, version]) => version !== '')
      .map((fields) => approvedMonth(fields, parts.reports.get(key))),
    reportedFor: levels.map(([month]) => month),
    services: (parts.services.get(key) ?? []).map(
      ([, , month, served, outages, complaints]): ServiceMonth => ({
        month,
        served,
        outages,
        complaints,
      }),
    ),
  }
}

function approvedMonth(
  [month, version, level, of]: MonthFields,
  reports: FlatHistory['reports'] | undefined,
): ApprovedMonth {
  const report = reports?.find((each) => each[2] === month && each[3] === Number(version))
  return {
    month,
    level: quantityOf(figureOf(level), figureOf(of)),
    stage: report?.[4] ?? null,
    correctedIn: report?.[5] ?? null,
  }
}

function textByCell(cells: readonly MonthsOfCell[]): Map<string, string> {
  return new Map(cells.map(([indicatorId, unitId, months]) => [`${indicatorId} ${unitId}`, months]))
}

function figureOf(field: string | undefined): Figure {
  return field === undefined || field === '' ? null : (field as Decimal)
}

function byCell<Tuple extends readonly [...CellKey, ...unknown[]]>(
  tuples: readonly Tuple[],
): Map<string, Tuple[]> {
  return Map.groupBy(tuples, ([indicatorId, unitId]) => `${indicatorId} ${unitId}`)
}
