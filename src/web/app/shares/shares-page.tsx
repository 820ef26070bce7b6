import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { programmeQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { useMayDo } from '../session.tsx'
import { DistrictsOwn } from './districts-own.tsx'
import { sharesQuery } from './shares-query.ts'
import { SharesTable } from './shares-table.tsx'
import './shares.css'

/** Whether what the districts take on adds up to what was promised. */
export function SharesPage() {
  const { t } = useTranslation('shares')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/shares' })
  const programme = useQuery(programmeQuery(programmeId))
  const shares = useQuery(sharesQuery(programmeId))
  usePageTitle(programme.data && t('pageTitle', { title: programme.data.title }))
  if (!programme.data || !shares.data)
    return (
      <div className="page">
        <QueryOutcome query={programme.isError ? programme : shares} level={1} />
      </div>
    )
  return (
    <ProgrammeFrame programme={programme.data} className="shares" heading={t('title')}>
      {shares.data.districts.length === 0 ? (
        <NoDistricts />
      ) : (
        <>
          <SharesTable page={shares.data} programmeId={programmeId} />
          <DistrictsOwn page={shares.data} />
        </>
      )}
    </ProgrammeFrame>
  )
}

function NoDistricts() {
  const { t } = useTranslation('shares')
  const mayImport = useMayDo()('import.write')
  return (
    <Notice
      tone="empty"
      title={t('noneTitle')}
      action={
        mayImport && (
          <Link to="/imports" className="button">
            {t('toImports')}
          </Link>
        )
      }
    >
      {t('noneBody')}
    </Notice>
  )
}
