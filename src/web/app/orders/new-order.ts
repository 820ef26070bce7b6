/** What a new order begins with, from what gave cause to it. */
import type { ProgrammeLightsData } from '../../../contract/lights.ts'
import type { OrdersData } from '../../../contract/orders.ts'
import type { LivingProgramme, TaskRow } from '../../../contract/programmes.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import type { LadderStep } from '../../../domain/order/ladder.ts'
import { openingLevels, type StartCause } from '../../../domain/order/ladder-rules.ts'
import { lapseDay } from '../../../domain/order/order-act.ts'
import { draftWords } from '../../../domain/order/order-draft.ts'
import type { FeedbackCycle, OrderOrigin } from '../../../domain/order/order.ts'
import type { PlainDate } from '../../../domain/values/plain-date.ts'
import { calendarOf } from './order-calendar.ts'
import type { NewOrderSearch } from './orders-search.ts'

export type TypedOrder = {
  readonly subject: string
  readonly content: string
  readonly instructedBy: string
  readonly leadLeader: string
  readonly cooperatingLeaders: string
  readonly contact: string
  readonly phone: string
  readonly feedback: FeedbackCycle['kind']
  readonly feedbackDays: string
  readonly indicatorId: string
  readonly leadUnitId: string
  readonly cooperatingUnitIds: readonly string[]
  readonly step: LadderStep
  readonly dueOn: string
  readonly reason: string
}

export type NewOrderGrounds = {
  readonly programme: LivingProgramme
  readonly desk: OrdersData
  readonly search: NewOrderSearch
  /** Of the month it rests on; undefined where it rests on no light. */
  readonly lights: ProgrammeLightsData | undefined
  /** Who issues it. */
  readonly person: string
}

export function originOf({ instruction, suspicion, month }: NewOrderSearch): OrderOrigin {
  if (instruction !== undefined) return 'instruction'
  if (suspicion !== undefined) return 'doubt'
  return month === undefined ? 'hand' : 'light'
}

/** By the rules: which step it starts with. */
export function causeOf({ search, lights }: Pick<NewOrderGrounds, 'search' | 'lights'>): StartCause {
  const origin = originOf(search)
  if (origin !== 'light') return origin
  const level = lightOf(lights, search.indicator)?.level
  return openingLevels.find((each) => each === level) ?? 'behind'
}

export function firstOrder(grounds: NewOrderGrounds): TypedOrder {
  const { programme, desk, search, lights, person } = grounds
  const instruction = [...desk.instructions, ...desk.setAside].find(({ id }) => id === search.instruction)
  const indicatorId = search.indicator ?? instruction?.promise?.id ?? ''
  const found = findPromise(programme, indicatorId)
  const light = lightOf(lights, search.indicator)
  const ground =
    instruction?.text ??
    (light && lights ? lightSentence(light, lights.colours[light.level], 'zh') : (search.ground ?? null))
  const step = desk.rules.rules.starts[causeOf(grounds)]
  const units = found ? unitsOf(found.task) : []
  const leadUnitId = search.unit ?? units[0] ?? ''
  const [leadLeader, ...otherLeaders] = found?.task.leaders.map(({ name }) => name) ?? []
  return {
    ...draftWords(originOf(search), found?.sentence ?? null, ground),
    instructedBy: instruction?.by ?? '',
    leadLeader: leadLeader ?? '',
    cooperatingLeaders: otherLeaders.join('、'),
    contact: person,
    phone: '',
    feedback: 'once',
    feedbackDays: '5',
    indicatorId,
    leadUnitId,
    // A doubt is between the office and the unit whose figure it is: others need not hear of it.
    cooperatingUnitIds: originOf(search) === 'doubt' ? [] : units.filter((id) => id !== leadUnitId),
    step,
    dueOn: dayOf(step, desk),
    reason: '',
  }
}

const needed = ['subject', 'content', 'leadUnitId', 'dueOn'] as const

/** What is still to be filled in; the reason for a higher step the server asks for, by the rules it knows. */
export function missingIn(typed: TypedOrder): readonly ((typeof needed)[number] | 'feedbackDays')[] {
  const days = Number(typed.feedbackDays)
  const hasDays = typed.feedback !== 'days' || (Number.isInteger(days) && days >= 1 && days <= 60)
  return [
    ...needed.filter((name) => typed[name].trim() === ''),
    ...(hasDays ? [] : (['feedbackDays'] as const)),
  ]
}

/** By when a step that begins today is due. */
export function dayOf(step: LadderStep, { rules, days, today }: OrdersData): PlainDate {
  return lapseDay(step, { today, calendar: calendarOf(days), rules: rules.rules })
}

function lightOf(lights: ProgrammeLightsData | undefined, indicatorId: string | undefined) {
  return lights?.subjects.find(({ scope, subjectId }) => scope === 'indicator' && subjectId === indicatorId)
}

function findPromise({ projects }: LivingProgramme, indicatorId: string) {
  for (const { tasks } of projects)
    for (const task of tasks) {
      const promise = task.indicators.find(({ id }) => id === indicatorId)
      if (promise) return { task, sentence: task.text.slice(promise.start, promise.end) }
    }
  return undefined
}

/** Lead units first; a group stands for its members. */
function unitsOf({ leadUnits, cooperatingUnits }: TaskRow): string[] {
  return [
    ...new Set(
      [...leadUnits, ...cooperatingUnits].flatMap(({ unitId, members }) =>
        members.length > 0 ? members : [unitId],
      ),
    ),
  ]
}

export type Choice = { readonly id: string; readonly name: string }

/** Every unit that the programme binds, in the order they first appear. */
export function unitChoices({ projects, members }: LivingProgramme): readonly Choice[] {
  const bound = projects.flatMap(({ tasks }) =>
    tasks.flatMap(({ leadUnits, cooperatingUnits }) =>
      [...leadUnits, ...cooperatingUnits].flatMap((unit) =>
        unit.members.length > 0 ? [] : [{ id: unit.unitId, name: unit.name }],
      ),
    ),
  )
  const all = new Map([...members, ...bound].map(({ id, name }) => [id as string, name]))
  return [...all].map(([id, name]) => ({ id, name }))
}

/** Every promise with its number and its own words. */
export function promiseChoices({ projects }: LivingProgramme): readonly Choice[] {
  return projects.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.indicators.map(({ id, start, end }) => ({
        id,
        name: `${task.no} ${task.text.slice(start, end)}`,
      })),
    ),
  )
}
