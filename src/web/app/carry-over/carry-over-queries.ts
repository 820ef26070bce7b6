import { queryOptions } from '@tanstack/react-query'
import { getCarryOver } from '../../../contract/carry-over.ts'
import { call } from '../api.ts'

export const carryOverQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'carry-over'],
    queryFn: ({ signal }) => call(getCarryOver, { params: { programmeId } }, signal),
  })
