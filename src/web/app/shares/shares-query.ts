import { queryOptions } from '@tanstack/react-query'
import { getShares } from '../../../contract/programmes.ts'
import { call } from '../api.ts'

export const sharesQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'shares'],
    queryFn: ({ signal }) => call(getShares, { params: { programmeId } }, signal),
  })
