/** A database with the demonstration's whole year, and its entries copied until there are 100,000. */
import { tmpdir } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { boundariesIn } from '../src/api/map-base.ts'
import { openSurroundings } from '../src/api/open-surroundings.ts'
import { readConfig } from '../src/config.ts'
import type { Database } from '../src/services/context.ts'
import { ensureDemo, type DemoSeed } from '../src/services/installation/demo.ts'
import { demoSeed, readDemoSample } from '../src/services/installation/demo-seed.ts'
import { openInstallation } from '../src/services/installation/installation.ts'
import { tenantIdOf } from '../src/services/installation/tenants.ts'
import { runYear } from '../src/services/installation/year/run-year.ts'
import type { TenantId } from '../src/domain/values/ids.ts'
import { inTenant } from '../src/store/db.ts'
import { listProgrammes } from '../src/store/programme-pages.ts'
import { rebuildTallies } from '../src/store/tallies.ts'

const entriesWanted = 100_000

export type FullYear = {
  readonly db: Database
  readonly demo: DemoSeed
  /** The day after the last freezing. */
  readonly now: () => Date
  /** The address of its programme's answers. */
  readonly base: string
  /** The cookie of a demonstration account. */
  readonly signIn: (app: FastifyInstance, signInName: string) => Promise<string>
  readonly words: string
  readonly close: () => Promise<void>
}

export async function openFullYear(
  dataDirectory: string,
  observe: (statement: string) => void,
): Promise<FullYear> {
  const installation = await openInstallation({
    databaseUrl: undefined,
    migrationDatabaseUrl: undefined,
    dataDirectory,
    log: () => undefined,
    observe,
  })
  const { db } = installation
  const tenantId = tenantIdOf(demoSeed.tenant.code)
  const { mapBase } = await openSurroundings(readConfig({ DATA_DIRECTORY: dataDirectory }))
  const ctx = { db, tenantId, person: null, now: new Date(), boundaries: boundariesIn(mapBase) }
  await ensureDemo(ctx, demoSeed, readDemoSample, true)
  const begun = performance.now()
  await runYear(ctx, {
    signInNames: demoSeed.accounts.map(({ signInName }) => signInName),
    scratch: tmpdir(),
    refreshStatistics: installation.refreshStatistics,
    tell: () => undefined,
    isStopped: () => false,
  })
  const seconds = (performance.now() - begun) / 1000
  const programmeId = await inTenant(db, tenantId, async (tx) => (await listProgrammes(tx))[0]?.id)
  if (programmeId === undefined) throw new Error('the demonstration has a programme')
  await copyEntries(db, tenantId)
  await inTenant(db, tenantId, (tx) => rebuildTallies(tx, programmeId))
  await installation.refreshStatistics()
  const now = () => new Date('2024-01-25T09:00:00+08:00')
  return {
    db,
    demo: demoSeed,
    now,
    base: `/api/programmes/${programmeId}`,
    signIn: async (app, signInName) => {
      const payload = { signInName, password: demoSeed.password }
      const answer = await app.inject({ method: 'POST', url: '/api/session', payload })
      return [answer.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? ''
    },
    words: `the demonstration's year in ${seconds.toFixed(0)} s, its entries copied until there are ${entriesWanted}`,
    close: installation.close,
  }
}

/** Straight into the tables: screens are measured, not writing; each copy is accepted as its original was. */
async function copyEntries(db: Database, tenantId: TenantId): Promise<void> {
  await inTenant(db, tenantId, async (tx) => {
    await sql`
      with original as (
        select entry.*, count(*) over () as originals from entry
          join entry_decision as said on said.tenant_id = entry.tenant_id and said.entry_id = entry.id and said.no = 1
        where entry.tenant_id = ${tenantId} and said.decision = 'accept'),
      copied as (
        insert into entry (tenant_id, id, indicator_id, unit_id, month, name, place, counts, denominator, beneficiaries,
          outages, complaints, longitude, latitude, given_datum, coordinate_source, accuracy, content_key, entered_by, entered_post, entered_at)
        select tenant_id, gen_random_uuid(), indicator_id, unit_id, month, name, place, counts, denominator, beneficiaries,
          outages, complaints, longitude, latitude, given_datum, coordinate_source, accuracy, gen_random_uuid(), entered_by, entered_post, entered_at
        from original cross join generate_series(1, (${entriesWanted} / originals)::integer)
        returning tenant_id, id, entered_by, entered_post, entered_at)
      insert into entry_decision (tenant_id, entry_id, no, decision, decided_by, decided_post, decided_at)
      select tenant_id, id, 1, 'accept', entered_by, entered_post, entered_at from copied`.execute(tx.query)
  })
}
