/** The lines of an account as they are read, on screens and in lists alike. */
import { Big } from 'big.js'
import { lightLevels, type LightLevel } from '../light/light-level.ts'
import { levelWords } from '../light/light-sentence.ts'
import type { Language } from '../problems/problem.ts'
import type { Decimal } from '../values/decimal.ts'
import type { AccountFact, AccountLine, AssessmentRule } from './assess.ts'

/** With the two decimals every line is rounded to, so that columns compare at a glance: “−9.20”. */
export function pointsInWords(points: Decimal): string {
  return withMinus(new Big(points).toFixed(2))
}

const semicolon: Readonly<Record<Language, string>> = { zh: '；', en: '; ' }

/** “7843.8 ÷ 83 = 94.5；94.5 × 50 ÷ 100 = 47.25”, and where the bonuses came to their limit, so. */
export function arithmeticInWords(
  { arithmetic, limitedTo, points }: Pick<AccountLine, 'arithmetic' | 'limitedTo' | 'points'>,
  language: Language,
): string {
  const limit = limitedTo === null ? [] : [limitWords[language](limitedTo, points)]
  return [...arithmetic.map(withMinus), ...limit].join(semicolon[language])
}

const limitWords: Readonly<Record<Language, (most: Decimal, points: Decimal) => string>> = {
  zh: (most, points) => `加分合计不超过 ${most}，这一项计 ${points}`,
  en: (most, points) => `bonuses at most ${most} in all, of this ${points}`,
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

function withMinus(figures: string): string {
  return figures.replaceAll('-', '−')
}
