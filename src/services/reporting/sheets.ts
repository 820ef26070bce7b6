/** The monthly sheet: what a unit sees of its cells, types and submits. */
import { corrects, readActual, type Fault, type TypedActual } from '../../domain/reporting/actual.ts'
import type { Cell } from '../../domain/reporting/cell.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { isLeft, situationOf, type ReportedCell } from '../../domain/reporting/reported-cell.ts'
import { upTo } from '../../domain/reporting/standing.ts'
import {
  deleteDrafts,
  findDraft,
  insertActuals,
  refoldStandings,
  saveDraft as saveStoredDraft,
  type NewActual,
} from '../../store/actuals.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findCellsNamed, findMonthProgress, findSheet } from '../../store/reporting-pages.ts'
import { dateIn, requireAccess, requireDuty, transaction, type Context } from '../context.ts'
import { datedPeriod, type DatedPeriod } from './month-dates.ts'
import { findSuspicionsOfFigures, type StatedCell } from '../ledgers/figure-suspicions.ts'
import { notify, settleNotices } from '../duty/notify.ts'

export type SheetKey = { readonly programmeId: ProgrammeId; readonly unitId: UnitId; readonly month: Month }

/** Throws Problem 'programme.not-found' or 'period.wrong-month'. */
export async function getMonthProgress(ctx: Context, programmeId: ProgrammeId, month: Month) {
  requireAccess(ctx, 'actual.read')
  const progress = await transaction(ctx, (tx) => findMonthProgress(tx, programmeId, month))
  if (!progress) throw new Problem('programme.not-found', {})
  const { facts, units } = progress
  return {
    title: facts.title,
    year: facts.year,
    period: datedPeriod(facts, month, dateIn(ctx.now)),
    units,
  }
}

/** Throws Problem 'programme.not-found' or 'period.wrong-month'. */
export function getSheet(ctx: Context, key: SheetKey) {
  requireAccess(ctx, 'actual.read')
  return transaction(ctx, (tx) => loadSheet(ctx, tx, key))
}

async function loadSheet(ctx: Context, tx: TenantTransaction, { programmeId, unitId, month }: SheetKey) {
  const page = await findSheet(tx, programmeId, unitId, month)
  if (!page) throw new Problem('programme.not-found', {})
  return {
    programme: { id: programmeId, title: page.facts.title, year: page.facts.year },
    unit: { id: unitId, name: page.unit },
    period: datedPeriod(page.facts, month, dateIn(ctx.now)),
    cells: page.cells,
  }
}

/** Keeps what is typed. Throws Problem 'draft.overtaken' with what the other writer has when somebody saved since. */
export function saveDraft(
  ctx: Context,
  { programmeId, unitId, month }: SheetKey,
  indicatorId: IndicatorId,
  { revision, draft }: { readonly revision: number; readonly draft: TypedActual },
) {
  const { personId, post } = requireDuty(ctx, 'actual.report', [unitId])
  return transaction(ctx, async (tx) => {
    const cell: Cell = { indicatorId, unitId, month }
    await requireCell(tx, programmeId, cell)
    const saved = await saveStoredDraft(tx, cell, revision, draft, { personId, at: ctx.now })
    if (saved) {
      await appendLog(tx, {
        at: ctx.now,
        personId,
        post,
        action: 'actual.draft',
        subjectKind: 'indicator',
        subjectId: indicatorId,
        details: { unitId, month, revision: saved.revision },
      })
      return saved
    }
    const theirs = await findDraft(tx, cell)
    throw new Problem('draft.overtaken', {
      revision: theirs?.revision ?? 0,
      by: theirs?.savedBy ?? '',
      draft: theirs?.draft ?? null,
    })
  })
}

async function requireCell(tx: TenantTransaction, programmeId: ProgrammeId, cell: Cell): Promise<void> {
  const page = await findCellsNamed(tx, programmeId, cell.month, [cell])
  if (page?.cells.length !== 1)
    throw new Problem('sheet.no-such-cell', { place: `indicatorId ${cell.indicatorId}` })
}

export type Submission = {
  readonly cells: readonly {
    readonly indicatorId: IndicatorId
    readonly seen: number
    readonly typed: TypedActual
  }[]
  readonly lateReason: string
}

/**
 * Many cells in one go: every fault of every cell is told, and nothing is submitted when there is one. Throws Problem
 * 'sheet.not-open', 'sheet.no-such-cell', 'actual.overtaken' or 'actual.refused'.
 */
