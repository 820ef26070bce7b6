import { queryOptions } from '@tanstack/react-query'
import { getLightRules, getLights } from '../../../contract/lights.ts'
import { call } from '../api.ts'

export const lightsQuery = (programmeId: string, month?: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'lights', month ?? 'now'],
    queryFn: ({ signal }) =>
      call(getLights, { params: { programmeId }, query: month === undefined ? {} : { month } }, signal),
  })

export const lightRulesQuery = queryOptions({
  queryKey: ['light-rules'],
  queryFn: ({ signal }) => call(getLightRules, {}, signal),
})
