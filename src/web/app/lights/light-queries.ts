import { queryOptions } from '@tanstack/react-query'
import { getLightRules, getLights } from '../../../contract/lights.ts'
import { call } from '../api.ts'

export const lightsQuery = (programmeId: string, month?: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'lights', month ?? 'now'],
    queryFn: ({ signal }) =>
      call(getLights, { params: { programmeId }, query: month === undefined ? {} : { month } }, signal),
    // The panel asks with every promise it opens; a write that moves a light asks again at once.
    staleTime: 60_000,
  })

export const lightRulesQuery = queryOptions({
  queryKey: ['light-rules'],
  queryFn: ({ signal }) => call(getLightRules, {}, signal),
})
