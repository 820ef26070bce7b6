/** The one sentence that every light comes with: it holds its numbers and cites its clause. */
import type { Language } from '../problems/problem.ts'
import { dayName, englishMonths } from '../values/date-words.ts'
import { grouped } from '../values/figures.ts'
import type { Decimal } from '../values/decimal.ts'
import { Big } from 'big.js'
import { lightLevels, type LightColour, type LightLevel } from './light-level.ts'
import type { Amount, Light, LightReason, ServiceRecord } from './light.ts'

export const levelWords: Readonly<Record<LightLevel, Readonly<Record<Language, string>>>> = {
  unplanned: { zh: '未分解', en: 'not planned' },
  'not-due': { zh: '未到时点', en: 'not due' },
  reached: { zh: '已达目标', en: 'reached' },
  ahead: { zh: '超序时', en: 'ahead of plan' },
  'on-plan': { zh: '达序时', en: 'on plan' },
  behind: { zh: '滞后', en: 'behind' },
  'far-behind': { zh: '严重滞后', en: 'far behind' },
}

export const colourWords: Readonly<Record<LightColour, Readonly<Record<Language, string>>>> = {
  blue: { zh: '蓝', en: 'blue' },
  green: { zh: '绿', en: 'green' },
  yellow: { zh: '黄', en: 'yellow' },
  orange: { zh: '橙', en: 'orange' },
  red: { zh: '红', en: 'red' },
  grey: { zh: '灰', en: 'grey' },
}

/** E.g. “11月底应完成92%（90个），实际72.4%（71个），差19.6个百分点，按规则 R3 为红。” */
export function lightSentence(light: Light, colour: LightColour, language: Language): string {
  const { clause, reason, level } = light
  const said = saying(language === 'zh' ? chinese : english, reason, level)
  return language === 'zh'
    ? `${said}，按规则 ${clause} 为${colourWords[colour].zh}。`
    : `${said}: ${colourWords[colour].en} by rule ${clause}.`
}

/** The ground alone, for papers that name the level themselves; without a full stop. */
export function lightGround({ reason, level }: Light): string {
  return saying(chinese, reason, level)
}

type Sentences = {
  readonly [Code in LightReason['code']]: (
    reason: Extract<LightReason, { code: Code }>,
    level: LightLevel,
  ) => string
}

/** The key and the reason are of one code, which the type of an index cannot say. */
function saying(sentences: Sentences, reason: LightReason, level: LightLevel): string {
  const say = sentences[reason.code] as (reason: LightReason, level: LightLevel) => string
  return say(reason, level)
}

const chinese: Sentences = {
  unplanned: () => '还没有分解到单位和月份',
  'not-due': (reason) => `${monthEnd(reason.month)}还没有到期的计划`,
  progress: (reason, level) =>
    `${monthEnd(reason.month)}应完成${amount(reason.planned, reason.unit)}，${done(reason.done, reason.unit)}${gapWords(reason.gap, level)}`,
  ceiling: (reason) =>
    `${monthEnd(reason.month)}应不超过${amount(reason.planned, reason.unit)}，${done(reason.done, reason.unit)}${over(reason.gap)}`,
  stage: (reason) =>
    `${ofUnits(reason.units)}“${reason.stage}”应于${dayName(reason.dueOn, 'zh')}前完成，到${monthEnd(reason.month)}已过${reason.days}天，${reached(reason.reached)}`,
  'stages-kept': (reason) => `到${monthEnd(reason.month)}的节点都已完成，${reached(reason.reached)}`,
  service: (reason) =>
    isEventless(reason)
      ? `${Number(reason.month.slice(5, 7))}月没有中断和诉求的记录`
      : `${Number(reason.month.slice(5, 7))}月服务${grouped(reason.served)}，中断${reason.outages}次，诉求${reason.complaints}件`,
  silent: (reason) => `已有${reason.months}个到期的月份没有填报`,
  parts: (reason) => `${partWords(reason)}，${reason.by === 'worst' ? '取最差一项' : '按滞后占比'}`,
}

function isEventless({ outages, complaints }: ServiceRecord): boolean {
  return outages === '0' && complaints === '0'
}

function monthEnd(month: string): string {
  return `${Number(month.slice(5, 7))}月底`
}

function percent(value: Decimal): string {
  return `${new Big(value).round(1, Big.roundHalfUp).toFixed()}%`
}

function figure({ figure: { value, denominator } }: Amount, unit: string | null): string {
  if (denominator !== null) return `${grouped(value)}/${grouped(denominator)}`
  return `${grouped(value)}${unit ?? ''}`
}

