/** The demonstration's reporting: sheets in time and late, what was returned, what is put right of earlier months. */
import {
  daysInHand,
  isReturned,
  turnoutOf,
  type Turnout,
} from '../../../domain/simulation/demonstration-conduct.ts'
import type {
  DemonstrationCell,
  DemonstrationUnit,
  ToldFigure,
} from '../../../domain/simulation/demonstration-year.ts'
import type { Period } from '../../../domain/reporting/period.ts'
import type { ReportedCell } from '../../../domain/reporting/reported-cell.ts'
import { addDays, addWorkingDays } from '../../../domain/reporting/working-day.ts'
import type { IndicatorId, UnitId } from '../../../domain/values/ids.ts'
import type { Month } from '../../../domain/values/month.ts'
import type { Context } from '../../context.ts'
import { getSheet, submitSheet } from '../../reporting/sheets.ts'
import { filledCell } from './filled-cell.ts'
import { actAs, instant, officerOf, type Scene } from './scene.ts'
import type { Step } from './step.ts'

/** The sheets of those who come in time, or of those who come late. */
export function sheetSteps(turnout: Exclude<Turnout, 'silent'>) {
  return ({ seed, units, story, calendar }: Scene, { month, dueOn }: Period): Step[] =>
    reporting(units, story.cells).flatMap((unit, index) => {
      if (turnoutOf(seed, unit.name, month) !== turnout) return []
      const day =
        turnout === 'late'
          ? addWorkingDays(calendar, dueOn, 2)
          : addDays(dueOn, -daysInHand(seed, unit.name, month))
      return {
        month: month.slice(0, 7),
        name: `sheet ${unit.name}`,
        at: instant(day, 9 + (index % 8), 15),
        run: (ctx: Context, scene: Scene) =>
          submit(ctx, scene, unit.unitId, month, (cell, told) =>
            cell.standing === null ? (told.told.get(month) ?? null) : null,
          ),
      }
    })
}

/** What was returned comes again on the next working day. */
export function resubmissionSteps(scene: Scene, { month, dueOn }: Period): Step[] {
  const { seed, units, story, calendar } = scene
  const returned = story.cells.filter((cell) => isReturned(seed, cell, month))
  return reporting(units, returned).map((unit, index) => ({
    month: month.slice(0, 7),
    name: `resubmission ${unit.name}`,
    at: instant(addWorkingDays(calendar, dueOn, 1), 9 + (index % 8), 40),
    run: (ctx, now) =>
      submit(ctx, now, unit.unitId, month, (cell, told) =>
        cell.standing?.state === 'returned' ? (told.told.get(month) ?? null) : null,
      ),
  }))
}

/** What turned out wrong in earlier months is put right before the month's own sheet, the earliest first. */
export function correctionSteps({ units, story }: Scene, { month, opensOn }: Period): Step[] {
  const open = story.cells.flatMap(({ unitId, corrections }) =>
    corrections.filter((each) => each.in === month).map((each) => ({ unitId, month: each.month })),
  )
  const nameOf = new Map(units.map(({ unitId, name }) => [unitId, name]))
  return [...Map.groupBy(open, (each) => `${each.month} ${each.unitId}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first]]) => (first ? [first] : []))
    .map((earlier) => ({
      month: month.slice(0, 7),
      name: `correction ${earlier.month.slice(0, 7)} ${nameOf.get(earlier.unitId) ?? ''}`,
      at: instant(addDays(opensOn, 1), 10, 30),
      run: (ctx, scene) =>
        submit(ctx, scene, earlier.unitId, earlier.month, (cell, told) => {
          const right = told.corrections.find((each) => each.in === month && each.month === earlier.month)
          return right && cell.standing !== null && isOther(cell, right.told) ? right.told : null
        }),
    }))
}

function isOther({ versions: [latest] }: ReportedCell, { value, denominator, stage }: ToldFigure): boolean {
  return (
    (latest?.value ?? '') !== value ||
    (latest?.denominator ?? '') !== denominator ||
    (latest?.stage ?? '') !== stage
  )
}

/** The units that have cells, in the order of their names' list. */
function reporting(
  units: readonly DemonstrationUnit[],
  cells: readonly DemonstrationCell[],
): readonly DemonstrationUnit[] {
  const known = new Set(cells.map(({ unitId }) => unitId))
  return units.filter(({ unitId }) => known.has(unitId))
}

type Saying = (cell: ReportedCell, story: DemonstrationCell) => ToldFigure | null

/** Of the cells on the sheet as it is now: what is to be said of them, and only what the sheet takes. */
async function submit(
  ctx: Context,
  { programmeId, cast, story, seed }: Scene,
  unitId: UnitId,
  month: Month,
  saying: Saying,
): Promise<void> {
  const officer = officerOf(cast, unitId)
  if (!officer) return
  const as = actAs(ctx, officer)
  const key = { programmeId, unitId, month }
  const sheet = await getSheet(as, key)
  const stories = new Map(
    story.cells
      .filter((each) => each.unitId === unitId)
      .map((each): [IndicatorId, DemonstrationCell] => [each.indicatorId, each]),
  )
  const cells = sheet.cells.flatMap((cell) => {
    const its = stories.get(cell.indicatorId)
    const told = its && saying(cell, its)
    if (!its || !told) return []
    const typed = filledCell(seed, cell, its, told, sheet.period)
    return typed ? [{ indicatorId: cell.indicatorId, seen: cell.standing?.version ?? 0, typed }] : []
  })
  if (cells.length > 0) await submitSheet(as, key, { cells, lateReason: '' })
}
