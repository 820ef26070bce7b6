import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTableSearch } from './use-table-search.ts'

/** Browsers refuse an address changed on every key stroke: it follows when the typing pauses. */
const PAUSE_MS = 150

export function SearchField() {
  const { t } = useTranslation('table')
  const { search, change } = useTableSearch()
  const inAddress = search.q ?? ''
  const [typed, setTyped] = useState(inAddress)
  const [followed, setFollowed] = useState(inAddress)
  // The address changed by other hands, for example by clearing all filters.
  if (followed !== inAddress) {
    setFollowed(inAddress)
    setTyped(inAddress)
  }
  useEffect(() => {
    if (typed.trim() === inAddress) return undefined
    const timer = setTimeout(() => {
      setFollowed(typed.trim())
      change({ q: typed.trim() || undefined })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  })
  return (
    <input
      type="search"
      className="search-field"
      aria-label={t('search')}
      placeholder={t('search')}
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
