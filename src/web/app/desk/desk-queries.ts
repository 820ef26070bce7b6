import { queryOptions } from '@tanstack/react-query'
import { getDesk } from '../../../contract/desk.ts'
import { call } from '../api.ts'

export const deskQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'desk'],
    queryFn: ({ signal }) => call(getDesk, { params: { programmeId } }, signal),
  })
