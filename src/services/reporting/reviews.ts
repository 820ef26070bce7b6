/** Review of what units submitted, by the lead unit's head and then the office. */
import { acceptReview, type ReviewDecision, type Step } from '../../domain/reporting/chain.ts'
import type { HeldPost } from '../../domain/duty/duty.ts'
import type { IndicatorId, PersonId, PostId, ProgrammeId, UnitId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { ReportedCell } from '../../domain/reporting/reported-cell.ts'
import { insertReviews, refoldStandings } from '../../store/actuals.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findCellsNamed, findWaiting } from '../../store/reporting-pages.ts'
import {
  dateIn,
  requireAccess,
  requireDuty,
  requirePerson,
  requirePost,
  transaction,
  type Context,
} from '../context.ts'
import { acceptWaitingEntries } from '../ledgers/entry-decisions.ts'
import { datedPeriod } from './month-dates.ts'
import { notify, settleNotices } from '../duty/notify.ts'

const actionOf = { lead: 'review.lead', office: 'review.office' } as const

/** What waits for this person at a step. Throws Problem 'programme.not-found' or 'period.wrong-month'. */
export async function getReview(ctx: Context, programmeId: ProgrammeId, month: Month, step: Step) {
  requireAccess(ctx, actionOf[step])
  const page = await transaction(ctx, (tx) =>
    findWaiting(tx, programmeId, month, step, step === 'office' ? null : reviewedUnits(ctx)),
  )
  if (!page) throw new Problem('programme.not-found', {})
  return {
    programme: { id: programmeId, title: page.facts.title, year: page.facts.year },
    period: datedPeriod(page.facts, month, dateIn(ctx.now)),
    cells: page.cells,
  }
}

function reviewedUnits(ctx: Context): UnitId[] {
  return requirePerson(ctx).posts.flatMap(({ role, unitId }) => (role === 'lead-reviewer' ? [unitId] : []))
}

export type ProposedDecisions = {
  readonly cells: readonly {
    readonly indicatorId: IndicatorId
    readonly unitId: UnitId
    readonly version: number
  }[]
  readonly decision: ReviewDecision
  readonly reason: string
}

/**
 * One decision on many versions, all or none. Throws Problem 'review.no-such-cell', 'review.overtaken', 'review.given',
 * 'review.own-figure', 'review.not-this-step', 'review.reason-missing' or 'access.other-unit'.
 */
export function decideReview(
  ctx: Context,
  programmeId: ProgrammeId,
  month: Month,
  step: Step,
  proposed: ProposedDecisions,
) {
  requireAccess(ctx, actionOf[step])
  const personId = requirePerson(ctx).id
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const page = await findCellsNamed(tx, programmeId, month, proposed.cells)
    if (!page) throw new Problem('programme.not-found', {})
    datedPeriod(page.facts, month, dateIn(ctx.now))
    const decided = proposed.cells.map((named) =>
      decideCell(ctx, page.cells, named, step, proposed, personId),
    )
    await insertReviews(
      tx,
      decided.map(({ cell, version, post }) => ({
        indicatorId: cell.indicatorId,
        unitId: cell.unitId,
        month,
        version,
        step,
        decision: proposed.decision,
        reason: proposed.reason.trim() || null,
        postId: post.id,
      })),
      { personId, at: ctx.now },
    )
    const cells = decided.map(({ cell }) => cell)
    await refoldStandings(tx, cells)
    await settleReviews(ctx, tx, { programmeId, month }, step, cells)
    const key = { programmeId, month }
    // Who approves the figure approves what it counts.
    const [{ post } = { post: undefined }] = decided
    if (proposed.decision === 'approve' && step === 'lead' && post)
      await acceptWaitingEntries(
        ctx,
        tx,
        cells.map(({ indicatorId, unitId }) => ({ indicatorId, unitId, month })),
        post,
      )
    if (proposed.decision === 'return') await tellReturned(ctx, tx, key, cells, step, proposed.reason.trim())
    else if (step === 'lead') await tellOffice(ctx, tx, key, cells)
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post: decided.find((each) => each.post.standsIn)?.post,
      action: `review.${proposed.decision}`,
      subjectKind: 'programme',
      subjectId: programmeId,
      details: { month, step, reason: proposed.reason.trim() || null, cells: proposed.cells },
    })
    return { decided: decided.length }
  })
}