/** A rate planned in per cent is said once. */
function amount(of: Amount, unit: string | null): string {
  return of.figure.denominator === '100'
    ? percent(of.percent)
    : `${percent(of.percent)}（${figure(of, unit)}）`
}

function done(of: Amount | null, unit: string | null): string {
  return of === null ? '还没有审定的数' : `实际${amount(of, unit)}`
}

function gapWords(gap: Decimal, level: LightLevel): string {
  if (level === 'reached') return '，目标已达到'
  const size = new Big(gap)
  if (size.eq(0)) return '，与计划持平'
  return size.gt(0) ? `，差${size.toFixed()}个百分点` : `，超${size.neg().toFixed()}个百分点`
}

function over(gap: Decimal): string {
  const size = new Big(gap)
  return size.gt(0) ? `，超出${size.toFixed()}个百分点` : '，没有超出'
}

function ofUnits(units: readonly string[]): string {
  return units.length === 0 ? '' : `${units.join('、')}的`
}

function reached(stage: string | null): string {
  return stage === null ? '还没有审定的节点' : `现在到“${stage}”`
}

type Parts = Pick<Extract<LightReason, { code: 'parts' }>, 'counts' | 'closed'>

function partWords({ counts, closed = 0 }: Parts): string {
  const present = lightLevels.filter((level) => counts[level])
  const total = present.reduce((sum, level) => sum + (counts[level] ?? 0), closed)
  const said = present.map((level) => `${levelWords[level].zh}${counts[level]}项`)
  return `共${total}项：${[...said, ...(closed > 0 ? [`已销号${closed}项`] : [])].join('、')}`
}

const english: Sentences = {
  unplanned: () => 'Not yet split over units and months',
  'not-due': (reason) => `Nothing was due by the end of ${englishMonth(reason.month)}`,
  progress: (reason, level) =>
    `Due by the end of ${englishMonth(reason.month)}: ${englishAmount(reason.planned, reason.unit)}; ${englishDone(reason.done, reason.unit)}; ${englishGap(reason.gap, level)}`,
  ceiling: (reason) =>
    `Not to exceed ${englishAmount(reason.planned, reason.unit)} by the end of ${englishMonth(reason.month)}; ${englishDone(reason.done, reason.unit)}${new Big(reason.gap).gt(0) ? `; ${reason.gap} points over` : ''}`,
  stage: (reason) =>
    `“${reason.stage}” was due on ${reason.dueOn}${reason.units.length > 0 ? ` of ${reason.units.join(', ')}` : ''}, ${reason.days} days before the end of ${englishMonth(reason.month)}; ${englishReached(reason.reached)}`,
  'stages-kept': (reason) =>
    `Every stage due by the end of ${englishMonth(reason.month)} is reached; ${englishReached(reason.reached)}`,
  service: (reason) =>
    isEventless(reason)
      ? `No interruption or complaint is recorded for ${englishMonth(reason.month)}`
      : `In ${englishMonth(reason.month)} ${grouped(reason.served)} served, ${reason.outages} interruptions, ${reason.complaints} complaints`,
  silent: (reason) => `Nothing was reported for ${reason.months} months past due`,
  parts: (reason) =>
    `${englishParts(reason)}; ${reason.by === 'worst' ? 'by the worst' : 'by the share that lags'}`,
}

function englishMonth(month: string): string {
  return englishMonths[Number(month.slice(5, 7)) - 1] ?? month
}

function englishAmount(of: Amount, unit: string | null): string {
  if (of.figure.denominator === '100') return percent(of.percent)
  return `${percent(of.percent)} (${figure(of, unit === null ? null : ` ${unit}`)})`
}

function englishDone(of: Amount | null, unit: string | null): string {
  return of === null ? 'nothing reviewed yet' : `done ${englishAmount(of, unit)}`
}

function englishGap(gap: Decimal, level: LightLevel): string {
  if (level === 'reached') return 'the target is reached'
  const size = new Big(gap)
  return size.gt(0) ? `${size.toFixed()} points short` : `${size.neg().toFixed()} points more than planned`
}

function englishReached(stage: string | null): string {
  return stage === null ? 'no stage reviewed yet' : `now at “${stage}”`
}

function englishParts({ counts, closed = 0 }: Parts): string {
  const present = lightLevels.filter((level) => counts[level])
  const said = present.map((level) => `${counts[level]} ${levelWords[level].en}`)
  return [...said, ...(closed > 0 ? [`${closed} closed`] : [])].join(', ')
}
