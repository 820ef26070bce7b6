/**
 * How processes share one embedded server: each holds a shared advisory lock on a connection of its own, and whoever
 * obtains it exclusively is alone and may stop the server. While it stops, newcomers wait at the lock, lose their
 * connection and start it anew, so nobody is left with a server that is going away.
 */
import { Client } from 'pg'

const presenceLock = 7_402_311
const lockNotAvailable = '55P03'

/** Connects and enters. Rejects when the server is not (or no longer) taking connections. */
export async function enterServer(url: string): Promise<Client> {
  const client = quietClient(url, 'jiannuo presence')
  try {
    await client.connect()
    await client.query(`select pg_advisory_lock_shared(${presenceLock})`)
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

export async function leaveServer(client: Client): Promise<void> {
  await client.query(`select pg_advisory_unlock_shared(${presenceLock})`).catch(() => undefined)
  await client.end()
}

/**
 * Calls `stop` if everybody has left within `patienceMilliseconds`. Answers whether the server is stopped or being
 * stopped by somebody else; false when others use it.
 */
export async function stopWhenAlone(
  url: string,
  patienceMilliseconds: number,
  stop: () => Promise<void>,
): Promise<boolean> {
  const client = quietClient(url, 'jiannuo leaving')
  try {
    await client.connect()
    await client.query(`set lock_timeout = ${patienceMilliseconds}`)
    await client.query(`select pg_advisory_lock(${presenceLock})`)
    await stop()
    return true
  } catch (error) {
    return (error as { code?: string }).code !== lockNotAvailable
  } finally {
    await client.end()
  }
}

/** A client that reports a lost connection by its 'end' event only, instead of ending the process. */
function quietClient(url: string, name: string): Client {
  const client = new Client({ connectionString: url, application_name: name, keepAlive: true })
  client.on('error', () => undefined)
  return client
}
