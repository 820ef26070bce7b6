import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getEntry, getLedger, getLedgers, listLoads } from '../../../contract/ledgers.ts'
import { call } from '../api.ts'
import type { LedgerSearch } from './ledger-search.ts'

/** Everything about ledgers is fetched anew when an entry was written. */
export const ledgersKey = (programmeId: string) => ['programmes', programmeId, 'ledgers'] as const

export const ledgersQuery = (programmeId: string, unitId: string | undefined) =>
  queryOptions({
    queryKey: [...ledgersKey(programmeId), 'list', unitId ?? null],
    queryFn: ({ signal }) =>
      call(getLedgers, { params: { programmeId }, query: unitId === undefined ? {} : { unitId } }, signal),
  })

/** The filter of the address as the API takes it. */
export function filterOf({ unit, month, state, district, text }: LedgerSearch): Record<string, string> {
  const filter = { unitId: unit, month, state, district, text }
  return Object.fromEntries(
    Object.entries(filter).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
    ),
  )
}

export const ledgerQuery = (programmeId: string, indicatorId: string, search: LedgerSearch) =>
  infiniteQueryOptions({
    queryKey: [...ledgersKey(programmeId), indicatorId, filterOf(search)],
    queryFn: ({ pageParam, signal }) =>
      call(
        getLedger,
        {
          params: { programmeId, indicatorId },
          query: { ...filterOf(search), ...(pageParam === null ? {} : { before: pageParam }) },
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const entryQuery = (programmeId: string, entryId: string) =>
  queryOptions({
    queryKey: [...ledgersKey(programmeId), 'entry', entryId],
    queryFn: ({ signal }) => call(getEntry, { params: { programmeId, entryId } }, signal),
  })

export const loadsQuery = (programmeId: string, indicatorId: string, unitId: string) =>
  queryOptions({
    queryKey: [...ledgersKey(programmeId), indicatorId, 'loads', unitId],
    queryFn: ({ signal }) =>
      call(listLoads, { params: { programmeId, indicatorId }, query: { unitId } }, signal),
  })
