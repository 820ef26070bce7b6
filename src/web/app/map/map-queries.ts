import { queryOptions } from '@tanstack/react-query'
import { getEntryMap, getMapBase } from '../../../contract/map.ts'
import { call } from '../api.ts'
import { ledgersKey } from '../ledgers/ledger-queries.ts'
import type { MapSearch } from './map-search.ts'

/** Boundaries and tiles do not change while the server runs. */
export const mapBaseQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => call(getMapBase, {}, signal),
  staleTime: Infinity,
})

/** Below the ledgers' key: an entry that was written is fetched anew. */
export const entryMapQuery = (programmeId: string, { indicator, unit, state }: MapSearch) =>
  queryOptions({
    queryKey: [...ledgersKey(programmeId), 'map', indicator ?? null, unit ?? null, state ?? null],
    queryFn: ({ signal }) =>
      call(
        getEntryMap,
        { params: { programmeId }, query: { indicatorId: indicator, unitId: unit, state } },
        signal,
      ),
  })