export function submitSheet(ctx: Context, key: SheetKey, submission: Submission) {
  const { personId, post } = requireDuty(ctx, 'actual.report', [key.unitId])
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const { period, cells } = await loadSheet(ctx, tx, key)
    if (period.phase === 'not-open')
      throw new Problem('sheet.not-open', { month: key.month, opensOn: period.opensOn })
    const accepted = acceptSubmission(cells, submission, period)
    const by = { personId, postId: post.id, at: ctx.now }
    await insertActuals(
      tx,
      key.programmeId,
      accepted.map(({ actual }) => actual),
      by,
    )
    await deleteDrafts(
      tx,
      accepted.map(({ cell }) => cellKey(cell, key.month)),
    )
    await refoldStandings(
      tx,
      accepted.map(({ cell }) => cell),
    )
    await findSuspicionsOfFigures(ctx, tx, accepted.map(statedCell))
    await settleNotices(ctx, tx, {
      kinds: ['returned'],
      programmeId: key.programmeId,
      unitId: key.unitId,
      month: key.month,
      indicatorIds: accepted.map(({ actual }) => actual.indicatorId),
    })
    const submitted = new Set(accepted.map(({ cell }) => cell.indicatorId))
    if (!cells.some((cell) => !submitted.has(cell.indicatorId) && isLeft(cell)))
      await settleNotices(ctx, tx, {
        kinds: ['sheet-open', 'due-soon', 'overdue'],
        programmeId: key.programmeId,
        unitId: key.unitId,
        month: key.month,
      })
    const reopened = accepted.filter(({ cell }) => corrects({ latest: cell.standing, phase: period.phase }))
    await tellReviewers(
      ctx,
      tx,
      key,
      accepted.map(({ cell }) => cell),
    )
    if (reopened.length > 0)
      await tellReopened(
        ctx,
        tx,
        key,
        reopened.map(({ cell }) => cell),
      )
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'actual.submit',
      subjectKind: 'unit',
      subjectId: key.unitId,
      details: {
        programmeId: key.programmeId,
        month: key.month,
        cells: accepted.map(({ actual: { indicatorId, version, value } }) => ({
          indicatorId,
          version,
          value,
        })),
      },
    })
    return { submitted: accepted.length, reopened: reopened.length }
  })
}

const cellKey = ({ indicatorId, unitId }: ReportedCell, month: Month): Cell => ({
  indicatorId,
  unitId,
  month,
})

/** The level is a plain figure's: a rate is judged by its ratio, not by jumps. */
function statedCell({ cell, actual }: Accepted): StatedCell {
  const { indicatorId, unitId, month, value, denominator } = actual
  const level = denominator === null ? upTo(cell.before?.level ?? null, actual) : null
  return { indicatorId, unitId, month, value, denominator, level: level?.value ?? null }
}

type Accepted = { readonly cell: ReportedCell; readonly actual: NewActual }

function acceptSubmission(
  cells: readonly ReportedCell[],
  { cells: submitted, lateReason }: Submission,
  period: DatedPeriod,
): Accepted[] {
  const read = submitted.map(({ indicatorId, seen, typed }) => {
    const cell = cells.find((each) => each.indicatorId === indicatorId)
    if (!cell) throw new Problem('sheet.no-such-cell', { place: `cells ${indicatorId}` })
    requireLatest(cell, seen, typed)
    const whole = typed.lateReason.trim() === '' ? { ...typed, lateReason } : typed
    return { cell, ...readActual(whole, situationOf(cell, period.month, period)) }
  })
  const refused = read.filter(({ faults }) => faults.length > 0)
  if (refused.length > 0)
    throw new Problem('actual.refused', {
      cells: refused.map(({ cell, faults }) => refusal(cell, faults)),
    })
  return read.map(({ cell, actual }) => ({
    cell,
    actual: { ...actual, ...cellKey(cell, period.month), version: (cell.standing?.version ?? 0) + 1 },
  }))
}

function requireLatest(cell: ReportedCell, seen: number, typed: TypedActual): void {
  const [latest] = cell.versions
  if (!latest || latest.version === seen) return
  throw new Problem('actual.overtaken', {
    indicatorId: cell.indicatorId,
    promise: cell.sentence,
    yours: typed.value.trim() || null,
    theirs: latest.value,
    by: latest.submittedBy.name,
    version: latest.version,
  })
}

function refusal({ indicatorId, sentence }: ReportedCell, faults: readonly Fault[]) {
  return { indicatorId, promise: sentence, faults }
}

/** The head of each lead unit is told how many cells of it wait. */
async function tellReviewers(
  ctx: Context,
  tx: TenantTransaction,
  key: SheetKey,
  cells: readonly ReportedCell[],
): Promise<void> {
  for (const [leadUnitId, its] of Map.groupBy(cells, (cell) => cell.leadUnitId)) {
    await notify(
      ctx,
      tx,
      {
        kind: 'to-review',
        programmeId: key.programmeId,
        indicatorId: null,
        unitId: key.unitId,
        month: key.month,
        details: { step: 'lead', count: its.length, unit: its[0]?.unit ?? '' },
        onceKey: `to-review:lead:${key.programmeId}:${key.month}:${key.unitId}:${ctx.now.toISOString()}`,
      },
      { roles: ['lead-reviewer'], unitId: leadUnitId },
    )
  }
}

/** The office learns what a correction changes. */
function tellReopened(ctx: Context, tx: TenantTransaction, key: SheetKey, cells: readonly ReportedCell[]) {
  return notify(
    ctx,
    tx,
    {
      kind: 'reopened',
      programmeId: key.programmeId,
      indicatorId: cells.length === 1 ? (cells[0]?.indicatorId ?? null) : null,
      unitId: key.unitId,
      month: key.month,
      details: { count: cells.length, unit: cells[0]?.unit ?? '', promise: cells[0]?.sentence ?? '' },
      onceKey: `reopened:${key.programmeId}:${key.month}:${key.unitId}:${ctx.now.toISOString()}`,
    },
    { roles: ['supervisor'], unitId: null },
  )
}
