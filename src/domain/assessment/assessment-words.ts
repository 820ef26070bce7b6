/** What the parts of an assessment are called, for screens and papers alike. */
import { Big } from 'big.js'
import type { Decimal } from '../values/decimal.ts'
import type { Language } from '../problems/problem.ts'
import type { AssessmentGroup } from './assessed-unit.ts'
import type { AccountLine, AssessmentRule } from './assess.ts'
import { countedPoints, type Counting } from './counting.ts'
import { bonusCodes } from './scheme.ts'

type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>

export const assessmentRuleWords: Words<AssessmentRule> = {
  completion: { zh: '完成度', en: 'Completion' },
  progress: { zh: '进度', en: 'Progress' },
  reporting: { zh: '按时报送', en: 'Reporting in time' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  early: { zh: '提前完成加分', en: 'Met early' },
  over: { zh: '超额完成加分', en: 'Over-fulfilled' },
  late: { zh: '迟报漏报扣分', en: 'Late or missing reports' },
  'far-behind': { zh: '严重滞后扣分', en: 'Months far behind' },
  'lapsed-order': { zh: '督办逾期扣分', en: 'Lapsed orders' },
  'false-report': { zh: '虚报扣分', en: 'False reports' },
}

export const assessmentGroupWords: Words<AssessmentGroup> = {
  districts: { zh: '辖市、区', en: 'Districts' },
  departments: { zh: '市级部门和单位', en: 'Departments' },
}

/** How a line comes to its points: “3 次 × 5 分 ＝ 15 分，最多扣 10 分，扣 10 分”. */
export function arithmeticWords(
  { rule, arithmetic }: Pick<AccountLine, 'rule' | 'arithmetic'>,
  language: Language,
): string {
  if (typeof arithmetic === 'string') return arithmetic
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

/** With the two decimals every line is rounded to, so that columns compare at a glance: “−9.20”. */
export function pointsInWords(points: Decimal): string {
  return new Big(points).toFixed(2).replace('-', '−')
}
