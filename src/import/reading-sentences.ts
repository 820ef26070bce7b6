/** What the reader's codes say, in one sentence each, for those who read its output without the web app. */
import type {
  IgnoredReason,
  NotTargetReason,
  ReadingWarning,
  RuleKind,
  WarningCode,
} from '../domain/programme/draft.ts'

type Details = Readonly<Partial<Record<string, string>>>

/** By the role that a warning names its column with. */
const columnNames: Details = {
  leaders: '分管领导',
  lead: '牵头单位',
  cooperating: '配合单位',
  responsible: '责任单位',
  deadline: '完成时限',
}

const warnings = {
  'filled-down': (d) =>
    `任务 ${d['no']} 的“${columnNames[d['column'] ?? ''] ?? ''}”为空，按与上一行相同处理，请核对。`,
  'joined-over-page': (d) => `项目 ${d['no']}${d['name']}在换页处重复出现，已合并为一个项目。`,
  'no-leader': (d) => `任务 ${d['no']} 没有写明分管领导。`,
  'no-lead-unit': (d) => `任务 ${d['no']} 没有写明牵头单位。`,
  'no-indicator': (d) => `任务 ${d['no']} 中没有读到任何承诺，请核对。`,
  'no-year': () => '标题和表前文字中都没有年份，请指定年度。',
  'numbering-gap': (d) => `项目序号从 ${d['before']} 跳到 ${d['no']}，请核对是否有遗漏。`,
  'joined-tables': (d) => `文中 ${d['tables']} 个任务表（${d['parts']}）合并为一份清单读取，请核对。`,
  'other-table': () => '文中还有一个没有任务栏目的表格，未读取。',
  'other-task-table': (d) =>
    `文中另有任务表“${d['label']}”（${d['tasks']} 项任务），未读取；如应以它为准，请改选。`,
  'no-units': () => '全文没有写明责任单位。',
} as const satisfies Record<WarningCode, (details: Details) => string>

const ignored = {
  'table-head': '表头',
  'annex-mark': '附件标记',
  repeated: '换页重复',
  note: '说明或备注',
  blank: '空白',
  heading: '标题或小标题',
  numbering: '任务的序号',
  signature: '落款、抄送或填报信息',
  punctuation: '标点符号',
  other: '不属于任务分解表的栏目或内容',
} as const satisfies Record<IgnoredReason, string>

const rules = {
  'first-unit-leads': '责任单位中列第一位的为牵头单位，其余为配合单位',
  'before-first-comma-leads': '责任单位中第一个逗号前的为牵头单位，其余为配合单位',
  'marked-unit-leads': '带标记的为牵头单位，其余为配合单位',
  'units-of-all': '所列单位参与全部有关任务，各任务中不再列出',
} as const satisfies Record<RuleKind, string>

const notTargets = {
  name: '属于名称、品牌或热线号码',
  grade: '属于等级',
  age: '属于年龄',
  'item-size': '说明单个对象的规模',
  'item-kinds': '说明种类的多少',
  scope: '说明实施范围，另有计数对象',
  time: '属于时间',
  cap: '属于上限',
  entitlement: '说明每个对象享受的标准',
  baseline: '属于原有基数',
  'programme-items': '说明项目的项数',
  numbering: '属于序号',
  'document-number': '属于文号',
  milestone: '属于阶段安排',
  other: '不是可考核的目标',
  dismissed: '经人工确认不是目标',
} as const satisfies Record<NotTargetReason, string>

export function warningSentence({ code, details }: ReadingWarning): string {
  return warnings[code](details)
}

export function ignoredSentence(why: IgnoredReason): string {
  return ignored[why]
}

export function ruleSentence(kind: RuleKind): string {
  return rules[kind]
}

export function notTargetSentence(why: NotTargetReason): string {
  return notTargets[why]
}
