/** A forecast in one sentence, in both languages: what is expected, how sure that is, when, and why. */
import { Big } from 'big.js'
import type { Language } from '../problems/problem.ts'
import type { Decimal } from '../values/decimal.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { grouped } from '../values/figures.ts'
import type { Forecast } from './forecast.ts'
import type { ReasonCode } from './measures.ts'
import type { Reason } from './reasons.ts'

/** `unit` is what the figures are counted in, e.g. 个. */
export function forecastSentence(forecast: Forecast, unit: string, language: Language): string {
  return sentences[language](forecast, unit)
}

export function reasonPhrase({ code, numbers, weight }: Reason, language: Language): string {
  const number = (name: string) => numbers[name] ?? '–'
  return phrases[language][code](number, new Big(weight).gte(0))
}

/** The two weightiest: one sentence has room for no more. */
const reasonsSaid = 2

/** What speaks for the verdict before what speaks against it: a bad chance is not explained by what is good. */
function telling(reasons: readonly Reason[], probability: Decimal): readonly Reason[] {
  const side = new Big(probability).gte(0.5) ? 1 : -1
  const speaksFor = ({ weight }: Reason) => new Big(weight).s === side
  return [...reasons.filter(speaksFor), ...reasons.filter((reason) => !speaksFor(reason))].slice(
    0,
    reasonsSaid,
  )
}

const sentences: Readonly<Record<Language, (forecast: Forecast, unit: string) => string>> = {
  zh: ({ state, expected, low, high, probability, metOn, reasons }, unit) => {
    if (state === 'past')
      return `期限已过，${Number(probability) === 1 ? '已' : '未'}达到目标，实际 ${grouped(expected)}${unit}。`
    const why = telling(reasons, probability).map((reason) => reasonPhrase(reason, 'zh'))
    return (
      `到期预计 ${grouped(expected)}${unit}（八成把握在 ${grouped(low)}–${grouped(high)} 之间），按期完成的可能性 ${chanceWords(probability)}` +
      (metOn === null ? '' : `，${state === 'reached' ? '已于' : '预计'}${chineseDay(metOn)}达到目标`) +
      (why.length === 0 ? '。' : `；依据：${why.join('；')}。`)
    )
  },
  en: ({ state, expected, low, high, probability, metOn, reasons }, unit) => {
    if (state === 'past') {
      return `The deadline is over: the target was ${Number(probability) === 1 ? 'met' : 'missed'} with ${grouped(expected)} ${unit}.`
    }
    const why = telling(reasons, probability).map((reason) => reasonPhrase(reason, 'en'))
    return (
      `Expected at the deadline: ${grouped(expected)} ${unit} (four in five: ${grouped(low)}–${grouped(high)}); ${chanceWords(probability)} likely to be met in time` +
      (metOn === null ? '' : `, ${state === 'reached' ? 'reached on' : 'probably on'} ${metOn}`) +
      (why.length === 0 ? '.' : `, because ${why.join('; ')}.`)
    )
  },
}

type Phrase = (number: (name: string) => string, isGood: boolean) => string

const phrases: Readonly<Record<Language, Readonly<Record<ReasonCode, Phrase>>>> = {
  zh: {
    'against-plan': (n) => `已完成 ${n('done')}%，计划 ${n('planned')}%`,
    reached: (n) => `已完成 ${n('done')}%`,
    rhythm: (_, good) => (good ? '惯于季末、半年末集中推进' : '季末、半年末也没有赶上'),
    pace: (n) => `近 ${n('months')} 个月月均完成 ${n('monthly')}%，余下每月需 ${n('needed')}%`,
    stalled: (n, good) => (good ? '上月仍在推进' : `已有 ${n('months')} 个月没有进展`),
    silent: (n, good) => (good ? '每月都有报数' : `已有 ${n('months')} 个月没有报数`),
    kind: (_, good) => (good ? '同类事项多能按期完成' : '同类事项较难按期完成'),
    unit: (n) => `本单位其他 ${n('others')} 项照此推算平均完成 ${n('end')}%`,
    project: (n) => `同一项目其他 ${n('others')} 项照此推算平均完成 ${n('end')}%`,
    record: (n) => `本单位往年落后事项有 ${n('madeUp')}% 按期补上`,
    'as-planned': (n, good) =>
      good
        ? '填报数与计划数不雷同'
        : `填报数与计划数完全相同已有 ${n('months')} 个月（本单位平均 ${n('unitMonths')} 个月）`,
    corrected: (n, good) => (good ? '没有核减过' : `已被核减 ${n('times')} 次`),
    'time-left': (n) => `还有 ${n('months')} 个月，计划还安排了 ${n('planned')}%`,
  },
  en: {
    'against-plan': (n) => `${n('done')} % is done where ${n('planned')} % was planned`,
    reached: (n) => `${n('done')} % is done`,
    rhythm: (_, good) =>
      good
        ? 'it moves at the ends of quarters and half-years'
        : 'it was behind at the ends of quarters and half-years too',
    pace: (n) => `${n('monthly')} % a month in the last ${n('months')}, ${n('needed')} % a month are needed`,
    stalled: (n, good) => (good ? 'it still moves' : `nothing moved for ${n('months')} months`),
    silent: (n, good) =>
      good ? 'every month was reported' : `nothing was reported for ${n('months')} months`,
    kind: (_, good) => (good ? 'its kind is mostly met in time' : 'its kind is seldom met in time'),
    unit: (n) => `the unit’s other ${n('others')} lead to ${n('end')} % on average`,
    project: (n) => `the project’s other ${n('others')} lead to ${n('end')} % on average`,
    record: (n) => `in past years the unit made up for ${n('madeUp')} % of what was behind`,
    'as-planned': (n, good) =>
      good
        ? 'what is reported is not just the plan'
        : `what was reported was exactly the plan for ${n('months')} months (${n('unitMonths')} for the unit on average)`,
    corrected: (n, good) =>
      good ? 'nothing was corrected downwards' : `it was corrected downwards ${n('times')} times`,
    'time-left': (n) => `${n('months')} months are left, with ${n('planned')} % of the plan`,
  },
}

/** A whole per cent; certain only what is certain. */
export function chanceWords(probability: Decimal): string {
  const share = new Big(probability).times(100).round(0, Big.roundHalfUp)
  if (share.gte(100) && new Big(probability).lt(1)) return '99%'
  if (share.lte(0) && new Big(probability).gt(0)) return '1%'
  return `${share.toFixed()}%`
}

function chineseDay(day: PlainDate): string {
  return `${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8)))}日`
}
