import { useTranslation } from 'react-i18next'
import type { DayRule, PeriodRule } from '../../../domain/period.ts'

/** A rule as people say it: “每月 20 日开放，次月第 3 个工作日截止，再过 5 个工作日锁定”. */
export function useRuleWords(): (rule: PeriodRule) => string {
  const { t } = useTranslation('periods')
  const day = (rule: DayRule): string => {
    const month = t(`in_${rule.in}`)
    if (rule.kind === 'day') {
      const words = t('rule_day', { month, day: rule.day })
      return rule.shift === 'none' ? words : `${words}${t(`shift_${rule.shift}`)}`
    }
    if (rule.kind === 'working-day') return t('rule_working-day', { month, nth: rule.nth })
    if (rule.kind === 'before-end') return t('rule_before-end', { month, days: rule.days })
    return t('rule_last-working-day', { month })
  }
  return (rule) =>
    t('ruleWords', {
      opens: day(rule.opens),
      due: day(rule.due),
      days: rule.locksAfter,
      percent: rule.toleratedPercent,
    })
}
