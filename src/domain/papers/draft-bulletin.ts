/** 督查通报: what is done, what lags and why, what comes next (form: 寿县政务督查). */
import { levelWords } from '../light/light-sentence.ts'
import type { MonthSnapshot } from '../reporting/snapshot.ts'
import { dayName, monthName } from '../values/date-words.ts'
import { decimal } from '../values/decimal.ts'
import { lastDayOf } from '../values/month.ts'
import { percentOf } from '../values/quantity.ts'
import { programmeName } from './monthly-table.ts'
import { lagWords, progressWords, promiseName } from './promise-words.ts'
import type { PaperText } from './paper.ts'
import {
  countWords,
  isLate,
  lagging,
  litPromises,
  promisesOf,
  turned,
  unitsMissing,
  type LitPromise,
} from './snapshot-account.ts'

/** So many stand in the text; the rest are in the annex. */
const mostInText = 15
const mostPraised = 6

export function draftBulletin(snapshot: MonthSnapshot, issuer: string): PaperText {
  const name = programmeName(snapshot.programme.title)
  const month = shortMonth(snapshot.period.month)
  const promises = litPromises(snapshot)
  return {
    title: `关于${name}${month}份推进情况的通报`,
    addressee: '各有关单位：',
    body: [
      opening(snapshot, promises),
      '一、总体推进情况',
      ...overall(snapshot, promises),
      ...praise(promises),
      ...lags(promises),
      ...next(snapshot, promises),
    ].join('\n'),
    issuer,
    copies: '',
  }
}

/** “10月”. */
export function shortMonth(month: string): string {
  return `${Number(month.slice(5, 7))}月`
}

function opening(
  { programme, period, no, projects }: MonthSnapshot,
  promises: readonly LitPromise[],
): string {
  const tasks = projects.reduce((sum, project) => sum + project.tasks.length, 0)
  return `截至${dayName(lastDayOf(period.month), 'zh')}，${programmeName(programme.title)}共${projects.length}个项目${tasks}项任务、分解到位的承诺${promises.length}项。根据${monthName(period.month, 'zh')}冻结数据（第${no}号），现将推进情况通报如下。`
}

export function overall(snapshot: MonthSnapshot, promises: readonly LitPromise[]): readonly string[] {
  const due = promises.filter(({ light }) => light.level !== 'not-due' && light.level !== 'unplanned')
  const late = due.filter(isLate)
  const part = (count: number) => percentOf(decimal(count), decimal(due.length)) ?? '0'
  const change = turned(snapshot, promises)
  const compared =
    change && snapshot.before
      ? `与${shortMonth(snapshot.before.month)}公布的情况相比，好转${change.better.length}项、变差${change.worse.length}项。`
      : ''
  const byProject = snapshot.projects.map((project) => ({
    name: project.name,
    late: lagging(promisesOf(promises, project.tasks)).length,
  }))
  const behind = byProject.filter((project) => project.late > 0).toSorted((a, b) => b.late - a.late)
  const kept = byProject.length - behind.length
  return [
    `${countWords(promises)}。到期的${due.length}项中，达到序时进度的${due.length - late.length}项，占${part(due.length - late.length)}%；滞后的${late.length}项，占${part(late.length)}%。${compared}`,
    behind.length === 0
      ? '按项目看，全部项目达到序时进度。'
      : `按项目看，${kept === 0 ? '' : `${kept}个项目没有滞后；`}滞后较多的有${behind
          .slice(0, 5)
          .map((project) => `${project.name}（${project.late}项）`)
          .join('、')}。`,
  ]
}

function praise(promises: readonly LitPromise[]): readonly string[] {
  const good = promises.filter(({ light }) => light.level === 'reached' || light.level === 'ahead')
  if (good.length === 0) return []
  const shown = good
    .toSorted((a, b) => Number(a.indicator.approved === null) - Number(b.indicator.approved === null))
    .slice(0, mostPraised)
    .map(({ indicator }) => `${promiseName(indicator)}：${progressWords(indicator)}`)
  return [
    '二、推进较好的方面',
    `已达目标或快于序时进度的${good.length}项${shown.length < good.length ? '，其中' : '：'}${shown.join('；')}。`,
  ]
}

function lags(promises: readonly LitPromise[]): readonly string[] {
  const late = lagging(promises)
  const no = promises.some(({ light }) => light.level === 'reached' || light.level === 'ahead') ? '三' : '二'
  if (late.length === 0) return [`${no}、滞后的承诺`, '没有滞后的承诺。']
  const shown = late
    .slice(0, mostInText)
    .map(
      ({ indicator, light }, index) =>
        `${index + 1}. ${promiseName(indicator)}（${indicator.leadUnit}牵头，${levelWords[light.level].zh}）。${lagWords(indicator, light)}`,
    )
  const rest = late.length - shown.length
  return [`${no}、滞后的承诺及原因`, ...shown, ...(rest > 0 ? [`其余${rest}项滞后的承诺见附件。`] : [])]
}

function next(snapshot: MonthSnapshot, promises: readonly LitPromise[]): readonly string[] {
  const late = lagging(promises)
  const leads = [...new Set(late.map(({ indicator }) => indicator.leadUnit))]
  const missing = unitsMissing(promises)
  const good = promises.some(({ light }) => light.level === 'reached' || light.level === 'ahead')
  const asked = [
    ...(leads.length > 0
      ? [`${few(leads)}要对滞后的承诺逐项核实原因，明确补欠措施、责任人和完成时间，在下月填报前报督查室。`]
      : []),
    ...(missing.length > 0
      ? [`${few(missing)}${shortMonth(snapshot.period.month)}份尚有数据没有审定，要尽快补报并完成审核。`]
      : []),
    '各单位要如实填报进度和佐证，问题早发现、早协调、早解决，确保年度目标按期完成。',
  ]
  const ordinals = ['一', '二', '三']
  return [
    `${good ? '四' : '三'}、下一步工作要求`,
    ...asked.map((sentence, index) => `（${ordinals[index] ?? ''}）${sentence}`),
  ]
}

function few(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join('、')}等${names.length}个单位` : names.join('、')
}
