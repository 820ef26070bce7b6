/** Run by embedded-farewell.ts after its process has exited: stops the server when nobody else is left on it. */
import { leaveEmbeddedPostgres } from './embedded-postgres.ts'

const dataDirectory = process.argv[2]
if (dataDirectory !== undefined) await leaveEmbeddedPostgres(dataDirectory, 5_000)
