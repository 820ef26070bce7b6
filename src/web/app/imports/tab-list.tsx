import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { importTabs, type ImportTab } from './import-tabs.ts'

type TabListProps = {
  active: ImportTab
  counts: Readonly<Record<ImportTab, number>>
  panelId: string
  onChange: (tab: ImportTab) => void
}

/** Left and right arrows, Home and End move between the tabs, as the ARIA pattern has it. */
export function TabList({ active, counts, panelId, onChange }: TabListProps) {
  const { t } = useTranslation('imports')
  const list = useRef<HTMLDivElement>(null)

  function onKeyDown(event: KeyboardEvent): void {
    const at = importTabs.indexOf(active)
    const last = importTabs.length - 1
    const to = {
      ArrowLeft: at === 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
    }[event.key]
    const tab = to === undefined ? undefined : importTabs[to]
    if (!tab) return
    event.preventDefault()
    onChange(tab)
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus()
  }

  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label={t('tabs')}
      className="dry-tabs"
      onKeyDown={onKeyDown}
    >
      {importTabs.map((tab) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === active}
          aria-controls={panelId}
          tabIndex={tab === active ? 0 : -1}
          onClick={() => onChange(tab)}
        >
          {t(`tab_${tab}`)} <span className="dry-count">{counts[tab]}</span>
        </button>
      ))}
    </div>
  )
}
