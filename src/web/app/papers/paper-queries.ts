import { queryOptions } from '@tanstack/react-query'
import { getPaper, getPapers } from '../../../contract/papers.ts'
import { call } from '../api.ts'

export const papersQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'papers'],
    queryFn: ({ signal }) => call(getPapers, { params: { programmeId } }, signal),
  })

export const paperQuery = (programmeId: string, paperId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'papers', paperId],
    queryFn: ({ signal }) => call(getPaper, { params: { paperId } }, signal),
  })
