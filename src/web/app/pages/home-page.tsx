import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { programmesQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { useMayDo } from '../session.tsx'

/** Goes to the government's newest programme, not to a district's table; before there is one, says what comes next. */
export function HomePage() {
  const programmes = useQuery(programmesQuery)
  const newest = programmes.data?.find(({ share }) => share === null)
  usePageTitle(undefined)
  if (newest) return <Navigate to="/programmes/$programmeId" params={{ programmeId: newest.id }} replace />
  return (
    <div className="page">
      {programmes.data ? <NoProgramme /> : <QueryOutcome query={programmes} level={1} />}
    </div>
  )
}

function NoProgramme() {
  const { t } = useTranslation('table')
  const mayUpload = useMayDo()('import.write')
  if (!mayUpload)
    return (
      <Notice tone="empty" level={1} title={t('nothingPublishedTitle')}>
        {t('nothingPublishedBody')}
      </Notice>
    )
  return (
    <Notice
      tone="empty"
      level={1}
      title={t('noProgrammeTitle')}
      action={
        <Link to="/imports" className="button button-primary">
          {t('uploadTable')}
        </Link>
      }
    >
      {t('noProgrammeBody')}
    </Notice>
  )
}
