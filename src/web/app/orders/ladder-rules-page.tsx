import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ladderRulesFor } from '../../../domain/order/ladder-rules.ts'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { programmeQuery } from '../queries.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { useMayDo } from '../session.tsx'
import { LadderFields } from './ladder-fields.tsx'
import { LadderRulesForm } from './ladder-rules-form.tsx'
import { ladderRulesQuery } from './order-queries.ts'
import './orders.css'

/** How the government climbs its ladder: the rules in force, those before, and a form to set them from a month on. */
export function LadderRulesPage() {
  const { t } = useTranslation('orders')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/ladder-rules' })
  const programme = useQuery(programmeQuery(programmeId))
  const rules = useQuery(ladderRulesQuery)
  const maySet = useMayDo()('ladder.set')
  const words = useMonthWords()
  const { day } = useDates()
  usePageTitle(t('rulesTitle'))
  if (!programme.data || !rules.data)
    return (
      <ProgrammeOutcome
        programmeId={programmeId}
        heading={t('rulesTitle')}
        query={programme.isError ? programme : rules}
      />
    )
  const { recorded, thisMonth } = rules.data
  const inForce = ladderRulesFor(recorded, thisMonth)
  return (
    <ProgrammeFrame programme={programme.data} className="ladder-rules" heading={t('rulesTitle')}>
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
        <LadderRulesForm
          key={recorded.length}
          inForce={inForce.rules}
          next={recorded.length + 1}
          thisMonth={thisMonth}
        />
      ) : (
        <section aria-label={t('inForce')} className="rules-form">
          <LadderFields rules={inForce.rules} />
        </section>
      )}
    </ProgrammeFrame>
  )
}
