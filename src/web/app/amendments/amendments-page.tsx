import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { programmeQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { AmendmentEntry } from './amendment-entry.tsx'
import { amendmentsQuery } from './amendments-query.ts'
import { keepOnly, wordsOf } from './one-promise.ts'
import './amendments.css'

/** How a programme came to say what it says; with `?indicator=`, how one promise did. */
export function AmendmentsPage() {
  const { t } = useTranslation('amendments')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/amendments' })
  const { indicator } = useSearch({ from: '/programmes/$programmeId/amendments' })
  const programme = useQuery(programmeQuery(programmeId))
  const amendments = useQuery(amendmentsQuery(programmeId))
  usePageTitle(programme.data && t('pageTitle', { title: programme.data.title }))
  if (!programme.data || !amendments.data)
    return (
      <div className="page">
        <QueryOutcome query={programme.isError ? programme : amendments} level={1} />
      </div>
    )
  const entries = indicator === undefined ? amendments.data : keepOnly(amendments.data, indicator)
  return (
    <ProgrammeFrame programme={programme.data} className="amendments" heading={t('title')}>
      {indicator !== undefined && (
        <p>
          {t('onlyOne')}
          <span className="amendments-promise" lang="zh-CN">
            {wordsOf(programme.data, amendments.data, indicator)}
          </span>{' '}
          <Link to="/programmes/$programmeId/amendments" params={{ programmeId }}>
            {t('showAll')}
          </Link>
        </p>
      )}
      {entries.map((amendment) => (
        <AmendmentEntry
          key={amendment.no}
          amendment={amendment}
          programmeId={programmeId}
          year={programme.data.year}
        />
      ))}
      {entries.length === 1 && (
        <p className="amendments-none">{t(indicator === undefined ? 'none' : 'noneOfThis')}</p>
      )}
    </ProgrammeFrame>
  )
}
