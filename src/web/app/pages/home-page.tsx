import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../../domain/duty/access.ts'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { programmesQuery, sessionQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { useMayDo } from '../session.tsx'

/** Goes to the government's newest programme, not to a district's table; before there is one, says what comes next. */
export function HomePage() {
  const programmes = useQuery(programmesQuery)
  const session = useQuery(sessionQuery)
  const mayDo = useMayDo()
  const newest = programmes.data?.find(({ share }) => share === null)
  usePageTitle(undefined)
  if (newest && !session.isPending)
    return <Navigate to={firstPage(mayDo)} params={{ programmeId: newest.id }} replace />
  return (
    <div className="page">
      {programmes.data ? <NoProgramme /> : <QueryOutcome query={programmes} level={1} />}
    </div>
  )
}

/** Where one's day begins: the office at its desk, a leader with what is led, everybody else at the table. */
function firstPage(mayDo: (action: Action) => boolean) {
  if (mayDo('desk.read')) return '/programmes/$programmeId/desk'
  return mayDo('leader-page.read') ? '/programmes/$programmeId/leader' : '/programmes/$programmeId'
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
