/** A programme as read from a document and not yet adopted (glossary: dry run). Plain data: it goes over the wire as it is. */
import type { Decimal } from '../values/decimal.ts'
import type { Place } from './source.ts'
import type { Target } from './target.ts'
import type { PlainDate } from '../values/plain-date.ts'

export type DraftProgramme = {
  readonly title: string
  readonly titlePlace: Place | null
  readonly year: number | null
  readonly projects: readonly DraftProject[]
  /** What the document states once for all or for all that follows; applied to the tasks, and shown. */
  readonly rules: readonly DocumentRule[]
  /** Other task tables of the document, which a person may choose instead. */
  readonly otherTables: readonly OtherTable[]
  readonly ignored: readonly IgnoredText[]
  readonly warnings: readonly ReadingWarning[]
}

export const ruleKinds = [
  'first-unit-leads', // 列第一位的为牵头单位
  'before-first-comma-leads', // 第一个逗号前为牵头单位
  'marked-unit-leads', // 带*的为牵头单位
  'units-of-all', // 各区政府均需落实，不再列出: the named units take part in every task
] as const
export type RuleKind = (typeof ruleKinds)[number]

export type DocumentRule = { readonly kind: RuleKind; readonly text: string; readonly place: Place }

/** A table or list of tasks that was not read: `block` is where it begins, `label` its title or sheet. */
export type OtherTable = { readonly block: number; readonly label: string; readonly tasks: number }

export type DraftProject = {
  /** Stable within one reading: "p5". */
  readonly key: string
  readonly no: number
  readonly name: string
  readonly place: Place
  /** Where the number is printed; null when the document does not number its projects. */
  readonly noPlace: Place | null
  readonly tasks: readonly DraftTask[]
}

export type DraftTask = {
  /** Stable within one reading: "t5.3". */
  readonly key: string
  /** Numbered within its project: "5.3". */
  readonly no: string
  /** The promise sentences in one line: the cell's text without its line breaks. */
  readonly text: string
  /** The cell's text; `sourceOffset` turns offsets of `text` into offsets of the cell. */
  readonly place: Place
  readonly leaders: readonly DraftName[]
  readonly leadUnits: readonly DraftName[]
  readonly cooperatingUnits: readonly DraftName[]
  readonly deadline: PlainDate | null
  /** Where the deadline stands in a column of its own; null when there is none. */
  readonly deadlinePlace: Place | null
  readonly indicators: readonly DraftIndicator[]
  readonly notTargets: readonly NotTarget[]
  /** What a plan or schedule beside the text says is reached by when: cumulative, no further targets. */
  readonly milestones: readonly DraftMilestone[]
  /** Results that a progress table prints beside the target, offered as first actuals. */
  readonly reported: readonly DraftReport[]
}

export type DraftMilestone = {
  readonly text: string
  /** The last day of the time it names, or that its column's head names. */
  readonly deadline: PlainDate | null
  readonly place: Place
}

export type DraftReport = {
  /** As the head of the column names it: "1—10月", "上月"; "" when it names none. */
  readonly period: string
  readonly text: string
  readonly place: Place
  /** What the column "是否达序" says beside it. */
  readonly inOrder: string | null
  readonly inOrderPlace: Place | null
  /** Figures that clearly belong to one promise of the task, by its key. */
  readonly values: readonly { readonly indicator: string; readonly value: Decimal }[]
}

/** A leader or unit as the document names it; padding and line breaks inside the name are taken out. */
export type DraftName = {
  readonly name: string
  readonly place: Place
  /** Of a lead unit: the leader whose line it stands on, where several leaders share a task. */
  readonly leader?: string
  /** Of a unit: the person in charge of it, printed behind it (市住建局 王明). */
  readonly person?: { readonly name: string; readonly place: Place }
}

export type DraftIndicator = Target & {
  /** Stable within one reading: "i5.3.1"; parts of a split get keys of their own. */
  readonly key: string
  /** UTF-16 offsets in the task's text. */
  readonly start: number
  readonly end: number
  /** 0–1: how sure the reader is that all of the target is right. */
  readonly confidence: number
  /** Why a person should look, as codes of `doubtReasons`; empty when nothing is doubtful. */
  readonly doubts: readonly Doubt[]
  readonly origin: 'read' | 'corrected' | 'confirmed' | 'added'
}

