import { Segmented, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { usePublishedHeight } from '../../ui/use-published-height.ts'
import { narrowScreen } from '../screens.ts'
import { filterChoices, type Choice } from './filter-choices.ts'
import { SearchField } from './search-field.tsx'
import { tableViews } from './table-search.ts'
import { useTableSearch } from './use-table-search.ts'

/** Stays at the top while the table scrolls. On a phone only the text search does; the rest unfolds. */
export function FilterBar({ programme }: { programme: LivingProgramme }) {
  const { t } = useTranslation('table')
  const { search, change } = useTableSearch()
  const narrow = useMediaQuery(narrowScreen)
  const [unfolded, setUnfolded] = useState(false)
  const bar = useRef<HTMLElement>(null)
  usePublishedHeight(bar, '--filter-bar-height')
  const choices = filterChoices(programme)
  const active = [search.leader, search.unit, search.district].filter(Boolean).length
  return (
    <search className="filter-bar" ref={bar} aria-label={t('filters')}>
      <SearchField />
      {narrow && (
        <button
          type="button"
          className="button"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {active > 0 ? t('filtersActive', { count: active }) : t('filters')}
        </button>
      )}
      {(!narrow || unfolded) && (
        <div className="filter-fields">
          <ChoiceField
            label={t('leader')}
            choices={choices.leaders}
            chosen={search.leader}
            onChoose={(leader) => change({ leader })}
          />
          <ChoiceField
            label={t('unit')}
            choices={choices.units}
            chosen={search.unit}
            onChoose={(unit) => change({ unit })}
          />
          {choices.districts.length > 0 && (
            <ChoiceField
              label={t('district')}
              choices={choices.districts}
              chosen={search.district}
              onChoose={(district) => change({ district })}
            />
          )}
          <Segmented
            aria-label={t('view')}
            options={tableViews.map((view) => ({ value: view, label: t(`view_${view}`) }))}
            value={search.view ?? 'project'}
            onChange={(view) => change({ view: view === 'project' ? undefined : view })}
          />
        </div>
      )}
    </search>
  )
}

type ChoiceFieldProps = {
  label: string
  choices: Choice[]
  chosen: string | undefined
  onChoose: (value: string | undefined) => void
}

function ChoiceField({ label, choices, chosen, onChoose }: ChoiceFieldProps) {
  return (
    <Select
      className="choice-field"
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={choices}
      value={chosen ?? null}
      onChange={(value: string | null | undefined) => onChoose(value ?? undefined)}
    />
  )
}
