/** npm run schema: writes migrations/schema.txt and src/store/tables.ts from a freshly migrated database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/store/embedded/embedded-postgres.ts'
import { migrate } from '../src/store/migrate.ts'
import { prepareDatabase } from '../src/store/prepare-database.ts'
import { generatedFiles } from './generated-schema.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'jiannuo-schema-'))
const server = await startEmbeddedPostgres({ dataDirectory, log: console.log })
try {
  const { owner } = await prepareDatabase({ url: server.superuserUrl })
  await migrate(owner)
  for (const { path, text } of await generatedFiles(server.superuserUrl)) {
    writeFileSync(path, text)
    console.log(`已写入 ${path}`)
  }
} finally {
  await server.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
}
