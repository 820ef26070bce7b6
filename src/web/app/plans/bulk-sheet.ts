/** Many promises split at once: one row a promise, one column a unit; a cell says what the unit takes on. */
import type { PlanOverviewPage } from '../../../contract/plans.ts'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import type { Session } from '../../../contract/session.ts'
import type { Decimal } from '../../../domain/decimal.ts'
import type { IndicatorId, UnitId } from '../../../domain/ids.ts'
import { candidatesOf } from '../../../domain/plan-candidates.ts'
import { planFaults } from '../../../domain/plan-check.ts'
import type { PlanFaultReason } from '../../../domain/plan-check.ts'
import { addsUp, type PlanDraft } from '../../../domain/plan.ts'
import type { ShapedCurve } from '../../../domain/plan-curve.ts'
import {
  defaultUnits,
  pointsOf,
  splitTarget,
  type Candidate,
  type SplitChoice,
} from '../../../domain/plan-default.ts'
import type { CellEdit } from '../../ui/sheet-block.ts'
import { readTypedNumber } from '../../../domain/typed-number.ts'
import { frameOf, ownLeadUnits, promisesOf, type PromiseOfTask } from './find-task.ts'
import type { SheetFrame } from './plan-sheet.ts'

export type BulkChoice = { readonly base: string | null; readonly curve: ShapedCurve }
export type BulkRow = { readonly indicatorId: IndicatorId; readonly cells: Readonly<Record<string, string>> }
export type BulkSheet = { readonly choice: BulkChoice; readonly rows: readonly BulkRow[] }

/** What a unit without a figure to share has in its cell: it carries the promise. */
export const carries = '✓'

export type BulkFrame = {
  readonly columns: readonly Pick<Candidate, 'unitId' | 'name'>[]
  readonly promiseOf: ReadonlyMap<
    IndicatorId,
    { found: PromiseOfTask; frame: SheetFrame; candidates: Candidate[]; lead: UnitId | undefined }
  >
  readonly bases: PlanOverviewPage['bases']
}

/** What the sheet is about; the columns are the units that the default gives something to, and those that lead. */
export function bulkFrame(
  programme: LivingProgramme,
  overview: PlanOverviewPage,
  session: Session | undefined,
  ids: readonly string[],
): BulkFrame {
  const chosen = promisesOf(programme).filter(({ promise }) => ids.includes(promise.id))
  const promiseOf = new Map(
    chosen.map((found) => [
      found.promise.id,
      {
        found,
        frame: frameOf(programme, found),
        candidates: candidatesOf(found.task, overview.units, overview.memberships),
        lead: ownLeadUnits(found.task, session)[0],
      },
    ]),
  )
  const columns = new Map<UnitId, Pick<Candidate, 'unitId' | 'name'>>()
  const bound = [...promiseOf.values()].flatMap(({ candidates }) => candidates)
  for (const relation of ['member', 'cooperating', 'lead'] as const)
    for (const { unitId, name, kind, ...one } of bound)
      if (one.relation === relation && (relation !== 'cooperating' || kind === 'district'))
        columns.set(unitId, { unitId, name })
  return { columns: [...columns.values()], promiseOf, bases: overview.bases }
}

export function fillBulk(choice: BulkChoice, frame: BulkFrame): BulkSheet {
  const rows = [...frame.promiseOf].map(([indicatorId, { found, frame: own, candidates, lead }]): BulkRow => {
    const units = lead === undefined ? [] : defaultUnits(found.promise, candidates, lead)
    const split = splitTarget(own.target, units, splitChoice(choice, frame), own.months, own.deadline)
    return {
      indicatorId,
      cells: Object.fromEntries(split.shares.map(({ unitId, value }) => [unitId, value ?? carries])),
    }
  })
  return { choice, rows }
}

function splitChoice({ base, curve }: BulkChoice, { bases }: BulkFrame): SplitChoice {
  const stored = bases.find(({ name }) => name === base)
  if (!stored) return { basis: 'number', baseName: null, weights: null, curve }
  const weights = new Map<UnitId, Decimal>(stored.weights.map(({ unitId, weight }) => [unitId, weight]))
  return { basis: 'base', baseName: stored.name, weights, curve }
}

export function editBulk(
  sheet: BulkSheet,
  edits: readonly CellEdit[],
  columns: BulkFrame['columns'],
): BulkSheet {
  const rows = sheet.rows.map((row, index) => {
    const own = edits.filter((edit) => edit.row === index)
    if (own.length === 0) return row
    const cells = own.map(({ column, value }) => [columns[column]?.unitId ?? '', value.trim()] as const)
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(cells) } }
  })
  return { ...sheet, rows }
}

export type BulkFault = {
  readonly row: number
  readonly unitId: UnitId | null
  readonly why: PlanFaultReason | 'unreadable'
}

/** The plans that the sheet says. A unit whose cell is empty carries nothing of the promise. */
export function readBulk(
  sheet: BulkSheet,
  frame: BulkFrame,
): { readonly drafts: readonly PlanDraft[]; readonly faults: readonly BulkFault[] } {
  const faults: BulkFault[] = []
  const drafts = sheet.rows.flatMap((row, index): PlanDraft[] => {
    const known = frame.promiseOf.get(row.indicatorId)
    if (!known) return []
    const { target, months, deadline } = known.frame
    const choice = splitChoice(sheet.choice, frame)
    const carriers = frame.columns
      .map(({ unitId }) => unitId)
      .filter((unitId) => (row.cells[unitId] ?? '') !== '')
    const split = splitTarget(target, carriers, choice, months, deadline)
    const shares = split.shares.map((share) => {
      const typed = row.cells[share.unitId] ?? ''
      const value = readTypedNumber(typed) ?? null
      if (!addsUp(target)) return share
      if (value === null) faults.push({ row: index, unitId: share.unitId, why: 'unreadable' })
      return { ...share, value, points: pointsOf(target, value, null, sheet.choice.curve, months) }
    })
    const draft: PlanDraft = { ...split, shares, indicatorId: row.indicatorId, basedOn: 0, reason: null }
    const readable = shares.every(({ value }) => value !== null || !addsUp(target))
    if (readable)
      faults.push(
        ...planFaults(target, draft, months).map(({ why, unitId }) => ({ row: index, unitId, why })),
      )
    return [draft]
  })
  return { drafts, faults }
}
