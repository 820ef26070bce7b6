import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerPage } from '../../../contract/ledgers.ts'
import { monthsOfYear } from '../../../domain/month.ts'
import { entryStates, type EntryState } from '../../../domain/tally.ts'
import type { LedgerSearch } from './ledger-search.ts'

type EntryFiltersProps = {
  page: LedgerPage
  search: LedgerSearch
  change: (changes: Partial<LedgerSearch>) => void
}

export function EntryFilters({ page, search, change }: EntryFiltersProps) {
  const { t } = useTranslation('ledgers')
  const [text, setText] = useState(search.text ?? '')
  useEffect(() => {
    if (text === (search.text ?? '')) return undefined
    const later = setTimeout(() => change({ text: text.trim() === '' ? undefined : text }), 300)
    return () => clearTimeout(later)
  }, [text, search.text, change])
  const chosen = (value: string) => (value === '' ? undefined : value)
  return (
    <search className="ledger-filters" aria-label={t('filters')}>
      <select
        aria-label={t('unit')}
        value={search.unit ?? ''}
        onChange={({ target }) => change({ unit: chosen(target.value) })}
      >
        <option value="">{t('allUnits')}</option>
        {page.units.map(({ id, name }) => (
          <option key={id} value={id} lang="zh-CN">
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={t('month')}
        value={search.month ?? ''}
        onChange={({ target }) => change({ month: chosen(target.value) })}
      >
        <option value="">{t('allMonths')}</option>
        {monthsOfYear(page.programme.year).map((month) => (
          <option key={month} value={month}>
            {month.slice(0, 7)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('state')}
        value={search.state ?? ''}
        onChange={({ target }) => change({ state: chosen(target.value) as EntryState | undefined })}
      >
        <option value="">{t('allStates')}</option>
        {entryStates.map((state) => (
          <option key={state} value={state}>
            {t(`state_${state}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('district')}
        value={search.district ?? ''}
        onChange={({ target }) => change({ district: chosen(target.value) })}
      >
        <option value="">{t('allDistricts')}</option>
        {page.districts.map((name) => (
          <option key={name} value={name} lang="zh-CN">
            {name}
          </option>
        ))}
      </select>
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </search>
  )
}
