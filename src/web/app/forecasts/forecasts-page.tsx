import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { MonthSwitch } from '../reporting/month-switch.tsx'
import { useMonthWords } from '../reporting/month-words.ts'
import { arrangeForecasts } from './arrange-forecasts.ts'
import { ForecastTable } from './forecast-table.tsx'
import { forecastsQuery } from './forecast-queries.ts'
import { ToPlansLink } from '../to-plans-link.tsx'
import '../lights/lights.css'
import '../reporting/reporting.css'
import './forecasts.css'

/** What will be missed unless something changes, worst first; then where the others will end. */
export function ForecastsPage() {
  const { t } = useTranslation('forecasts')
  const words = useMonthWords()
  const { programmeId } = useParams({ from: '/programmes/$programmeId/forecasts' })
  const { month } = useSearch({ from: '/programmes/$programmeId/forecasts' })
  const forecasts = useQuery(forecastsQuery(programmeId, month))
  usePageTitle(forecasts.data && t('pageTitle', { title: forecasts.data.programme.title }))
  if (!forecasts.data)
    return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={forecasts} />
  const page = forecasts.data
  const { warned, others, closed } = arrangeForecasts(page)
  return (
    <ProgrammeFrame programme={page.programme} className="forecasts" heading={t('title')}>
      <div className="reporting-bar">
        <MonthSwitch programmeId={programmeId} month={page.month} />
      </div>
      <p className="quiet">{t('how', { month: words(page.month) })}</p>
      {page.forecasts.length === 0 ? (
        <Notice tone="empty" title={t('noneTitle')} action={<ToPlansLink programmeId={programmeId} />}>
          {t('noneBody')}
        </Notice>
      ) : (
        <>
          <ForecastTable
            heading={t('warned', { count: warned.length })}
            rows={warned}
            programmeId={programmeId}
          />
          <ForecastTable
            heading={t('others', { count: others.length })}
            rows={others}
            programmeId={programmeId}
          />
          <ForecastTable
            heading={t('closed', { count: closed.length })}
            rows={closed}
            programmeId={programmeId}
          />
        </>
      )}
    </ProgrammeFrame>
  )
}
