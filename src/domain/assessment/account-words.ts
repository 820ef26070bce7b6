/** The lines of an account as they are read, on screens and in lists alike. */
import { Big } from 'big.js'
import { lightLevels, type LightLevel } from '../light/light-level.ts'
import { levelWords } from '../light/light-sentence.ts'
import type { Language } from '../problems/problem.ts'
import type { Decimal } from '../values/decimal.ts'
import type { AccountFact, AccountLine, AssessmentRule } from './assess.ts'
import { countedPoints, type Counting } from './counting.ts'
import { bonusCodes } from './scheme.ts'

/** With the two decimals every line is rounded to, so that columns compare at a glance: “−9.20”. */
export function pointsInWords(points: Decimal): string {
  return new Big(points).toFixed(2).replace('-', '−')
}

const semicolon: Readonly<Record<Language, string>> = { zh: '；', en: '; ' }

/** “7843.8 ÷ 83 = 94.5；94.5 × 50 ÷ 100 = 47.25”, “3 次 × 5 分 ＝ 15 分，最多扣 10 分，扣 10 分”. */
export function arithmeticInWords(
  { rule, arithmetic }: Pick<AccountLine, 'rule' | 'arithmetic'>,
  language: Language,
): string {
  if (!('times' in arithmetic)) return arithmetic.join(semicolon[language])
  const isBonus = bonusCodes.some((code) => code === rule)
  return language === 'zh' ? countingInChinese(arithmetic, isBonus) : countingInEnglish(arithmetic)
}

function countingInChinese(counting: Counting, isBonus: boolean): string {
  const { times, each, product, most, left } = counting
  const [noun, verb] = isBonus ? ['项', '加'] : ['次', '扣']
  const limits = [
    ...(most === null ? [] : [`最多${verb} ${most} 分`]),
    ...(left === null ? [] : [`加分合计只余 ${left} 分`]),
  ]
  const result = limits.length === 0 ? [] : [`${verb} ${countedPoints(counting)} 分`]
  return [`${times} ${noun} × ${each} 分 ＝ ${product} 分`, ...limits, ...result].join('，')
}

function countingInEnglish(counting: Counting): string {
  const { times, each, product, most, left } = counting
  const limits = [
    ...(most === null ? [] : [`at most ${most}`]),
    ...(left === null ? [] : [`${left} left of all bonuses`]),
  ]
  const result = limits.length === 0 ? '' : `: ${countedPoints(counting)}`
  return `${[`${times} × ${each} = ${product}`, ...limits].join(', ')}${result}`
}

/** What a fact says beside its month and promise: “达序时 100 分”, “按时 82/83 项”, “提前 6 个月”. */
export function factInWords(
  rule: AssessmentRule,
  { words, value }: Pick<AccountFact, 'words' | 'value'>,
  language: Language,
): string {
  return [
    ...(words === null ? [] : [nameWords(rule, words, language)]),
    ...(value === null ? [] : [valueWords(rule, value, language)]),
  ].join(' ')
}

function nameWords(rule: AssessmentRule, words: string, language: Language): string {
  if (rule === 'reporting' || rule === 'late')
    return language === 'zh' ? `按时 ${words} 项` : `${words} in time`
  return isLevel(words) ? levelWords[words][language] : words
}

function valueWords(rule: AssessmentRule, value: Decimal, language: Language): string {
  if (rule === 'progress') return language === 'zh' ? `${value} 分` : `${value} points`
  if (rule !== 'early') return `${value}%`
  if (language === 'zh') return `提前 ${value} 个月`
  return value === '1' ? '1 month early' : `${value} months early`
}

function isLevel(words: string): words is LightLevel {
  return lightLevels.some((level) => level === words)
}
