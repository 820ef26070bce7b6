import { useTranslation } from 'react-i18next'
import type { EntryMap } from '../../../contract/map.ts'
import type { MapSearch } from './map-search.ts'

type MapFiltersProps = {
  map: EntryMap
  search: MapSearch
  change: (changes: Partial<MapSearch>) => void
}

export function MapFilters({ map, search, change }: MapFiltersProps) {
  const { t } = useTranslation('map')
  return (
    <form className="map-filters" aria-label={t('filters')} onSubmit={(event) => event.preventDefault()}>
      <select
        aria-label={t('promise')}
        value={search.indicator ?? ''}
        onChange={({ target }) => change({ indicator: target.value || undefined })}
      >
        <option value="">{t('allPromises')}</option>
        {map.indicators.map(({ id, taskNo, promise }) => (
          <option key={id} value={id}>
            {taskNo} {promise}
          </option>
        ))}
      </select>
      <select
        aria-label={t('unit')}
        value={search.unit ?? ''}
        onChange={({ target }) => change({ unit: target.value || undefined })}
      >
        <option value="">{t('allUnits')}</option>
        {map.units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={t('state')}
        value={search.state ?? ''}
        onChange={({ target: { value } }) =>
          change({ state: value === 'waiting' || value === 'accepted' ? value : undefined })
        }
      >
        <option value="">{t('allStates')}</option>
        <option value="accepted">{t('state_accepted')}</option>
        <option value="waiting">{t('state_waiting')}</option>
      </select>
    </form>
  )
}
