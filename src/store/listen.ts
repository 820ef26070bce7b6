/**
 * Hearing what transactions announce (NOTIFY): one connection of its own, made again when it is lost. What was
 * announced meanwhile is unknown, so `missed` is called after every connection, the first included.
 */
import { Client } from 'pg'

export type Listener = { readonly close: () => Promise<void> }

export type Hearing = {
  readonly channel: string
  readonly heard: (payload: string) => void
  readonly missed: () => void
}

const firstDelay = 200
const longestDelay = 10_000

export function listen(url: string, { channel, heard, missed }: Hearing): Listener {
  let closed = false
  let client: Client | undefined
  let waiting: NodeJS.Timeout | undefined
  let delay = firstDelay

  async function connect(): Promise<void> {
    const fresh = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
    client = fresh
    let lost = false
    const lose = (): void => {
      if (lost) return
      lost = true
      void fresh.end().catch(() => undefined)
      if (closed) return
      waiting = setTimeout(() => void connect(), delay).unref()
      delay = Math.min(delay * 2, longestDelay)
    }
    fresh.on('error', lose)
    fresh.on('end', lose)
    fresh.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`)
      delay = firstDelay
      missed()
    } catch {
      lose()
    }
  }
  void connect()

  return {
    close: async () => {
      closed = true
      clearTimeout(waiting)
      await client?.end().catch(() => undefined)
    },
  }
}
