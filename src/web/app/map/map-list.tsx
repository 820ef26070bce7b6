import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryMap, MappedEntry } from '../../../contract/map.ts'
import { useMonthWords } from '../reporting/month-words.ts'

type MapListProps = {
  map: EntryMap
  chosen: string | undefined
  choose: (id: string) => void
}

const step = 50

/** What the map shows, for the keyboard and for readers of the screen: the same entries, newest first. */
export function MapList({ map, chosen, choose }: MapListProps) {
  const { t } = useTranslation('map')
  const [told, setTold] = useState(step)
  const left = map.entries.length - told
  return (
    <section className="map-list" aria-labelledby="map-list">
      <h2 id="map-list">{t('listTitle')}</h2>
      <ul>
        {map.entries.slice(0, told).map((entry) => (
          <li key={entry.id} className={entry.id === chosen ? 'map-chosen' : undefined}>
            <MappedEntryLine entry={entry} map={map} />
            <button
              type="button"
              className="quiet-button"
              aria-label={t('showOnMapOf', { name: entry.name ?? t('unnamed') })}
              onClick={() => choose(entry.id)}
            >
              {t('showOnMap')}
            </button>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="button" onClick={() => setTold(told + step)}>
          {t('more', { count: Math.min(step, left) })}
        </button>
      )}
    </section>
  )
}

/** One entry in a few words, leading to it in its ledger. */
export function MappedEntryLine({ entry, map }: { entry: MappedEntry; map: EntryMap }) {
  const { t } = useTranslation('map')
  const month = useMonthWords()
  const unit = map.units.find(({ id }) => id === entry.unitId)?.name
  return (
    <div className="map-line">
      <Link
        to="/programmes/$programmeId/ledgers/$indicatorId"
        params={{ programmeId: map.programme.id, indicatorId: entry.indicatorId }}
        search={{ panel: entry.id }}
        lang="zh-CN"
      >
        {entry.name ?? t('unnamed')}
      </Link>
      <span className="quiet">
        <span lang="zh-CN">{unit}</span> · {month(entry.month)} · {t(`state_${entry.state}`)}
      </span>
    </div>
  )
}
