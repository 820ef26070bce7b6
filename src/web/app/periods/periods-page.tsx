import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { programmeQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { freezesQuery, periodsQuery } from '../reporting/reporting-queries.ts'
import { useMayDo } from '../session.tsx'
import { CalendarDays } from './calendar-days.tsx'
import { FreezeList } from './freeze-list.tsx'
import { MonthsTable } from './months-table.tsx'
import { RuleForm } from './rule-form.tsx'
import { RuleHistory } from './rule-history.tsx'
import '../reporting/reporting.css'
import './periods.css'

/** The months of a programme: their dates, the rule and calendar behind them, and what was frozen. */
export function PeriodsPage() {
  const { t } = useTranslation('periods')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/periods' })
  const programme = useQuery(programmeQuery(programmeId))
  const periods = useQuery(periodsQuery(programmeId))
  const freezes = useQuery(freezesQuery(programmeId))
  const maySet = useMayDo()('period.set')
  usePageTitle(programme.data && t('pageTitle', { title: programme.data.title }))
  if (!programme.data || !periods.data || !freezes.data)
    return (
      <div className="page">
        <QueryOutcome
          query={[programme, periods, freezes].find(({ isError }) => isError) ?? periods}
          level={1}
        />
      </div>
    )
  return (
    <ProgrammeFrame programme={programme.data} className="reporting periods" heading={t('title')}>
      <MonthsTable programmeId={programmeId} page={periods.data} freezes={freezes.data} />
      <FreezeList programmeId={programmeId} freezes={freezes.data} />
      <section aria-labelledby="period-rule">
        <h2 id="period-rule">{t('ruleTitle')}</h2>
        <RuleHistory page={periods.data} />
        {maySet && <RuleForm programmeId={programmeId} page={periods.data} />}
      </section>
      <CalendarDays programmeId={programmeId} page={periods.data} maySet={maySet} />
    </ProgrammeFrame>
  )
}
