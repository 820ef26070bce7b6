/** Problems with splitting a target, signing for a share and the office's consent. */
import type { PlanFaultReason } from './plan-check.ts'
import { sentence, type NoDetails } from './problem-sentence.ts'

/** Where in a plan: the promise, the unit's row and the field of it. */
export type PlanPlace = {
  readonly indicatorId: string
  readonly promise: string
  readonly unitId: string | null
  readonly unit: string | null
  /** `value`, `denominator`, a month `2023-03-01`, `stage-0` … */
  readonly field: string
}

const faultZh: Readonly<Record<PlanFaultReason, string>> = {
  'no-shares': '没有承担单位。请至少加一个单位',
  'unit-twice': '同一个单位列了两次。请合并为一行',
  'value-missing': '没有填分解数。请填写，不承担的单位请删去这一行',
  negative: '不能小于零（应覆盖数须大于零）。请改正',
  'not-whole': '按个数计的承诺只能填整数。请改正',
  'month-missing': '没有填这个月的累计数。请填写，或重选分月方式自动填入',
  'month-outside': '不在计划月份之内。请删去',
  falls: '累计数比上个月小。累计数只能持平或增加，请改正',
  'last-differs': '最后一个月的累计数应等于分解数。请改正其中一个',
  'points-without-value': '没有分解数，不能填分月累计数。请填写分解数或清空各月',
  'denominator-differs': '这个月的应覆盖数与该单位的应覆盖数不同。请改为一致',
  'stages-missing': '没有阶段和日期。请至少填一个阶段',
  'stages-out-of-order': '阶段日期早于上一阶段。请按先后填写',
  'base-name-missing': '按基数分解须写明基数名称，例如“常住人口 2022”',
}
const faultEn: Readonly<Record<PlanFaultReason, string>> = {
  'no-shares': 'No unit carries it. Add at least one',
  'unit-twice': 'The unit is listed twice. Make it one row',
  'value-missing': 'The share is missing. Fill it in, or remove the row of a unit that carries nothing',
  negative: 'It cannot be below zero (a denominator is above zero). Correct it',
  'not-whole': 'What is counted has whole shares only. Correct it',
  'month-missing': 'The level of this month is missing. Fill it in, or choose a curve again',
  'month-outside': 'The month is outside the plan. Remove it',
  falls: 'The level is below that of the month before; levels only stay or rise. Correct it',
  'last-differs': 'The level of the last month must be the share. Correct one of them',
  'points-without-value':
    'There is no share, so there are no levels by month. Fill in the share or clear the months',
  'denominator-differs': 'The denominator of this month differs from that of the unit. Make them the same',
  'stages-missing': 'There is no stage with a date. Fill in at least one',
  'stages-out-of-order': 'The stage is due before the one before it. Put them in order',
  'base-name-missing': 'Name the base the shares are weighed by, e.g. “residents 2022”',
}

const monthField = /^(\d{4})-(\d{2})-01$/

function fieldZh(field: string): string {
  const month = monthField.exec(field)
  if (month) return `${month[1]}年${Number(month[2])}月`
  if (field.startsWith('stage-')) return `第 ${Number(field.slice(6)) + 1} 阶段`
  const names: Record<string, string> = {
    denominator: '应覆盖数',
    weight: '权重',
    baseName: '基数名称',
    shares: '承担单位',
  }
  return names[field] ?? '分解数'
}

function fieldEn(field: string): string {
  const month = monthField.exec(field)
  if (month) return `${month[1]}-${month[2]}`
  if (field.startsWith('stage-')) return `stage ${Number(field.slice(6)) + 1}`
  const names: Record<string, string> = { baseName: 'base', shares: 'units' }
  return names[field] ?? (field === 'value' ? 'share' : field)
}

/** What is wrong with a cell of a plan, where the place is in view. */
export function planFaultWords(why: PlanFaultReason, language: 'zh' | 'en'): string {
  return language === 'zh' ? `${faultZh[why]}。` : `${faultEn[why]}.`
}