export const doubtReasons = [
  'coverage-implied', // 全覆盖 and the like, read as 100 %
  'shared-verb', // the verb stands with an earlier object
  'shared-object', // the object is carried over from an earlier number
  'scope-count', // the number counts where, not what
  'no-number', // a promise without a number: milestone, service or activity by its verb
  'implied-unit', // the unit is not written
  'level-not-addition', // 累计, 达到: a level reached, not this year's addition
  'part-of', // 其中: part of an earlier number
  'overlap', // spans of two readings meet
] as const
export type Doubt = (typeof doubtReasons)[number]

/** Below this confidence a reading is shown among the doubtful ones: of those above it at least 98 % are right. */
const sureConfidence = 0.95

/** Whether a person should look at a reading: the reader was unsure and nobody has looked yet. */
export function needsLook({ origin, doubts, confidence }: DraftIndicator): boolean {
  return origin === 'read' && (doubts.length > 0 || confidence < sureConfidence)
}

/** How much a draft holds. */
export function countDraft({ projects }: Pick<DraftProgramme, 'projects'>) {
  const tasks = projects.flatMap((project) => project.tasks)
  const indicators = tasks.flatMap((task) => task.indicators)
  return {
    projects: projects.length,
    tasks: tasks.length,
    indicators: indicators.length,
    notTargets: tasks.reduce((sum, task) => sum + task.notTargets.length, 0),
    milestones: tasks.reduce((sum, task) => sum + task.milestones.length, 0),
    reported: tasks.reduce((sum, task) => sum + task.reported.length, 0),
    doubtful: indicators.filter(needsLook).length,
  }
}

/** A number of the text that is stated not to be a target. */
export type NotTarget = { readonly start: number; readonly end: number; readonly why: NotTargetReason }

export const notTargetReasons = [
  'name', // part of a name, a brand, a hotline
  'grade', // a class or grade: 4A级, 二级以上
  'age',
  'item-size', // the size of one item: 200张床位以上的机构
  'item-kinds', // how many kinds a thing comes in: 3种疾病筛查
  'scope', // where it is done, while the thing itself is counted
  'time', // dates, years, hours, durations
  'cap', // 最高…, 上限…
  'entitlement', // what one beneficiary gets
  'baseline', // the old value of a from–to pair
  'programme-items', // the number of programme items
  'numbering', // list numbers
  'document-number',
  'milestone', // a dated part-count of a plan
  'other',
  'dismissed', // taken out by a person
] as const
export type NotTargetReason = (typeof notTargetReasons)[number]

/** Source text that became neither promise, unit, leader nor heading. */
export type IgnoredText = { readonly text: string; readonly why: IgnoredReason; readonly place: Place }

export const ignoredReasons = [
  'table-head',
  'annex-mark',
  'repeated',
  'note',
  'blank',
  'heading',
  'numbering', // the number of a task in a document that numbers its tasks
  'signature', // who issued the document and when, who received it
  'punctuation',
  'other',
] as const
export type IgnoredReason = (typeof ignoredReasons)[number]

export const warningCodes = [
  'filled-down', // an empty cell was read as "same as above"
  'joined-over-page', // a project repeated after a page break was joined
  'no-leader',
  'no-lead-unit',
  'no-indicator', // a task in which nothing was promised
  'no-year',
  'numbering-gap',
  'joined-tables', // several tables of the document were read as one programme
  'other-table', // the document holds another table that was not read
  'other-task-table', // the document holds another task table, which could be read instead
  'no-units', // no task of the document names a unit
] as const
export type WarningCode = (typeof warningCodes)[number]

export type ReadingWarning = {
  readonly code: WarningCode
  readonly place: Place
  /** What the sentence of the code names, e.g. { no: "5" }. */
  readonly details: Readonly<Record<string, string>>
}
