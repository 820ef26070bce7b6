/** The demonstration's supervision: orders for what lags most, a leader's instructions, and what becomes of them. */
import { laggingPromises } from '../../../domain/desk/lagging-promises.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { draftWords } from '../../../domain/order/order-draft.ts'
import { instructionTexts } from '../../../domain/simulation/demonstration-oversight.ts'
import type { Period } from '../../../domain/reporting/period.ts'
import { addWorkingDays } from '../../../domain/reporting/working-day.ts'
import type { IndicatorId } from '../../../domain/values/ids.ts'
import type { Month } from '../../../domain/values/month.ts'
import { dateIn, type Context } from '../../context.ts'
import { giveInstruction } from '../../oversight/instructions.ts'
import { getLights } from '../../oversight/lights.ts'
import { getOrders, issueOrder, type OrderToIssue } from '../../oversight/orders.ts'
import { actAs, actorWith, instant, officerOf, type Scene } from './scene.ts'
import type { Step } from './step.ts'

/** What is far behind in a month that was frozen in the morning; the year's last month leaves no time to catch up. */
export function orderSteps({ calendar }: Scene, { month, dueOn }: Period): Step[] {
  if (month.endsWith('-12-01')) return []
  return [
    {
      month: month.slice(0, 7),
      name: 'orders',
      at: instant(addWorkingDays(calendar, dueOn, 4), 15),
      run: (ctx, scene) => issueOrders(ctx, scene, month),
    },
  ]
}

/** In two months a leader who read the bulletin writes on it; the office follows the same day. */
export function instructionSteps({ calendar }: Scene, { month, dueOn }: Period): Step[] {
  const text = { '05': instructionTexts[0], '09': instructionTexts[1] }[month.slice(5, 7)]
  if (text === undefined) return []
  return [
    {
      month: month.slice(0, 7),
      name: 'instruction',
      at: instant(addWorkingDays(calendar, dueOn, 5), 9, 30),
      run: (ctx, scene) => instruct(ctx, scene, month, text),
    },
  ]
}

type Matter = Omit<OrderToIssue, 'step' | 'dueOn' | 'month' | 'instructionId' | 'subject' | 'content'> & {
  readonly sentence: string
  readonly ground: string
}

async function issueOrders(ctx: Context, scene: Scene, month: Month): Promise<void> {
  const office = actAs(ctx, actorWith(scene.cast, 'supervisor'))
  const dueOn = addWorkingDays(scene.calendar, dateIn(ctx.now), 5)
  for (const { sentence, ground, ...matter } of (await mattersOf(office, scene, month)).slice(0, 3))
    await issueOrder(office, scene.programmeId, {
      ...matter,
      ...draftWords('light', sentence, ground),
      month,
      instructionId: null,
      step: 'urging',
      dueOn,
    })
}

async function instruct(ctx: Context, scene: Scene, month: Month, text: string): Promise<void> {
  const { cast, programmeId, calendar } = scene
  const office = actAs(ctx, actorWith(cast, 'supervisor'))
  const [matter] = await mattersOf(office, scene, month)
  if (!matter) return
  const { sentence, ground: _ground, ...rest } = matter
  const leader = actAs(ctx, actorWith(cast, 'leader'))
  const { id } = await giveInstruction(leader, programmeId, { indicatorId: matter.indicatorId, text })
  const { instructions } = await getOrders(office, programmeId)
  await issueOrder(office, programmeId, {
    ...rest,
    ...draftWords('instruction', sentence, text),
    instructedBy: instructions.find((instruction) => instruction.id === id)?.by ?? null,
    month: null,
    instructionId: id,
    step: 'blue',
    dueOn: addWorkingDays(calendar, dateIn(ctx.now), 10),
  })
}

/** Far behind, under no order now, led by somebody who acts: those never supervised first, the worst of them first. */
async function mattersOf(office: Context, { programmeId, cast }: Scene, month: Month): Promise<Matter[]> {
  const { programme, subjects, colours } = await getLights(office, programmeId, month)
  const { orders } = await getOrders(office, programmeId)
  const earlier = Map.groupBy(orders, ({ promise }) => promise?.id)
  const timesOf = (id: IndicatorId) => earlier.get(id)?.length ?? 0
  const matters = laggingPromises(subjects).flatMap((light): Matter[] => {
    const promise = programme.indicators.find(({ id }) => id === light.subjectId)
    if (promise?.closedOn !== null) return []
    if (light.level !== 'far-behind' || !promise.leadUnitId || !officerOf(cast, promise.leadUnitId)) return []
    if (earlier.get(promise.id)?.some(({ standing }) => standing.state === 'open')) return []
    const leaders = programme.tasks.find(({ id }) => id === promise.taskId)?.leaders ?? []
    return [
      {
        indicatorId: promise.id,
        sentence: promise.sentence,
        ground: lightSentence(light, colours[light.level], 'zh'),
        suspicionId: null,
        instructedBy: null,
        leadLeader: leaders[0]?.name ?? null,
        cooperatingLeaders:
          leaders
            .slice(1)
            .map(({ name }) => name)
            .join('、') || null,
        contact: null,
        phone: null,
        feedback: { kind: 'once', days: null },
        leadUnitId: promise.leadUnitId,
        cooperatingUnitIds: [],
        reason: '',
      },
    ]
  })
  return matters.toSorted(
    (a, b) => timesOf(a.indicatorId as IndicatorId) - timesOf(b.indicatorId as IndicatorId),
  )
}
