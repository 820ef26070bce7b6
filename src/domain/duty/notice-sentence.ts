/** What a notice says, in both languages: in the inbox and in e-mail alike. */
import type { Language } from '../problems/problem.ts'
import { dayName, monthName } from '../values/date-words.ts'
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
  }
}

const because = (reason: string) => (reason === '' ? '。' : `：${reason}`)
const said = (reason: string) => (reason === '' ? '.' : `: ${reason}`)
const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`)
const named = (facts: Facts): boolean => facts.single && facts.promise !== ''

const sentences: Readonly<Record<Language, Readonly<Record<NoticeKind, (facts: Facts) => string>>>> = {
  zh: {
    'plan-to-sign': (f) => `有 ${f.count} 项分解任务等待签收。`,
    'plan-objected': (f) =>
      named(f)
        ? `${f.unit || '有单位'}对“${f.promise}”的分解提出异议${because(f.reason)}`
        : `有 ${f.count} 项分解收到异议，请处理。`,
    'plan-to-consent': (f) =>
      named(f)
        ? `“${f.promise}”的分解要调整，请审定${because(f.reason)}`
        : `有 ${f.count} 项分解调整等待审定。`,
    'plan-decided': (f) =>
      named(f)
        ? `督查室${f.decision === 'refuse' ? '没有同意' : '同意了'}“${f.promise}”的分解调整${because(f.reason)}`
        : `督查室已审定 ${f.count} 项分解调整。`,
    'sheet-open': (f) => `${f.month}的月报可以填报了，共 ${f.count} 项${f.dueOn && `，${f.dueOn}截止`}。`,
    'due-soon': (f) => `${f.month}的月报${f.dueOn}截止，还有 ${f.count} 项没有报送。`,
    overdue: (f) =>
      `${f.month}的月报已过${f.dueOn}的期限，还有 ${f.count} 项没有报送，请尽快补报并说明原因。`,
    returned: (f) =>
      named(f)
        ? `“${f.promise}”${f.month}的数被${f.office ? '督查室' : '牵头单位'}退回${because(f.reason)}`
        : `${f.month}有 ${f.count} 项数被${f.office ? '督查室' : '牵头单位'}退回，请更正后重报。`,
    'to-review': (f) =>
      `${f.single && f.unit !== '' ? f.unit : ''}${f.month}有 ${f.count} 项数等待${f.office ? '督查室' : ''}审核。`,
    reopened: (f) =>
      f.single && f.unit !== ''
        ? `${f.unit}更正了${f.month}已锁定的 ${f.count} 项数，需要重新审核。`
        : `${f.month}锁定后有 ${f.count} 项数被更正，需要重新审核。`,
    frozen: (f) => `${f.month}的数已经定稿。`,
    'acceptance-claimed': (f) =>
      named(f) ? `${f.unit}申请验收“${f.promise}”。` : `有 ${f.count} 项承诺申请验收。`,
    'acceptance-returned': (f) =>
      named(f)
        ? `“${f.promise}”的验收申请被退回${because(f.reason)}`
        : `有 ${f.count} 项验收申请被退回，请整改后重新申请。`,
    'acceptance-accepted': (f) =>
      named(f) ? `“${f.promise}”已通过验收${because(f.reason)}` : `有 ${f.count} 项承诺通过验收。`,
    'acceptance-closed': (f) => (named(f) ? `“${f.promise}”已销号。` : `有 ${f.count} 项承诺已销号。`),
  },
  en: {
    'plan-to-sign': (f) => `${many(f.count, 'share waits', 'shares wait')} for your signature.`,
    'plan-objected': (f) =>
      named(f)
        ? `${f.unit || 'A unit'} objects to the plan of “${f.promise}”${said(f.reason)}`
        : `${many(f.count, 'plan was', 'plans were')} objected to: please deal with ${f.count === 1 ? 'it' : 'them'}.`,
    'plan-to-consent': (f) =>
      named(f)
        ? `Consent to the change of the plan of “${f.promise}” is asked for${said(f.reason)}`
        : `${many(f.count, 'change of a plan waits', 'changes of plans wait')} for your consent.`,
    'plan-decided': (f) =>
      named(f)
        ? `The office ${f.decision === 'refuse' ? 'refused' : 'consented to'} the change of the plan of “${f.promise}”${said(f.reason)}`
        : `The office decided on ${many(f.count, 'change of a plan', 'changes of plans')}.`,
    'sheet-open': (f) =>
      `${f.month} can be reported: ${many(f.count, 'figure', 'figures')}${f.dueOn && `, due on ${f.dueOn}`}.`,
    'due-soon': (f) =>
      `${f.month} is due on ${f.dueOn}: ${many(f.count, 'figure is', 'figures are')} not submitted yet.`,
    overdue: (f) =>
      `${f.month} was due on ${f.dueOn}: ${many(f.count, 'figure is', 'figures are')} still missing. Submit with the reason for the delay.`,
    returned: (f) =>
      named(f)
        ? `“${f.promise}” for ${f.month} was returned by the ${f.office ? 'office' : 'lead unit'}${said(f.reason)}`
        : `${many(f.count, 'figure', 'figures')} for ${f.month} ${f.count === 1 ? 'was' : 'were'} returned by the ${f.office ? 'office' : 'lead unit'}: please mend and submit again.`,
    'to-review': (f) =>
      `${many(f.count, 'figure', 'figures')}${f.single && f.unit !== '' ? ` of ${f.unit}` : ''} for ${f.month} ${f.count === 1 ? 'waits' : 'wait'} for ${f.office ? 'the office’s ' : ''}review.`,
    reopened: (f) =>
      `${f.single && f.unit !== '' ? `${f.unit} corrected ` : 'Corrected after the lock: '}${many(f.count, 'figure', 'figures')} for ${f.month}, to be reviewed again.`,
    frozen: (f) => `The figures for ${f.month} are frozen.`,
    'acceptance-claimed': (f) =>
      named(f)
        ? `${f.unit} claims that “${f.promise}” is kept.`
        : `${many(f.count, 'promise is', 'promises are')} claimed as kept.`,
    'acceptance-returned': (f) =>
      named(f)
        ? `The claim of “${f.promise}” was returned${said(f.reason)}`
        : `${many(f.count, 'claim was', 'claims were')} returned: please mend and claim again.`,
    'acceptance-accepted': (f) =>
      named(f)
        ? `“${f.promise}” was accepted as kept${said(f.reason)}`
        : `${many(f.count, 'promise was', 'promises were')} accepted as kept.`,
    'acceptance-closed': (f) =>
      named(f) ? `“${f.promise}” is closed.` : `${many(f.count, 'promise is', 'promises are')} closed.`,
  },
}
