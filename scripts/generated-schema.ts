/** What is generated from the catalogue of a migrated database, as text; a test compares it with the files. */
import { join } from 'node:path'
import { Client } from 'pg'
import { format, resolveConfig } from 'prettier'
import { schemaListing } from './schema-listing.ts'
import { tableTypes } from './table-types.ts'

const root = join(import.meta.dirname, '..')

export async function generatedFiles(url: string): Promise<{ path: string; text: string }[]> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    const tablesPath = join(root, 'src/store/tables.ts')
    const style = await resolveConfig(tablesPath)
    return [
      { path: join(root, 'migrations/schema.txt'), text: await schemaListing(client) },
      { path: tablesPath, text: await format(await tableTypes(client), { ...style, parser: 'typescript' }) },
    ]
  } finally {
    await client.end()
  }
}
