import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryMap as EntryMapData, MapBase } from '../../../contract/map.ts'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { QueryOutcome } from '../query-outcome.tsx'
import { EntryMap } from './entry-map.tsx'
import { MapFilters } from './map-filters.tsx'
import { MappedEntryLine, MapList } from './map-list.tsx'
import { entryMapQuery, mapBaseQuery } from './map-queries.ts'
import type { MapSearch } from './map-search.ts'
import { MapSourceLine } from './map-source-line.tsx'
import { useMapWords } from './use-map-words.ts'
import './map.css'

const from = '/programmes/$programmeId/map'

/** The entries that have a place, on a map and in a list that says the same. */
export function MapPage() {
  const { t } = useTranslation('map')
  const { programmeId } = useParams({ from })
  const search = useSearch({ from })
  const navigate = useNavigate()
  const base = useQuery(mapBaseQuery)
  const map = useQuery(entryMapQuery(programmeId, search))
  usePageTitle(map.data && t('pageTitle', { title: map.data.programme.title }))
  if (!map.data || !base.data)
    return (
      <div className="page">
        <QueryOutcome query={map.isError ? map : base} level={1} />
      </div>
    )
  const change = (changes: Partial<MapSearch>) =>
    void navigate({ to: '.', search: { ...search, ...changes }, replace: true, resetScroll: false })
  return (
    <ProgrammeFrame programme={map.data.programme} className="entry-map" heading={t('title')}>
      <MapFilters map={map.data} search={search} change={change} />
      {map.data.located === 0 ? (
        <NothingLocated map={map.data} programmeId={programmeId} search={search} />
      ) : (
        <Located base={base.data} map={map.data} />
      )}
    </ProgrammeFrame>
  )
}

function Located({ base, map }: { base: MapBase; map: EntryMapData }) {
  const { t } = useTranslation('map')
  const words = useMapWords()
  const [chosenId, setChosenId] = useState<string>()
  const choose = useCallback((id: string | undefined) => setChosenId(id), [])
  const chosen = map.entries.find(({ id }) => id === chosenId)
  const without = map.total - map.located
  return (
    <>
      <p className="quiet">
        {t('located', { count: map.located })}
        {without > 0 && t('unlocated', { count: without })}
        {map.located > map.entries.length && t('cut', { count: map.entries.length })}
      </p>
      <div className="map-split">
        <div className="map-side">
          <EntryMap base={base} entries={map.entries} words={words} chosen={chosen} choose={choose}>
            {chosen && <MappedEntryLine entry={chosen} map={map} />}
          </EntryMap>
          <p className="map-legend">
            <span className="map-point map-point-accepted" /> {t('state_accepted')}
            <span className="map-point map-point-waiting" /> {t('state_waiting')}
          </p>
          <MapSourceLine base={base} />
        </div>
        <MapList map={map} chosen={chosenId} choose={choose} />
      </div>
    </>
  )
}

type NothingLocatedProps = { map: EntryMapData; programmeId: string; search: MapSearch }

function NothingLocated({ map, programmeId, search }: NothingLocatedProps) {
  const { t } = useTranslation('map')
  const { indicator } = search
  return (
    <Notice
      tone="empty"
      title={t('noneTitle')}
      action={
        indicator === undefined ? (
          <Link to="/programmes/$programmeId/ledgers" params={{ programmeId }} className="button">
            {t('toLedgers')}
          </Link>
        ) : (
          <Link
            to="/programmes/$programmeId/ledgers/$indicatorId"
            params={{ programmeId, indicatorId: indicator }}
            className="button"
          >
            {t('toLedger')}
          </Link>
        )
      }
    >
      {map.total > 0 && t('noneOf', { count: map.total })}
      {t('noneBody')}
    </Notice>
  )
}
