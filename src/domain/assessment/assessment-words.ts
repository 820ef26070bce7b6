/** What the parts of an assessment are called, for screens and papers alike. */
import type { Language } from '../problems/problem.ts'
import type { AssessmentGroup } from './assessed-unit.ts'
import type { AssessmentRule } from './assess.ts'

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
