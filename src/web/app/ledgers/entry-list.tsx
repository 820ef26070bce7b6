import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LedgerPage, ListedEntry } from '../../../contract/ledgers.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { figureOf } from './ledger-value.tsx'

type EntryListProps = {
  query: UseInfiniteQueryResult<InfiniteData<LedgerPage>>
  first: LedgerPage
  opened: string | undefined
  open: (id: string) => void
}

/** More than these are only said to be many. */
const countedTo = 10_000

export function EntryList({ query, first, opened, open }: EntryListProps) {
  const { t } = useTranslation('ledgers')
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  if (entries.length === 0)
    return (
      <p className="ledger-note">
        {first.sum.acceptedEntries + first.sum.waitingEntries === 0 ? t('noEntries') : t('noneFound')}
      </p>
    )
  return (
    <>
      <output className="quiet ledger-status">
        {first.found >= countedTo ? t('foundMany') : t('found', { count: first.found })}
      </output>
      <RecordTable
        caption={t('entriesOf')}
        rows={entries}
        keyOf={({ id }) => id}
        columns={[
          {
            heading: t('what'),
            cell: (entry) => (
              <button
                type="button"
                className="ledger-open"
                aria-expanded={opened === entry.id}
                onClick={() => open(entry.id)}
              >
                <span lang="zh-CN">{titleOf(entry)}</span>
              </button>
            ),
          },
          { heading: t('counts'), cell: (entry) => figureOf(first, entry.counts, entry.denominator) },
          { heading: t('month'), cell: ({ month }) => month.slice(0, 7) },
          { heading: t('unit'), cell: ({ unit }) => <span lang="zh-CN">{unit}</span> },
          {
            heading: t('state'),
            cell: ({ state }) => (
              <span className={`entry-state entry-state-${state}`}>{t(`state_${state}`)}</span>
            ),
          },
        ]}
      />
      {query.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </button>
      )}
    </>
  )
}

/** What an entry is called in one line: its name, else what it is known by, else its month. */
export function titleOf(entry: ListedEntry): string {
  const words = [entry.name, entry.stage, entry.identifier, entry.place, entry.certificate]
  const title = words
    .filter((word) => word !== null)
    .slice(0, 2)
    .join(' · ')
  return title === ''
    ? [entry.month.slice(0, 7), entry.district, entry.sourceSystem]
        .filter((word) => word !== null)
        .join(' · ')
    : title
}
