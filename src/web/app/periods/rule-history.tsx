import { useTranslation } from 'react-i18next'
import { defaultRule } from '../../../domain/period.ts'
import { useDates } from '../dates.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import type { PeriodsData } from './periods-data.ts'
import { useRuleWords } from './rule-words.ts'

/** The rules, the latest first; the product's own stands at the end. */
export function RuleHistory({ page }: { page: PeriodsData }) {
  const { t } = useTranslation('periods')
  const words = useRuleWords()
  const month = useMonthWords()
  const { day } = useDates()
  return (
    <ul className="rule-history">
      {page.rules.map((rule) => (
        <li key={rule.no}>
          <p>{t('ruleFrom', { month: month(rule.fromMonth), words: words(rule.rule) })}</p>
          <p className="quiet">
            {t('ruleBy', {
              by: rule.recordedBy ?? '',
              date: day(rule.recordedAt),
              reason: rule.reason ?? '',
            })}
          </p>
        </li>
      ))}
      <li>
        <p>{words(defaultRule)}</p>
        <p className="quiet">{t('ruleDefault')}</p>
      </li>
    </ul>
  )
}
