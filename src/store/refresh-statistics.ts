/** What the planner knows of the tables, brought up to date. */
import { Client } from 'pg'

/**
 * For when much was written at once: the database finds out by itself within minutes, and until then a screen can take
 * ten times as long. `ownerUrl` is prepareDatabase's, since only the owner of a table may.
 */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
