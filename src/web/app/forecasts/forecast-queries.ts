import { queryOptions } from '@tanstack/react-query'
import { getForecasts } from '../../../contract/forecasts.ts'
import { call } from '../api.ts'

export const forecastsQuery = (programmeId: string, month?: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'forecasts', month ?? 'now'],
    queryFn: ({ signal }) =>
      call(getForecasts, { params: { programmeId }, query: month === undefined ? {} : { month } }, signal),
    // As with lights: the panel asks with every promise it opens.
    staleTime: 60_000,
  })
