import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProgrammeList } from '../../../contract/programmes.ts'
import { Notice } from '../../ui/notice.tsx'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { programmesQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'

/** All years of this government, each with the districts' tables that belong to it. */
export function ProgrammesPage() {
  const { t } = useTranslation('table')
  const { day } = useDates()
  const programmes = useQuery(programmesQuery)
  usePageTitle(t('programmesTitle'))
  return (
    <div className="page">
      <h1>{t('programmesTitle')}</h1>
      {!programmes.data && <QueryOutcome query={programmes} />}
      {programmes.data?.length === 0 && (
        <Notice tone="empty" title={t('nothingPublishedTitle')}>
          {t('nothingPublishedBody')}
        </Notice>
      )}
      <ul className="programme-list">
        {programmes.data?.filter(isOwn).map((programme) => (
          <li key={programme.id}>
            <Link to="/programmes/$programmeId" params={{ programmeId: programme.id }} lang="zh-CN">
              {programme.title}
            </Link>
            <span className="quiet">
              {t('countProjects', { count: programme.projects })}
              {t('countSeparator')}
              {t('countTasks', { count: programme.tasks })}
              {t('countSeparator')}
              {t('countPromises', { count: programme.indicators })}
              {t('countSeparator')}
              {t('adoptedOn', { date: day(programme.adoptedAt) })}
            </span>
            <Link
              to="/programmes/$programmeId/amendments"
              params={{ programmeId: programme.id }}
              className="programme-history"
            >
              {t('title', { ns: 'amendments' })}
            </Link>
            <DistrictTables
              programmeId={programme.id}
              tables={programmes.data.filter(({ share }) => share?.shareOf === programme.id)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

const isOwn = ({ share }: ProgrammeList[number]) => share === null

function DistrictTables({ programmeId, tables }: { programmeId: string; tables: ProgrammeList }) {
  const { t } = useTranslation('shares')
  if (tables.length === 0) return null
  return (
    <span className="programme-shares">
      <span className="quiet">{t('districtTables')}</span>
      {tables.map(({ id, share }) => (
        <Link key={id} to="/programmes/$programmeId" params={{ programmeId: id }} lang="zh-CN">
          {share?.issuer}
        </Link>
      ))}
      <Link to="/programmes/$programmeId/shares" params={{ programmeId }}>
        {t('toShares')}
      </Link>
    </span>
  )
}
