/** The demonstration's reviews: some figures returned, the rest approved by both steps, doubts ruled on, months frozen. */
import type { Ruling } from '../../../domain/evidence/suspicion.ts'
import type { Step as ReviewStep } from '../../../domain/reporting/chain.ts'
import type { Period } from '../../../domain/reporting/period.ts'
import type { ReportedCell } from '../../../domain/reporting/reported-cell.ts'
import { addDays, addWorkingDays } from '../../../domain/reporting/working-day.ts'
import { isReturned, isRuledOn, turnoutOf } from '../../../domain/simulation/demonstration-conduct.ts'
import type { Month } from '../../../domain/values/month.ts'
import type { Context } from '../../context.ts'
import { ruleOnSuspicion } from '../../ledgers/suspicions.ts'
import { freezeMonth, listFreezes } from '../../reporting/freezes.ts'
import { decideReview, getReview } from '../../reporting/reviews.ts'
import { actAs, actorWith, instant, type Scene } from './scene.ts'
import type { Step } from './step.ts'

/** On the due day: what looks wrong goes back, the rest on to the office. */
export function firstReviewSteps(_scene: Scene, { month, dueOn }: Period): Step[] {
  return [
    {
      month: month.slice(0, 7),
      name: 'lead review',
      at: instant(dueOn, 17, 30),
      run: (ctx, scene) => reviewByLead(ctx, scene, month, true),
    },
  ]
}

/** After the late sheets: what is left by the lead units, and all of it by the office. */
export function lastReviewSteps({ calendar }: Scene, { month, dueOn }: Period): Step[] {
  const day = addWorkingDays(calendar, dueOn, 3)
  return [
    {
      month: month.slice(0, 7),
      name: 'last lead review',
      at: instant(day, 10),
      run: (ctx, scene) => reviewByLead(ctx, scene, month, false),
    },
    {
      month: month.slice(0, 7),
      name: 'office review',
      at: instant(day, 15),
      run: (ctx, scene) => reviewByOffice(ctx, scene, month),
    },
  ]
}

/** Corrections of earlier months go through both steps too. */
export function correctionReviewSteps({ story }: Scene, { month, opensOn }: Period): Step[] {
  const corrected = story.cells.flatMap(({ corrections }) =>
    corrections.filter((each) => each.in === month).map((each) => each.month),
  )
  return [...new Set(corrected)].toSorted().map((earlier) => ({
    month: month.slice(0, 7),
    name: `review of corrections ${earlier.slice(0, 7)}`,
    at: instant(addDays(opensOn, 2), 15),
    run: async (ctx, scene) => {
      await reviewByLead(ctx, scene, earlier, false)
      await reviewByOffice(ctx, scene, earlier)
    },
  }))
}

export function freezeSteps({ calendar }: Scene, { month, dueOn }: Period): Step[] {
  return [
    {
      month: month.slice(0, 7),
      name: 'freeze',
      at: instant(addWorkingDays(calendar, dueOn, 4), 9),
      run: (ctx, scene) => freeze(ctx, scene, month, ''),
    },
  ]
}

/** At half-year and at the year's end, the ends of quarters corrected since are published again under their next number. */
export function refreezeSteps({ seed, units, story, calendar }: Scene, { month, dueOn }: Period): Step[] {
  const since = { '06': '01', '12': '07' }[month.slice(5, 7)]
  if (since === undefined) return []
  const from = `${month.slice(0, 4)}-${since}-01`
  const nameOf = new Map(units.map(({ unitId, name }) => [unitId, name]))
  const corrected = story.cells.flatMap(({ unitId, corrections }) =>
    corrections
      .filter((each) => each.in >= from && each.in <= month)
      // Who said nothing then has nothing to put right.
      .filter((each) => turnoutOf(seed, nameOf.get(unitId) ?? '', each.month) !== 'silent')
      .map((each) => each.month),
  )
  const published = [...new Set(corrected)].filter((each) => Number(each.slice(5, 7)) % 3 === 0)
  return published.toSorted().map((earlier, index) => ({
    month: month.slice(0, 7),
    name: `freeze again ${earlier.slice(0, 7)}`,
    at: instant(addWorkingDays(calendar, dueOn, 4), 10, 10 + index),
    run: (ctx, scene) => freeze(ctx, scene, earlier, '单位更正的数据经两级审核通过，重新冻结公布。'),
  }))
}

async function freeze(ctx: Context, { cast, programmeId }: Scene, month: Month, reason: string) {
  const as = actAs(ctx, actorWith(cast, 'supervisor'))
  const frozen = (await listFreezes(as, programmeId)).filter((each) => each.month === month)
  await freezeMonth(as, programmeId, { month, no: frozen.length + 1, reason })
}

async function reviewByLead(ctx: Context, scene: Scene, month: Month, returns: boolean): Promise<void> {
  const stories = storiesOf(scene)
  for (const actor of scene.cast.filter(({ posts }) => posts.some(({ role }) => role === 'lead-reviewer'))) {
    const as = actAs(ctx, actor)
    const { cells } = await getReview(as, scene.programmeId, month, 'lead')
    const wrong = cells.filter((cell) => {
      const story = stories.get(keyOf(cell))
      return returns && story !== undefined && isReturned(scene.seed, story, month)
    })
    const right = cells.filter((cell) => !wrong.includes(cell))
    await decide(as, scene, month, 'lead', wrong, '请核对数据来源，补充情况说明后重报。')
    await decide(as, scene, month, 'lead', right, null)
  }
}

async function reviewByOffice(ctx: Context, scene: Scene, month: Month): Promise<void> {
  const as = actAs(ctx, actorWith(scene.cast, 'supervisor'))
  const { cells } = await getReview(as, scene.programmeId, month, 'office')
  await ruleOnDoubts(as, scene, month, cells)
  await decide(as, scene, month, 'office', cells, null)
}

/** Returned with a reason, approved without. */
async function decide(
  as: Context,
  { programmeId }: Scene,
  month: Month,
  step: ReviewStep,
  cells: readonly ReportedCell[],
  returned: string | null,
): Promise<void> {
  if (cells.length === 0) return
  await decideReview(as, programmeId, month, step, {
    cells: cells.map(({ indicatorId, unitId, standing }) => ({
      indicatorId,
      unitId,
      version: standing?.version ?? 0,
    })),
    decision: returned === null ? 'approve' : 'return',
    reason: returned ?? '',
  })
}

/** An entry that was counted before is borne out; what only looks unusual was looked into. */
async function ruleOnDoubts(as: Context, scene: Scene, month: Month, cells: readonly ReportedCell[]) {
  const stories = storiesOf(scene)
  for (const cell of cells) {
    const story = stories.get(keyOf(cell))
    if (!story || !isRuledOn(scene.seed, story, month)) continue
    for (const { id, kind, ruling } of cell.suspicions) {
      if (ruling !== null) continue
      const word: Ruling = kind === 'same-identifier' ? 'upheld' : 'explained'
      const reason =
        word === 'upheld' ? '抽查发现同一编号重复计数。' : '已电话核实，数据与台账、现场情况一致。'
      await ruleOnSuspicion(as, id, { seen: 0, ruling: word, reason })
    }
  }
}

const keyOf = ({ indicatorId, unitId }: Pick<ReportedCell, 'indicatorId' | 'unitId'>) =>
  `${indicatorId} ${unitId}`

function storiesOf({ story }: Scene) {
  return new Map(story.cells.map((each) => [keyOf(each), each]))
}
