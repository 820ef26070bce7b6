import { queryOptions } from '@tanstack/react-query'
import { getAcceptance, listAcceptances } from '../../../contract/acceptance.ts'
import { call } from '../api.ts'

export const acceptancesQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'acceptance'],
    queryFn: ({ signal }) => call(listAcceptances, { params: { programmeId } }, signal),
    // The panel asks with every promise it opens; a write of this page asks again at once.
    staleTime: 60_000,
  })

export const acceptanceQuery = (programmeId: string, indicatorId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'acceptance', indicatorId],
    queryFn: ({ signal }) => call(getAcceptance, { params: { programmeId, indicatorId } }, signal),
  })
