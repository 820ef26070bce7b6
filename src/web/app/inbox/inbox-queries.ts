import { queryOptions } from '@tanstack/react-query'
import { countNotices, getInbox } from '../../../contract/notices.ts'
import { call } from '../api.ts'

/** What every announcement makes stale. */
export const noticesKey = ['notices'] as const

export const inboxQuery = (show: 'open' | 'all') =>
  queryOptions({
    queryKey: [...noticesKey, 'inbox', show],
    queryFn: ({ signal }) => call(getInbox, { query: { show } }, signal),
  })

/** Where the stream is cut off, the count still comes: when the window is looked at, and every two minutes. */
export const noticeCountQuery = queryOptions({
  queryKey: [...noticesKey, 'count'],
  queryFn: ({ signal }) => call(countNotices, {}, signal),
  refetchInterval: 120_000,
  refetchOnWindowFocus: 'always',
})
