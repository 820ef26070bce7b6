/**
 * Who in this process waits to hear that something changed for a government. However many browsers wait, one
 * connection listens for all; it is made when the first of them comes.
 */
import type { TenantId } from '../domain/ids.ts'
import type { Database } from '../services/context.ts'
import { hearAnnouncements } from '../services/inbox.ts'

export type Subscriber = {
  readonly tenantId: TenantId
  /** The inbox may have changed. */
  readonly onNotices: () => void
  /** Sessions of the government were ended. */
  readonly onSessions: () => void
  /** The process ends. */
  readonly onClose: () => void
}

export type NoticeHub = {
  readonly subscribe: (subscriber: Subscriber) => () => void
  readonly close: () => Promise<void>
}

export function openNoticeHub(db: Database): NoticeHub {
  const subscribers = new Set<Subscriber>()
  let listener: ReturnType<typeof hearAnnouncements> | undefined
  const tell = (tenantId: TenantId | null, message: 'onNotices' | 'onSessions'): void => {
    for (const subscriber of subscribers)
      if (tenantId === null || subscriber.tenantId === tenantId) subscriber[message]()
  }
  const start = () =>
    hearAnnouncements(
      db,
      (tenantId, what) => tell(tenantId, what === 'notices' ? 'onNotices' : 'onSessions'),
      () => {
        tell(null, 'onNotices')
        tell(null, 'onSessions')
      },
    )
  return {
    subscribe: (subscriber) => {
      listener ??= start()
      subscribers.add(subscriber)
      return () => subscribers.delete(subscriber)
    },
    close: async () => {
      for (const subscriber of subscribers) subscriber.onClose()
      subscribers.clear()
      await listener?.close()
    },
  }
}
