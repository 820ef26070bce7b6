import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { lightRulesFor } from '../../../domain/light/light-rules.ts'
import { monthOf } from '../../../domain/values/month.ts'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { programmeQuery } from '../queries.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { useMayDo } from '../session.tsx'
import { lightRulesQuery } from './light-queries.ts'
import { LightRulesForm } from './light-rules-form.tsx'
import { RuleFields } from './rule-fields.tsx'
import './lights.css'

/** The rules of the government's lights: those in force, those before, and a change tried before it is set. */
export function LightRulesPage() {
  const { t } = useTranslation('lights')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/light-rules' })
  const programme = useQuery(programmeQuery(programmeId))
  const rules = useQuery(lightRulesQuery)
  const maySet = useMayDo()('light.set')
  const words = useMonthWords()
  const { day } = useDates()
  usePageTitle(programme.data && t('rulesPageTitle', { title: programme.data.title }))
  if (!programme.data || !rules.data)
    return (
      <ProgrammeOutcome
        programmeId={programmeId}
        heading={t('rulesTitle')}
        query={programme.isError ? programme : rules}
      />
    )
  const { recorded, frozenUpTo } = rules.data
  const inForce = lightRulesFor(recorded, monthOf(programme.data.year, 12))
  return (
    <ProgrammeFrame programme={programme.data} className="light-rules" heading={t('rulesTitle')}>
      <p className="quiet">{t('rulesLead')}</p>
      <ul className="rules-history">
        {recorded.map(({ no, fromMonth, recordedBy, recordedAt, reason }) => (
          <li key={no} lang="zh-CN">
            {t('ruleOf', { no, month: words(fromMonth), by: recordedBy, at: day(recordedAt), reason })}
          </li>
        ))}
        <li className="quiet">{t('ownRules')}</li>
      </ul>
      {maySet ? (
        <LightRulesForm
          programmeId={programmeId}
          year={programme.data.year}
          inForce={inForce.rules}
          next={recorded.length + 1}
          frozenUpTo={frozenUpTo}
        />
      ) : (
        <section aria-label={t('inForce')} className="rules-form">
          <RuleFields rules={inForce.rules} />
        </section>
      )}
    </ProgrammeFrame>
  )
}
