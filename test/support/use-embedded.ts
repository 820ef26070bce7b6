/**
 * A process that uses the embedded server of the directory it is given. It runs the SQL statements that come as lines
 * of JSON and answers likewise; the end of its input makes it leave the server, `exit` end without leaving.
 */
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../../src/store/embedded/embedded-postgres.ts'

const answer = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

const server = await startEmbeddedPostgres({ dataDirectory: process.argv[2] ?? '', log: () => undefined })
const client = new Client({ connectionString: server.superuserUrl })
client.on('error', () => undefined)
await client.connect()
answer({ url: server.superuserUrl })

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'exit') process.exit(0)
  answer(
    await client.query(JSON.parse(line) as string).then(
      ({ rows }) => ({ rows }),
      (error: unknown) => ({ error: String(error) }),
    ),
  )
}
await client.end()
await server.stop()
