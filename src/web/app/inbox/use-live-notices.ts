import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { streamNotices } from '../../../contract/notices.ts'
import { sessionQuery } from '../queries.ts'
import { noticesKey } from './inbox-queries.ts'

/**
 * While the page is in view, hears from the server when notices change and asks for them again. A browser keeps six
 * connections to one site open at most: pages in the background hold none.
 */
export function useLiveNotices(on: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!on) return undefined
    let source: EventSource | undefined
    const refetch = (): void => void client.invalidateQueries({ queryKey: noticesKey })
    function open(): void {
      const opened = new EventSource(streamNotices.path)
      source = opened
      opened.addEventListener('notices', refetch)
      opened.addEventListener('error', () => {
        // Refused, not merely cut off: the session may have ended. The browser does not try again by itself.
        if (opened.readyState === EventSource.CLOSED)
          void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      })
    }
    function follow(): void {
      source?.close()
      source = undefined
      if (document.visibilityState === 'visible') {
        open()
        refetch()
      }
    }
    open()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      source?.close()
    }
  }, [on, client])
}
