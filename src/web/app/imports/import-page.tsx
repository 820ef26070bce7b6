import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page-title.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { importQuery } from './import-queries.ts'
import { ImportView } from './import-view.tsx'
import './primary-button.css'
import './dry-run.css'
import './dry-run-reading.css'

export function ImportPage() {
  const { t } = useTranslation('imports')
  const { importId } = useParams({ from: '/imports/$importId' })
  const page = useQuery(importQuery(importId))
  usePageTitle(page.data && t('pageTitle', { title: page.data.draft.title || page.data.fileName }))
  if (!page.data)
    return (
      <div className="page">
        <QueryOutcome query={page} />
      </div>
    )
  // Another import is another page: nothing typed here may appear there.
  return <ImportView key={importId} page={page.data} />
}
