import { useId, useRef, useState } from 'react'
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
          <ViewChoice />
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

/** A plain select: phones bring their own list for it, and every reader of screens knows it. */
function ChoiceField({ label, choices, chosen, onChoose }: ChoiceFieldProps) {
  return (
    <select
      className={chosen === undefined ? 'choice-field' : 'choice-field choice-made'}
      aria-label={label}
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.target.value || undefined)}
    >
      <option value="">{label}</option>
      {choices.map(({ value, label: name }) => (
        <option key={value} value={value} lang="zh-CN">
          {name}
        </option>
      ))}
    </select>
  )
}

function ViewChoice() {
  const { t } = useTranslation('table')
  const { search, change } = useTableSearch()
  const name = useId()
  return (
    <fieldset className="view-choice">
      <legend className="visually-hidden">{t('view')}</legend>
      {tableViews.map((view) => (
        <label key={view}>
          <input
            type="radio"
            name={name}
            checked={(search.view ?? 'project') === view}
            onChange={() => change({ view: view === 'project' ? undefined : view })}
          />
          {t(`view_${view}`)}
        </label>
      ))}
    </fieldset>
  )
}
