import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page-title.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { ImportList } from './import-list.tsx'
import { importsQuery } from './import-queries.ts'
import { UploadArea } from './upload-area.tsx'
import './primary-button.css'
import './imports-page.css'

export function ImportsPage() {
  const { t } = useTranslation('imports')
  const imports = useQuery(importsQuery)
  usePageTitle(t('listTitle'))
  return (
    <div className="page">
      <h1>{t('listTitle')}</h1>
      <p className="quiet import-lead">{t('listLead')}</p>
      <UploadArea />
      {imports.data ? <ImportList imports={imports.data} /> : <QueryOutcome query={imports} />}
    </div>
  )
}