export const problemsOfPlans = {
  'plan.fault': sentence<{ place: PlanPlace; why: PlanFaultReason }>(
    422,
    ({ place, why }) => `“${place.promise}”${place.unit ?? ''}${fieldZh(place.field)}：${faultZh[why]}。`,
    ({ place, why }) =>
      `“${place.promise}”${place.unit === null ? '' : `, ${place.unit}`}, ${fieldEn(place.field)}: ${faultEn[why]}.`,
  ),
  'plan.no-such-promise': sentence<{ place: { indicatorId: string } }>(
    404,
    () => '这份年度民生实事中没有这项承诺，可能已随修订撤销。请刷新后再试。',
    () => 'The programme holds no such promise; an amendment may have withdrawn it. Reload and retry.',
  ),
  'plan.promise-twice': sentence<{ place: { indicatorId: string } }>(
    422,
    () => '同一项承诺在这次提交中出现了两次。请只留一份。',
    () => 'A promise is in this submission twice. Keep one of them.',
  ),
  'plan.no-such-unit': sentence<{ place: PlanPlace }>(
    422,
    ({ place }) => `“${place.promise}”：所选的承担单位不存在、已撤销或是单位组。请重新选择单位。`,
    ({ place }) =>
      `“${place.promise}”: a unit chosen does not exist, has ended or is a group. Choose another.`,
  ),
  'plan.overtaken': sentence<{
    indicatorId: string | null
    promise: string | null
    version: number | null
    by: string | null
  }>(
    409,
    (d) =>
      `${d.promise === null ? '这项承诺' : `“${d.promise}”`}的分解刚被${d.by ?? '他人'}先提交${d.version === null ? '' : `（第 ${d.version} 版）`}。您填写的内容还在，请对照差别后再提交。`,
    (d) =>
      `${d.by ?? 'Somebody'} submitted ${d.version === null ? 'a plan' : `version ${d.version}`} of ${d.promise === null ? 'this promise' : `“${d.promise}”`} first. What you typed is still here: compare and submit again.`,
  ),
  'plan.reason-needed': sentence<{ place: PlanPlace }>(
    422,
    ({ place }) => `“${place.promise}”已有单位签收，调整分解须写明原因，并报督查室同意。请填写调整原因。`,
    ({ place }) =>
      `A unit has signed for “${place.promise}”: a change needs a reason and the office’s consent. Give the reason.`,
  ),
  'plan.not-in-force': sentence<{ place: { indicatorId: string; unitId: string | null; version: number } }>(
    409,
    ({ place }) => `要签收的第 ${place.version} 版分解已不是现行版，或其中没有这个单位的任务。请刷新后再签。`,
    ({ place }) =>
      `Version ${place.version} is not in force any more, or holds no share of this unit. Reload before you sign.`,
  ),
  'plan.already-decided': sentence<{ place: { indicatorId: string; unitId: string } }>(
    409,
    () => '这一份已经签过同样的意见。请刷新页面。',
    () => 'This share already has this decision. Reload the page.',
  ),
  'plan.signature-overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先签了这一份。请刷新后再看。',
    () => 'Somebody decided on this share first. Reload and look again.',
  ),
  'plan.objection-needs-reason': sentence<{ place: { field: 'reason' } }>(
    422,
    () => '提出异议须写明理由。请填写理由，例如“与区内施工计划不符，建议 12 个”。',
    () => 'An objection needs a reason. Say why, and what you propose.',
  ),
  'plan.refusal-needs-reason': sentence<{ place: { field: 'reason' } }>(
    422,
    () => '不同意调整须写明理由。请填写理由。',
    () => 'A refusal needs a reason. Say why.',
  ),
  'plan.no-consent-asked': sentence<{ place: { indicatorId: string; version: number } }>(
    409,
    ({ place }) => `第 ${place.version} 版分解不需要同意，或已被更新的一版代替。请刷新后再看。`,
    ({ place }) =>
      `Version ${place.version} needs no consent, or a later one has replaced it. Reload and look again.`,
  ),
  'plan.consent-given': sentence<NoDetails>(
    409,
    () => '这一版分解已有同意或不同意的意见。请刷新后再看。',
    () => 'The office has decided on this version already. Reload and look again.',
  ),
  'plan-file.no-table': sentence<{ heads: string }>(
    422,
    ({ heads }) => `文件里没有分解表：第一行应有“${heads}”等栏目。请先下载本页的 Excel，在其中填写后再上传。`,
    ({ heads }) =>
      `The file holds no plan: its first row should have “${heads}”. Download the file first and fill that in.`,
  ),
} as const
