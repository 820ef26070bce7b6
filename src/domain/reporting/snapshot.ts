/**
 * A month as it is frozen (glossary: 冻结): what every later paper and public page cites. Canonical JSON — keys sorted,
 * no spaces, figures as decimal text — so that its digest can be checked by anybody who holds the characters.
 */
import type { IndicatorId, PostId, ProgrammeId, ProjectId, TaskId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'
import { plannedLevel } from './actual.ts'
import type { Period } from './period.ts'
import type { LightColour, LightLevel } from '../light/light-level.ts'
import type { SubjectId, SubjectLight } from '../light/programme-lights.ts'
import type { Programme } from '../programme/programme.ts'
import { compareQuantities, type Quantity } from '../values/quantity.ts'
import type { ReportedCell } from './reported-cell.ts'
import { indicatorFigure, type IndicatorFigure } from '../programme/roll-up.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { Semantics } from './semantics.ts'
import type { Target } from '../programme/target.ts'

export type SnapshotCell = {
  readonly unitId: UnitId
  readonly unit: string
  readonly share: Quantity | null
  readonly plan: Quantity | null
  /** The version every step approved for this month; null where there is none. */
  readonly version: number | null
  /** The level approved, and the month it was last approved for. */
  readonly approved: Quantity | null
  readonly approvedMonth: Month | null
  readonly stage: string | null
  readonly origin: 'ledger' | 'stated' | 'feed' | null
  readonly narrative: string | null
  readonly problem: string | null
  readonly nextStep: string | null
  /** As the month before was last frozen; null where it was not. */
  readonly before: CellBefore | null
}

export type CellBefore = Pick<SnapshotCell, 'approved' | 'stage' | 'narrative'>

export type SnapshotIndicator = Omit<IndicatorFigure, 'missing'> & {
  readonly id: IndicatorId
  readonly taskId: TaskId
  readonly task: string
  readonly sentence: string
  readonly target: Target
  readonly semantics: Semantics
  readonly planVersion: number
  readonly leadUnit: string
  /** The day it was closed; absent while it was chased, and in what was frozen before there was closing. */
  readonly closedOn?: PlainDate
  /** The units that nothing is approved of for this month, by name; nobody of what is closed. */
  readonly missing: readonly string[]
  readonly cells: readonly SnapshotCell[]
}

/** A task as the programme stood on the day of freezing, names as printed. */
export type SnapshotTask = {
  readonly id: TaskId
  readonly no: string
  readonly text: string
  readonly deadline: PlainDate | null
  readonly leaders: readonly { readonly postId: PostId; readonly name: string }[]
  readonly leadUnits: readonly string[]
  readonly cooperatingUnits: readonly string[]
}

export type SnapshotProject = {
  readonly id: ProjectId
  readonly no: number
  readonly name: string
  readonly tasks: readonly SnapshotTask[]
}

/** The month before as it was last frozen: what papers compare with. */
export type MonthBefore = {
  readonly month: Month
  readonly no: number
  readonly levels: Readonly<Partial<Record<SubjectId, LightLevel>>>
}

export type MonthSnapshot = {
  readonly format: 'jiannuo.month/3'
  readonly programme: { readonly id: ProgrammeId; readonly title: string; readonly year: number }
  readonly no: number
  readonly frozenAt: string
  readonly period: Period
  /** By the rules in force then; they stay as published whatever comes later. */
  readonly lights: readonly SubjectLight[]
  readonly colours: Readonly<Record<LightLevel, LightColour>>
  readonly before: MonthBefore | null
  readonly projects: readonly SnapshotProject[]
  readonly indicators: readonly SnapshotIndicator[]
}

type Head = Pick<MonthSnapshot, 'programme' | 'no' | 'frozenAt' | 'period' | 'lights' | 'colours'>

/** `earlier` is the month before as it was last frozen. */
export function monthSnapshot(
  head: Head,
  cells: readonly ReportedCell[],
  programme: Pick<Programme, 'projects'>,
  earlier: MonthSnapshot | null,
): MonthSnapshot {
  const { month } = head.period
  const known = earlier ? index(earlier) : new Map<string, never>()
  const indicators = [...Map.groupBy(cells, ({ indicatorId }) => indicatorId)].map(([id, its]) => {
    const of = its[0]
    if (!of) throw new Error('a group has at least one cell')
    const kept = its.map((cell) => snapshotCell(cell, month, known.get(`${id} ${cell.unitId}`)?.cell))
    const planned = kept.map((cell) => ({ ...cell, plan: plannedLevel({ ...cell, target: of.target }) }))
    const { missing, ...figure } = indicatorFigure(planned, month)
    return {
      id,
      taskId: of.task.id,
      task: of.task.no,
      sentence: of.sentence,
      target: of.target,
      semantics: of.semantics,
      planVersion: of.planVersion,
      leadUnit: of.leadUnit,
      ...figure,
      ...(of.closedOn !== null && { closedOn: of.closedOn }),
      missing: its.flatMap(({ unitId, unit, closedOn }) =>
        closedOn === null && missing.includes(unitId) ? [unit] : [],
      ),
      cells: kept,
    }
  })
  return {
    format: 'jiannuo.month/3',
    ...head,
    before: earlier && monthBefore(earlier),
    projects: programme.projects.map(({ id, no, name, tasks }) => ({
      id,
      no,
      name,
      tasks: tasks.map(snapshotTask),
    })),
    indicators,
  }
}

function monthBefore({ period, no, lights }: MonthSnapshot): MonthBefore {
  return {
    month: period.month,
    no,
    levels: Object.fromEntries(lights.map(({ subjectId, level }) => [subjectId, level])),
  }
}

function snapshotTask(task: Programme['projects'][number]['tasks'][number]): SnapshotTask {
  return {
    id: task.id,
    no: task.no,
    text: task.text,
    deadline: task.deadline,
    leaders: task.leaders.map(({ postId, name }) => ({ postId, name })),
    leadUnits: task.leadUnits.map(({ name }) => name),
    cooperatingUnits: task.cooperatingUnits.map(({ name }) => name),
  }
}

function snapshotCell(cell: ReportedCell, month: Month, was: SnapshotCell | undefined): SnapshotCell {
  const { unitId, unit, share, plan, standing, lastApproved } = cell
  const approvedNow = standing?.approvedVersion ?? null
  const version = cell.versions.find((each) => each.version === approvedNow)
  return {
    unitId,
    unit,
    share,
    plan,
    version: approvedNow,
    approved: approvedNow === null ? (lastApproved?.level ?? null) : (standing?.approved ?? null),
    approvedMonth: approvedNow === null ? (lastApproved?.month ?? null) : month,
    stage: version?.stage ?? null,
    origin: version?.origin ?? null,
    narrative: version?.narrative ?? null,
    problem: version?.problem ?? null,
    nextStep: version?.nextStep ?? null,
    before: was ? { approved: was.approved, stage: was.stage, narrative: was.narrative } : null,
  }
}

/** JSON with sorted keys and no spaces: one text for one value (RFC 8785 for the values used here). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
    const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is not exact: figures go as decimal text`)
  return JSON.stringify(value)
}

export type SnapshotChange = {
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly promise: string
  readonly unit: string
  readonly before: Quantity | null
  readonly after: Quantity | null
  readonly versionBefore: number | null
  readonly versionAfter: number | null
}

/** What a later freezing of the month says otherwise than the one before, cell by cell. */
export function snapshotChanges(before: MonthSnapshot, after: MonthSnapshot): readonly SnapshotChange[] {
  const was = index(before)
  const is = index(after)
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)]
    const named = now ?? old
    if (!named || (same(old?.cell.approved, now?.cell.approved) && old?.cell.version === now?.cell.version))
      return []
    return [
      {
        indicatorId: named.indicator.id,
        unitId: named.cell.unitId,
        promise: named.indicator.sentence,
        unit: named.cell.unit,
        before: old?.cell.approved ?? null,
        after: now?.cell.approved ?? null,
        versionBefore: old?.cell.version ?? null,
        versionAfter: now?.cell.version ?? null,
      },
    ]
  })
}

function index({ indicators }: MonthSnapshot) {
  return new Map(
    indicators.flatMap((indicator) =>
      indicator.cells.map((cell) => [`${indicator.id} ${cell.unitId}`, { indicator, cell }] as const),
    ),
  )
}

function same(a: Quantity | null | undefined, b: Quantity | null | undefined): boolean {
  if (!a || !b) return !a && !b
  return a.denominator === b.denominator && compareQuantities(a, b) === 0
}