type Decided = {
  readonly cell: ReportedCell
  readonly version: number
  readonly post: HeldPost & { readonly id: PostId }
}

function decideCell(
  ctx: Context,
  cells: readonly ReportedCell[],
  named: ProposedDecisions['cells'][number],
  step: Step,
  { decision, reason }: ProposedDecisions,
  personId: PersonId,
): Decided {
  const cell = cells.find((each) => each.indicatorId === named.indicatorId && each.unitId === named.unitId)
  const latest = cell?.versions[0]
  if (!cell?.standing || !latest)
    throw new Problem('review.no-such-cell', { place: `cells ${named.indicatorId} ${named.unitId}` })
  const { post } =
    step === 'lead' ? requireDuty(ctx, actionOf.lead, [cell.leadUnitId]) : requirePost(ctx, actionOf.office)
  const given = latest.reviews.find((review) => review.step === step)
  if (latest.version === named.version && given)
    throw new Problem('review.given', {
      indicatorId: cell.indicatorId,
      version: latest.version,
      decision: given.decision,
      by: given.by,
    })
  acceptReview(
    {
      indicatorId: cell.indicatorId,
      version: latest.version,
      state: cell.standing.state,
      value: latest.value,
      submittedBy: latest.submittedBy.id,
    },
    { version: named.version, step, decision, reason, by: personId },
  )
  return { cell, version: latest.version, post }
}

/** Where nothing of a unit waits any more, its reviewers have done what they were told of. */
async function settleReviews(
  ctx: Context,
  tx: TenantTransaction,
  key: MonthKey,
  step: Step,
  decided: readonly ReportedCell[],
): Promise<void> {
  const waiting = (await findWaiting(tx, key.programmeId, key.month, step, null))?.cells ?? []
  if (step === 'office') {
    if (waiting.length > 0) return
    await settleNotices(ctx, tx, { kinds: ['to-review'], step, ...key })
    await settleNotices(ctx, tx, { kinds: ['reopened'], ...key })
    return
  }
  const pairOf = ({ unitId, leadUnitId }: ReportedCell) => `${unitId} ${leadUnitId}`
  const still = new Set(waiting.map(pairOf))
  const done = new Map(decided.filter((cell) => !still.has(pairOf(cell))).map((cell) => [pairOf(cell), cell]))
  for (const { unitId, leadUnitId } of done.values())
    await settleNotices(ctx, tx, { kinds: ['to-review'], step, ...key, unitId, toUnitId: leadUnitId })
}

type MonthKey = { readonly programmeId: ProgrammeId; readonly month: Month }

/** The unit that stated it learns what to mend, figure by figure. */
async function tellReturned(
  ctx: Context,
  tx: TenantTransaction,
  key: MonthKey,
  cells: readonly ReportedCell[],
  step: Step,
  reason: string,
): Promise<void> {
  for (const cell of cells) {
    const version = cell.standing?.version ?? 0
    await notify(
      ctx,
      tx,
      {
        kind: 'returned',
        ...key,
        indicatorId: cell.indicatorId,
        unitId: cell.unitId,
        details: { step, reason, promise: cell.sentence, version },
        onceKey: `returned:${step}:${cell.indicatorId}:${cell.unitId}:${key.month}:${version}`,
      },
      { roles: ['district-officer', 'lead-officer'], unitId: cell.unitId },
    )
  }
}

function tellOffice(ctx: Context, tx: TenantTransaction, key: MonthKey, cells: readonly ReportedCell[]) {
  return notify(
    ctx,
    tx,
    {
      kind: 'to-review',
      ...key,
      indicatorId: null,
      unitId: null,
      details: { step: 'office', count: cells.length, unit: cells[0]?.leadUnit ?? '' },
      onceKey: `to-review:office:${key.programmeId}:${key.month}:${ctx.now.toISOString()}`,
    },
    { roles: ['supervisor'], unitId: null },
  )
}
