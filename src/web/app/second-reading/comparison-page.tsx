import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { importQuery } from '../imports/import-queries.ts'
import { usePageTitle } from '../page-title.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { comparisonQuery } from './comparison-queries.ts'
import { ComparisonView } from './comparison-view.tsx'
import './comparison.css'

/** What a newer version of a table would change in the programme that stands. */
export function ComparisonPage() {
  const { t } = useTranslation('secondReading')
  const { importId, programmeId } = useParams({ from: '/imports/$importId/comparison/$programmeId' })
  const page = useQuery(importQuery(importId))
  const comparison = useQuery(comparisonQuery(importId, programmeId))
  usePageTitle(comparison.data && t('pageTitle', { title: comparison.data.programme.title }))
  if (!page.data || !comparison.data)
    return (
      <div className="page">
        <QueryOutcome query={page.isError ? page : comparison} level={1} />
      </div>
    )
  return <ComparisonView page={page.data} comparison={comparison.data} />
}
