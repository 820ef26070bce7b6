import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { programmeQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { EntryMap } from './entry-map.tsx'
import { mapGroundQuery, mapQuery } from './evidence-queries.ts'
import './map.css'

/** Where the entries of a programme lie: a map, and the same entries as a list. */
export function MapPage() {
  const { t } = useTranslation('evidence')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/map' })
  const { indicator } = useSearch({ from: '/programmes/$programmeId/map' })
  const programme = useQuery(programmeQuery(programmeId))
  const map = useQuery(mapQuery(programmeId, indicator))
  const ground = useQuery(mapGroundQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  usePageTitle(programme.data && t('mapTitle', { title: programme.data.title }))
  if (!programme.data || !map.data || !ground.data)
    return (
      <div className="page">
        <QueryOutcome query={programme.isError ? programme : map.isError ? map : ground} level={1} />
      </div>
    )
  const { entries, withoutPlace, left } = map.data
  return (
    <ProgrammeFrame programme={programme.data} className="map-page" heading={t('map')}>
      <p className="quiet">
        {t('mapCounts', { count: entries.length, withoutPlace })}
        {left > 0 && t('mapLeft', { left })}
      </p>
      <div className="map-sides">
        <EntryMap ground={ground.data} entries={entries} chosen={chosen} onChoose={setChosen} />
        {entries.length === 0 ? (
          <p>{t('mapEmpty')}</p>
        ) : (
          <ul className="map-list" aria-label={t('mapList')}>
            {entries.map((entry) => (
              <li key={entry.id}>
                <button
                  type="button"
                  className="link-button"
                  aria-pressed={chosen === entry.id}
                  onClick={() => setChosen(entry.id)}
                >
                  {entry.name}
                </button>{' '}
                <span lang="zh-CN">{entry.unit}</span> {t(`state_${entry.state}`)}{' '}
                {entry.suspicions > 0 && t('suspicions', { count: entry.suspicions })}{' '}
                <Link
                  to="/programmes/$programmeId/indicators/$indicatorId"
                  params={{ programmeId, indicatorId: entry.indicatorId }}
                  lang="zh-CN"
                >
                  {entry.promise}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </ProgrammeFrame>
  )
}
