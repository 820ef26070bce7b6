import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, inject, it } from 'vitest'
import { generatedFiles } from '../../scripts/generated-schema.ts'
import { makeTestDatabase } from '../support/database.ts'

it.each(inject('databaseServers'))('what npm run schema writes is up to date ($name)', async (server) => {
  const database = await makeTestDatabase(server)
  try {
    for (const { path, text } of await generatedFiles(database.superuserUrl)) {
      expect(text, `${basename(path)} is out of date: npm run schema`).toBe(readFileSync(path, 'utf8'))
    }
  } finally {
    await database.drop()
  }
})
