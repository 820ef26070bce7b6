/** What a notice says, in both languages: in the inbox and in e-mail alike. */
import type { Language } from '../problems/problem.ts'
import { dayName, monthName } from '../values/date-words.ts'
import { quoted } from '../values/quoted.ts'
import { ladderSteps, stepWords } from '../order/ladder.ts'
import type { NoticeKind } from './notice.ts'
import type { NoticeLine } from './notice-line.ts'

type Said = Pick<NoticeLine, 'kind' | 'month' | 'count' | 'details' | 'noticeIds'>

export function noticeSentence(line: Said, language: Language): string {
  return sentences[language][line.kind](factsOf(line, language))
}

type Facts = {
  readonly month: string
  readonly count: number
  /** Whether it is one notice only, which then may be named. */
  readonly single: boolean
  readonly unit: string
  readonly promise: string
  readonly reason: string
  readonly dueOn: string
  readonly decision: string
  readonly office: boolean
  /** What an order or instruction is about, with its number where it has one. */
  readonly subject: string
  /** The order that an instruction is dealt with under. */
  readonly under: string
  /** The step of the ladder. */
  readonly ladder: string
}

function factsOf({ month, count, details, noticeIds }: Said, language: Language): Facts {
  const text = (name: string): string => {
    const value = details[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    month: month === null ? '' : monthName(month, language),
    count,
    single: noticeIds.length === 1,
    unit: text('unit'),
    promise: text('promise'),
    reason: text('reason'),
    dueOn: dayName(text('dueOn'), language),
    decision: text('decision'),
    office: details['step'] === 'office',
    subject: [text('number'), text('subject')].filter((part) => part !== '').join(' '),
    under: text('under'),
    ladder: ladderSteps.map((step) => (step === text('step') ? stepWords[step][language] : '')).join(''),
  }
}

const because = (reason: string) => (reason === '' ? '。' : `：${reason}`)
const said = (reason: string) => (reason === '' ? '.' : `: ${reason}`)
const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`)
const named = (facts: Facts): boolean => facts.single && facts.promise !== ''
const about = (facts: Facts): boolean => facts.count === 1 && facts.subject !== ''

const answers: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  return: ['退回了办结反馈', 'The office returned the reply on'],
  extend: ['同意延期', 'The office granted more time for'],
  refuse: ['没有同意延期', 'The office refused more time for'],
  accept: ['已办结', 'The reply was accepted and ended'],
  close: ['已办结', 'The office closed'],
  withdraw: ['已撤销', 'The office withdrew'],
  hold: ['暂停升级', 'The ladder was stopped for'],
  resume: ['恢复升级', 'The ladder goes on for'],
  attach: ['补充了附件', 'The office added a file to'],
  issue: ['已按批示交办', 'By your instruction an order was issued:'],
}

const waits: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  reply: ['报来办结反馈，请审核', 'A reply waits for you'],
  extension: ['申请延期，请答复', 'More time is asked for'],
  feedback: ['报来阶段反馈', 'It is said how it goes'],
}

const sentences: Readonly<Record<Language, Readonly<Record<NoticeKind, (facts: Facts) => string>>>> = {
  zh: {
    'plan-to-sign': (f) => `有 ${f.count} 项分解任务等待签收。`,
    'plan-objected': (f) =>
      named(f)
        ? `${f.unit || '有单位'}对${quoted(f.promise)}的分解提出异议${because(f.reason)}`
        : `有 ${f.count} 项分解收到异议，请处理。`,
    'plan-to-consent': (f) =>
      named(f)
        ? `${quoted(f.promise)}的分解要调整，请审定${because(f.reason)}`
        : `有 ${f.count} 项分解调整等待审定。`,
    'plan-decided': (f) =>
      named(f)
        ? `督查室${f.decision === 'refuse' ? '没有同意' : '同意了'}${quoted(f.promise)}的分解调整${because(f.reason)}`
        : `督查室已审定 ${f.count} 项分解调整。`,
    'sheet-open': (f) => `${f.month}的月报可以填报了，共 ${f.count} 项${f.dueOn && `，${f.dueOn}截止`}。`,
    'due-soon': (f) => `${f.month}的月报${f.dueOn}截止，还有 ${f.count} 项没有报送。`,
    overdue: (f) =>
      `${f.month}的月报已过${f.dueOn}的期限，还有 ${f.count} 项没有报送，请尽快补报并说明原因。`,
    returned: (f) =>
      named(f)
        ? `${quoted(f.promise)}${f.month}的数被${f.office ? '督查室' : '牵头单位'}退回${because(f.reason)}`
        : `${f.month}有 ${f.count} 项数被${f.office ? '督查室' : '牵头单位'}退回，请更正后重报。`,
    'to-review': (f) =>
      `${f.single && f.unit !== '' ? f.unit : ''}${f.month}有 ${f.count} 项数等待${f.office ? '督查室' : ''}审核。`,
    reopened: (f) =>
      f.single && f.unit !== ''
        ? `${f.unit}更正了${f.month}已锁定的 ${f.count} 项数，需要重新审核。`
        : `${f.month}锁定后有 ${f.count} 项数被更正，需要重新审核。`,
    frozen: (f) => `${f.month}的数已经定稿。`,
    'order-given': (f) =>
      about(f)
        ? `${f.ladder || '督办'}：${f.subject}${f.dueOn && `，请于${f.dueOn}前反馈`}。`
        : `有 ${f.count} 件督办${f.ladder && `（${f.ladder}）`}等待办理。`,
    'order-due-soon': (f) =>
      about(f)
        ? `督办${quoted(f.subject)}将于${f.dueOn}到期，还没有反馈。`
        : `有 ${f.count} 件督办即将到期，还没有反馈。`,
    'order-lapsed': (f) =>
      about(f)
        ? `督办${quoted(f.subject)}已过${f.dueOn}的时限没有反馈，${f.decision === 'climbs' ? '请决定是否升级。' : f.decision === 'reply' ? '请尽快反馈并说明原因。' : '请处理。'}`
        : `有 ${f.count} 件督办逾期没有反馈，请处理。`,
    'order-waiting': (f) =>
      about(f)
        ? `督办${quoted(f.subject)}${waits[f.decision]?.[0] ?? '等待答复'}。`
        : `有 ${f.count} 件督办的反馈或延期申请等待答复。`,
    'order-answered': (f) =>
      about(f)
        ? `督办${quoted(f.subject)}${answers[f.decision]?.[0] ?? '已有答复'}${because(f.reason)}`
        : `有 ${f.count} 件督办已有答复。`,
    'instruction-given': (f) =>
      about(f) ? `领导批示，请交办：${f.subject}。` : `有 ${f.count} 条领导批示等待交办。`,
    'acceptance-claimed': (f) =>
      named(f) ? `${f.unit}申请验收${quoted(f.promise)}。` : `有 ${f.count} 项承诺申请验收。`,
    'acceptance-returned': (f) =>
      named(f)
        ? `${quoted(f.promise)}的验收申请被退回${because(f.reason)}`
        : `有 ${f.count} 项验收申请被退回，请整改后重新申请。`,
    'acceptance-accepted': (f) =>
      named(f) ? `${quoted(f.promise)}已通过验收${because(f.reason)}` : `有 ${f.count} 项承诺通过验收。`,
    'acceptance-closed': (f) => (named(f) ? `${quoted(f.promise)}已销号。` : `有 ${f.count} 项承诺已销号。`),
    'instruction-followed': (f) =>
      about(f)
        ? `您批示的${quoted(f.subject)}${answers[f.decision]?.[0] ?? '已有结果'}${f.dueOn && `，${f.dueOn}前反馈`}${because(f.reason)}`
        : `有 ${f.count} 件批示已交办或办结。`,
    'instruction-set-aside': (f) =>
      about(f)
        ? `您批示的${quoted(f.subject)}${f.under === '' ? '不另立项' : `并入督办“${f.under}”办理`}${because(f.reason)}`
        : `有 ${f.count} 件批示不另立项，理由见“督办”。`,
  },
  en: {
    'plan-to-sign': (f) => `${many(f.count, 'share waits', 'shares wait')} for your signature.`,
    'plan-objected': (f) =>
      named(f)
        ? `${f.unit || 'A unit'} objects to the plan of ${quoted(f.promise)}${said(f.reason)}`
        : `${many(f.count, 'plan was', 'plans were')} objected to: please deal with ${f.count === 1 ? 'it' : 'them'}.`,
    'plan-to-consent': (f) =>
      named(f)
        ? `Consent to the change of the plan of ${quoted(f.promise)} is asked for${said(f.reason)}`
        : `${many(f.count, 'change of a plan waits', 'changes of plans wait')} for your consent.`,
    'plan-decided': (f) =>
      named(f)
        ? `The office ${f.decision === 'refuse' ? 'refused' : 'consented to'} the change of the plan of ${quoted(f.promise)}${said(f.reason)}`
        : `The office decided on ${many(f.count, 'change of a plan', 'changes of plans')}.`,
    'sheet-open': (f) =>
      `${f.month} can be reported: ${many(f.count, 'figure', 'figures')}${f.dueOn && `, due on ${f.dueOn}`}.`,
    'due-soon': (f) =>
      `${f.month} is due on ${f.dueOn}: ${many(f.count, 'figure is', 'figures are')} not submitted yet.`,
    overdue: (f) =>
      `${f.month} was due on ${f.dueOn}: ${many(f.count, 'figure is', 'figures are')} still missing. Submit with the reason for the delay.`,
    returned: (f) =>
      named(f)
        ? `${quoted(f.promise)} for ${f.month} was returned by the ${f.office ? 'office' : 'lead unit'}${said(f.reason)}`
        : `${many(f.count, 'figure', 'figures')} for ${f.month} ${f.count === 1 ? 'was' : 'were'} returned by the ${f.office ? 'office' : 'lead unit'}: please mend and submit again.`,
    'to-review': (f) =>
      `${many(f.count, 'figure', 'figures')}${f.single && f.unit !== '' ? ` of ${f.unit}` : ''} for ${f.month} ${f.count === 1 ? 'waits' : 'wait'} for ${f.office ? 'the office’s ' : ''}review.`,
    reopened: (f) =>
      `${f.single && f.unit !== '' ? `${f.unit} corrected ` : 'Corrected after the lock: '}${many(f.count, 'figure', 'figures')} for ${f.month}, to be reviewed again.`,
    frozen: (f) => `The figures for ${f.month} are frozen.`,
    'order-given': (f) =>
      about(f)
        ? `${f.ladder || 'Order'}: ${f.subject}${f.dueOn && `, due on ${f.dueOn}`}.`
        : `${many(f.count, 'order waits', 'orders wait')} for you${f.ladder && ` (${f.ladder})`}.`,
    'order-due-soon': (f) =>
      about(f)
        ? `The order ${quoted(f.subject)} is due on ${f.dueOn}: nothing was sent yet.`
        : `${many(f.count, 'order is', 'orders are')} due soon: nothing was sent yet.`,
    'order-lapsed': (f) =>
      about(f)
        ? `The order ${quoted(f.subject)} was due on ${f.dueOn} and nothing was sent: ${f.decision === 'climbs' ? 'decide whether the next step begins' : f.decision === 'reply' ? 'reply and say why it is late' : 'deal with it'}.`
        : `${many(f.count, 'order has', 'orders have')} lapsed: deal with ${f.count === 1 ? 'it' : 'them'}.`,
    'order-waiting': (f) =>
      about(f)
        ? `${waits[f.decision]?.[1] ?? 'An answer is awaited'}: ${quoted(f.subject)}.`
        : `${many(f.count, 'answer to an order is', 'answers to orders are')} awaited from you.`,
    'order-answered': (f) =>
      about(f)
        ? `${answers[f.decision]?.[1] ?? 'The office answered on'} ${quoted(f.subject)}${said(f.reason)}`
        : `The office answered on ${many(f.count, 'order', 'orders')}.`,
    'instruction-given': (f) =>
      about(f)
        ? `A leader’s instruction waits for an order: ${f.subject}.`
        : `${many(f.count, 'instruction waits', 'instructions wait')} for an order.`,
    'acceptance-claimed': (f) =>
      named(f)
        ? `${f.unit} claims that ${quoted(f.promise)} is kept.`
        : `${many(f.count, 'promise is', 'promises are')} claimed as kept.`,
    'acceptance-returned': (f) =>
      named(f)
        ? `The claim of ${quoted(f.promise)} was returned${said(f.reason)}`
        : `${many(f.count, 'claim was', 'claims were')} returned: please mend and claim again.`,
    'acceptance-accepted': (f) =>
      named(f)
        ? `${quoted(f.promise)} was accepted as kept${said(f.reason)}`
        : `${many(f.count, 'promise was', 'promises were')} accepted as kept.`,
    'acceptance-closed': (f) =>
      named(f) ? `${quoted(f.promise)} is closed.` : `${many(f.count, 'promise is', 'promises are')} closed.`,
    'instruction-followed': (f) =>
      about(f)
        ? `${answers[f.decision]?.[1] ?? 'What you instructed:'} ${quoted(f.subject)}${f.dueOn && `, due on ${f.dueOn}`}${said(f.reason)}`
        : `${many(f.count, 'instruction was', 'instructions were')} followed or ended.`,
    'instruction-set-aside': (f) =>
      about(f)
        ? `Of your instruction ${quoted(f.subject)} ${f.under === '' ? 'no order is made' : `the order “${f.under}” takes care`}${said(f.reason)}`
        : `No order of their own is made of ${many(f.count, 'instruction', 'instructions')}; see why among the orders.`,
  },
}
