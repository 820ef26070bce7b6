import { queryOptions } from '@tanstack/react-query'
import { getLeaderPage } from '../../../contract/desk.ts'
import { call } from '../api.ts'

/** Without a post, of the first that one may open. */
export const leaderQuery = (programmeId: string, post: string | undefined) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'leader', post ?? 'own'],
    queryFn: ({ signal }) =>
      call(getLeaderPage, { params: { programmeId }, query: post === undefined ? {} : { post } }, signal),
  })
