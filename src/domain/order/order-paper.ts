/**
 * The paper of one step of the ladder. From blue to red it is the form of practice (永嘉县督办单); the steps before and
 * after are letters: 提醒函, 催办通知书, 通报, 约谈通知书 (督查办法: each says what was due, since when, and what comes next).
 */
import { paperDate } from '../values/date-words.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { quoted } from '../values/quoted.ts'
import type { FormField, OfficialPaper } from '../papers/official-paper.ts'
import { isNumbered, nextStep, stepWords, type LadderStep } from './ladder.ts'
import type { FeedbackCycle, OrderFact } from './order.ts'
import { orderNumberWords, type OrderNumber } from './order-number.ts'

export type PrintedOrder = {
  readonly number: OrderNumber | null
  readonly subject: string
  readonly content: string
  readonly ground: string | null
  readonly instruction: { readonly text: string } | null
  readonly instructedBy: string | null
  readonly leadLeader: string | null
  readonly cooperatingLeaders: string | null
  readonly contact: string | null
  readonly phone: string | null
  readonly feedback: FeedbackCycle
  readonly units: readonly { readonly name: string; readonly duty: 'lead' | 'cooperating' }[]
  readonly facts: readonly (OrderFact & { readonly files: readonly { readonly fileName: string }[] })[]
}

/** Undefined where the fact of this number is no step. `office` is who supervises. */
export function orderPaper(order: PrintedOrder, office: string, factNo: number): OfficialPaper | undefined {
  const fact = order.facts.find(({ no }) => no === factNo)
  if (!fact?.step || fact.dueOn === null) return undefined
  const step = { no: fact.no, step: fact.step, dueOn: fact.dueOn, day: fact.day }
  return isForm(step.step) ? formOf(order, office, step) : letterOf(order, office, step)
}

type TakenStep = {
  readonly no: number
  readonly step: LadderStep
  readonly dueOn: PlainDate
  readonly day: PlainDate
}

function isForm(step: LadderStep): boolean {
  return step === 'blue' || step === 'orange' || step === 'red'
}

function formOf(order: PrintedOrder, office: string, { no, step, dueOn, day }: TakenStep): OfficialPaper {
  const attached = order.facts
    .filter((fact) => fact.kind === 'attach' && fact.no <= no)
    .flatMap(({ files }) => files.map(({ fileName }) => fileName))
  const wide = (name: string, value: string | null): (readonly FormField[])[] =>
    value === null ? [] : [[field(name, value)]]
  return {
    head: {
      mark: '政务督办',
      number: '',
      line: [office, paperDate(day)],
      compact: true,
    },
    title: stepWords[step].zh,
    addressee: null,
    body: [
      {
        kind: 'form',
        rows: [
          [field('督办事项', order.subject)],
          [field('文号', numberOf(order)), field('交办时限', paperDate(dueOn))],
          ...wide('批示领导', order.instructedBy),
          ...wide('批示内容', order.instruction?.text ?? null),
          [field('督办内容', order.content)],
          ...wide('督办依据', order.ground),
          [field('牵头领导', order.leadLeader), field('配合领导', order.cooperatingLeaders)],
          [field('牵头单位', unitsOf(order, 'lead')), field('配合单位', unitsOf(order, 'cooperating'))],
          [field('反馈周期', feedbackWords(order.feedback)), field('附件', attached.join('\n'))],
          [field('联系人', order.contact), field('电话', order.phone)],
        ],
      },
    ],
    signature: null,
    imprint: null,
    annexes: [],
  }
}

function field(name: string, value: string | null): FormField {
  return { name, value: value ?? '' }
}

function letterOf(order: PrintedOrder, office: string, taken: TakenStep): OfficialPaper {
  const number = isNumbered(taken.step) ? numberOf(order) : null
  const { title, text } = letters[taken.step as keyof typeof letters]
  const contact = [order.contact, order.phone].filter((part) => part !== null).join('，')
  return {
    head: null,
    title,
    addressee: `${unitsOf(order, 'lead')}：`,
    body: [
      {
        kind: 'paragraph',
        text: text(
          `${quoted(order.subject)}${number ? `（${number}）` : ''}`,
          dueBefore(order, taken),
          taken,
        ),
      },
      { kind: 'paragraph', text: order.content },
      // What was drafted from it says it already.
      ...(order.ground === null || order.content.includes(order.ground)
        ? []
        : [{ kind: 'paragraph' as const, text: order.ground }]),
      ...(contact === '' ? [] : [{ kind: 'paragraph' as const, text: `联系人：${contact}。` }]),
    ],
    signature: { issuer: office, date: paperDate(taken.day) },
    imprint: null,
    annexes: [],
  }
}

type LetterText = (matter: string, dueBefore: PlainDate | null, taken: TakenStep) => string

/** Each names the day by which, and what follows where nothing comes. */
const letters: Readonly<
  Record<'reminder' | 'urging' | 'bulletin' | 'talk', { title: string; text: LetterText }>
> = {
  reminder: {
    title: '工作提醒函',
    text: (matter, _, { dueOn, step }) => `${matter}请于${paperDate(dueOn)}前反馈办理情况。${ifNot(step)}`,
  },
  urging: {
    title: '催办通知书',
    text: (matter, due, { dueOn, step }) =>
      `${matter}${lateSince(due)}请于${paperDate(dueOn)}前报来办理情况。${ifNot(step)}`,
  },
  bulletin: {
    title: '督办事项通报',
    text: (matter, due, { dueOn, step }) =>
      `${matter}${lateSince(due)}现予通报。请于${paperDate(dueOn)}前报来整改情况。${ifNot(step)}`,
  },
  talk: {
    title: '约谈通知书',
    text: (matter, due, { dueOn }) =>
      `${matter}${lateSince(due)}现通知你单位负责人于${paperDate(dueOn)}前接受约谈，请携办理情况和整改措施。`,
  },
}

function lateSince(due: PlainDate | null): string {
  return due === null ? '尚未反馈办理情况，' : `应于${paperDate(due)}前反馈，至今未收到办理情况，`
}

function ifNot(step: LadderStep): string {
  const next = nextStep(step)
  return next ? `逾期未反馈的，将按规定转入${stepWords[next].zh}。` : ''
}

/** The day that had passed when the step began; null where the matter began with it. */
function dueBefore({ facts }: PrintedOrder, { no }: TakenStep): PlainDate | null {
  return (
    facts.findLast((fact) => fact.no < no && fact.dueOn !== null && fact.kind !== 'extension')?.dueOn ?? null
  )
}

function numberOf({ number }: PrintedOrder): string | null {
  return number && orderNumberWords(number)
}

function unitsOf({ units }: PrintedOrder, duty: 'lead' | 'cooperating'): string {
  return units
    .filter((unit) => unit.duty === duty)
    .map(({ name }) => name)
    .join('、')
}

function feedbackWords({ kind, days }: FeedbackCycle): string {
  if (kind === 'once') return '一次性'
  return kind === 'monthly' ? '每月' : `每 ${days ?? 1} 个工作日`
}
