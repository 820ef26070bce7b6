import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type FoldedListProps<Item> = {
  items: readonly Item[]
  keyOf: (item: Item) => string
  render: (item: Item) => ReactNode
  className?: string
}

/** So many are read at a glance. */
const shown = 8

/** A list with its first lines to be seen and the rest one click away. */
export function FoldedList<Item>({ items, keyOf, render, className = '' }: FoldedListProps<Item>) {
  const { t } = useTranslation('desk')
  const list = (some: readonly Item[]) => (
    <ul className={`desk-list ${className}`}>
      {some.map((item) => (
        <li key={keyOf(item)}>{render(item)}</li>
      ))}
    </ul>
  )
  const rest = items.slice(shown)
  return (
    <>
      {list(items.slice(0, shown))}
      {rest.length > 0 && (
        <details className="desk-rest">
          <summary>{t('rest', { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  )
}
