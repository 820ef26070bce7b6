/** The schema can be distributed by tenant over a Citus cluster as it is (docs/database.md). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { citusRules, offendersOf } from '../support/citus-rules.ts'
import { onEveryServer, withClient } from '../support/database.ts'

onEveryServer('the schema on Citus', (database) => {
  it.each(citusRules)('$rule', async (rule) => {
    await withClient(database().superuserUrl, async (client) => {
      expect(await offendersOf(client, rule)).toEqual([])
    })
  })

  describe('what breaks a rule is named', () => {
    it.each(citusRules)('$rule', async (rule) => {
      await withClient(database().superuserUrl, async (client) => {
        await client.query(`begin; ${rule.brokenBy}`)
        expect(await offendersOf(client, rule)).toContain(rule.names)
      })
    })
  })
})

describe('statements that Citus does not carry', () => {
  const forbidden: readonly [string, RegExp][] = [
    ['set_config, which gives row-level security nothing to see on the workers', /\bset_config\s*\(/i],
    ['MERGE, refused with volatile defaults', /\bmerge\s+into\b/i],
    [
      'pg_notify but in a bare select, which the coordinator runs: inside a shard it is unheard',
      /(?<!`select )\bpg_notify\b|\bpg_notify\b[^`]*`[^`]*`[^`]*\bfrom\b/i,
    ],
  ]
  const root = join(import.meta.dirname, '../..')
  const texts = ['migrations', 'src/store'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.(sql|ts)$/.test(name))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  )
  it.each(forbidden)('no file uses %s', (_, pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([])
  })
})
