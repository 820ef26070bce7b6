/** What ledgers cost: loading a large file beside COPY, and one accepted entry beside a bare insert, few or many there. */
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { decimal } from '../src/domain/values/decimal.ts'
import type { EntryId } from '../src/domain/values/ids.ts'
import { monthOf } from '../src/domain/values/month.ts'
import { newId } from '../src/services/context.ts'
import { ensureDemo } from '../src/services/installation/demo.ts'
import { demoSeed, readDemoSample } from '../src/services/installation/demo-seed.ts'
import { decide, getEntry } from '../src/services/ledgers/entries.ts'
import { loadLedger } from '../src/services/ledgers/ledger-loads.ts'
import { inTenant, openDatabase, type Database, type TenantTransaction } from '../src/store/db.ts'
import { startEmbeddedPostgres } from '../src/store/embedded/embedded-postgres.ts'
import { insertEntries, type NewEntry } from '../src/store/entries.ts'
import { appendLog, takeTurn } from '../src/store/log.ts'
import { migrate } from '../src/store/migrate.ts'
import { prepareDatabase } from '../src/store/prepare-database.ts'
import { clear, contextOf, now, seconds, tenantId, type Setting } from './ledger-setting.ts'
import { benchLoadMemory } from './ledger-memory.ts'
import { benchSuspicions } from './ledger-suspicions.ts'
import { writeWorkbook } from './ledger-workbook.ts'
import { compare } from './measure.ts'

const loadedRows = 100_000
const loads = 3
const runs = 200

export async function benchLedgers(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-bench-'))
  const embedded = await startEmbeddedPostgres({
    dataDirectory: join(folder, 'postgres'),
    log: () => undefined,
  })
  const url = new URL(embedded.superuserUrl)
  url.pathname = '/jiannuo'
  const urls = await prepareDatabase({ url: url.href })
  await migrate(urls.owner)
  const db = openDatabase(urls.app)
  const superuser = new Client({ connectionString: url.href })
  await superuser.connect()
  try {
    // The server may run under an account of its own, and COPY is its to read and write.
    await chmod(folder, 0o777)
    await ensureDemo({ db, tenantId, person: null, now }, demoSeed, readDemoSample)
    const setting = { ...(await prepare(db, superuser, folder)), databaseUrl: urls.app }
    await benchLoad(setting)
    await benchLoadMemory(setting)
    await benchSuspicions(setting)
    await benchAccepted(setting)
  } finally {
    await superuser.end()
    await db.close()
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A works ledger with a plan in force for one district. */
async function prepare(
  db: Database,
  superuser: Client,
  folder: string,
): Promise<Omit<Setting, 'databaseUrl'>> {
  const { rows } = await superuser.query(`
    select indicator_version.programme_id as "programmeId", indicator_id as "indicatorId", post.unit_id as "unitId",
      holding.person_id as by, post.id as "postId",
      (select person_id from holding as other where other.person_id <> holding.person_id limit 1) as reviewer
    from indicator_version, post join holding on holding.post_id = post.id
    where ledger = 'works' and post.role = 'district-officer' limit 1`)
  const setting: Omit<Setting, 'databaseUrl' | 'db' | 'superuser' | 'folder'> = rows[0]
  const { programmeId, indicatorId, unitId, by, postId } = setting
  await superuser.query(
    `insert into plan_version (tenant_id, indicator_id, version, programme_id, lead_unit_id, amendment_no, curve, basis,
       needs_consent, drafted_by, drafted_post, drafted_at)
     values ($1, $2, 1, $3, $4, 0, 'linear', 'number', false, $5, $6, now())`,
    [tenantId, indicatorId, programmeId, unitId, by, postId],
  )
  await superuser.query(
    `insert into plan_share (tenant_id, indicator_id, version, unit_id, position, value) values ($1, $2, 1, $3, 0, 100)`,
    [tenantId, indicatorId, unitId],
  )
  return { ...setting, db, superuser, folder }
}

/** As a district's officer. */
async function benchLoad(setting: Setting): Promise<void> {
  const { superuser, folder } = setting
  const file = await writeWorkbook(folder, loadedRows)
  const copied = join(folder, 'rows.copy')
  const times = { ours: Infinity, copy: Infinity }
  for (let run = 0; run < loads; run++) {
    await clear(superuser)
    times.ours = Math.min(
      times.ours,
      await seconds(() => loadLedger(contextOf(setting), setting, file, () => undefined)),
    )
    await superuser.query(`copy entry to '${copied}'`)
    await superuser.query('truncate entry cascade')
    times.copy = Math.min(times.copy, await seconds(() => superuser.query(`copy entry from '${copied}'`)))
  }
  await clear(superuser)
  const rate = (time: number) => Math.round(loadedRows / time)
  console.log(
    `  台账导入 .xlsx load of ${loadedRows} rows: ${rate(times.ours)} rows/s, ${(times.copy / times.ours).toFixed(2)} × COPY (aim ≥ 0.4)`,
  )
}

/** One more accepted entry with its roll-ups, among few and among a million. */
async function benchAccepted(setting: Setting): Promise<void> {
  const few = await acceptedAmong(setting, 10_000)
  const many = await acceptedAmong(setting, 1_000_000)
  console.log(
    `  录入并采信一条 one accepted entry: ${few.time.toFixed(2)} ms, ${few.overBare.toFixed(2)} × bare insert with its log row (aim ≤ 2.0)`,
  )
  console.log(
    `  条目从 1 万到 100 万 among 1,000,000 entries: ${(many.overLog / few.overLog).toFixed(2)} × of among 10,000, both over a log row alone (aim ≤ 1.3)`,
  )
}

async function acceptedAmong(setting: Setting, count: number) {
  const { db, superuser } = setting
  await fill(setting, count)
  for (const statement of ['vacuum analyze entry', 'vacuum analyze entry_decision', 'checkpoint'])
    await superuser.query(statement)
  const ours = () => inTenant(db, tenantId, (tx) => enterAccepted(tx, setting))
  const bare = await compare(runs, ours, () => inTenant(db, tenantId, (tx) => enterBare(tx, setting)))
  // What does not know of entries: the same machine at the same time, few or many there.
  const log = await compare(runs, ours, () =>
    inTenant(db, tenantId, (tx) => logAlone(tx, setting, newId<EntryId>())),
  )
  return { time: bare.ours, overBare: bare.ours / bare.yardstick, overLog: log.ours / log.yardstick }
}

async function enterAccepted(tx: TenantTransaction, setting: Setting): Promise<void> {
  await takeTurn(tx)
  const id = newId<EntryId>()
  await insertEntries(tx, originOf(setting), [entryOf(id)])
  const entry = await getEntry(tx, setting.programmeId, id)
  await decide({ ...contextOf(setting) }, tx, entry, {
    decision: 'accept',
    reason: null,
    personId: setting.reviewer,
    post: {
      id: setting.postId,
      title: '分管负责人',
      unitId: setting.unitId,
      unit: '市住建局',
      role: 'lead-reviewer',
      standsIn: false,
    },
  })
}

async function enterBare(tx: TenantTransaction, setting: Setting): Promise<void> {
  const { indicatorId, unitId, by, postId } = setting
  const id = newId<EntryId>()
  const { name, month, counts, contentKey, doneOn } = entryOf(id)
  await tx.query
    .insertInto('entry')
    .values({
      tenant_id: tenantId,
      id,
      indicator_id: indicatorId,
      unit_id: unitId,
      month,
      name,
      counts,
      content_key: contentKey,
      done_on: doneOn,
      entered_by: by,
      entered_post: postId,
      entered_at: now,
    })
    .execute()
  await logAlone(tx, setting, id)
}

async function logAlone(tx: TenantTransaction, { by }: Setting, id: EntryId): Promise<void> {
  await appendLog(tx, {
    at: now,
    personId: by,
    action: 'entry.enter',
    subjectKind: 'entry',
    subjectId: id,
    details: {},
  })
}

function originOf({ indicatorId, unitId, by, postId }: Setting) {
  return { indicatorId, unitId, loadId: null, by, postId, at: now }
}

function entryOf(id: EntryId): NewEntry {
  const empty = {
    place: null,
    district: null,
    identifier: null,
    stage: null,
    certificate: null,
    sourceSystem: null,
  }
  const rest = {
    denominator: null,
    beneficiaries: null,
    outages: null,
    complaints: null,
    position: null,
    loadRow: null,
    replaces: null,
    doneOn: null,
  }
  return {
    ...empty,
    ...rest,
    id,
    name: '一段',
    month: monthOf(2023, 2),
    counts: decimal('1.5'),
    contentKey: randomUUID(),
  }
}

/** As many accepted entries as these, by the server itself. */
async function fill(
  { superuser, indicatorId, unitId, by, reviewer, postId }: Setting,
  count: number,
): Promise<void> {
  await clear(superuser)
  // These rows are known to be sound: looking up what they refer to a million times over is not what is measured.
  await superuser.query('set session_replication_role = replica')
  await superuser.query(
    `insert into entry (tenant_id, id, indicator_id, unit_id, month, name, counts, content_key, entered_by, entered_post, entered_at)
     select $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $2, $3, '2023-02-01', '一段', 1.5, gen_random_uuid(), $4, $5, now()
     from generate_series(1, $6::integer) as n`,
    [tenantId, indicatorId, unitId, by, postId, count],
  )
  await superuser.query(
    `insert into entry_decision (tenant_id, entry_id, no, decision, decided_by, decided_post, decided_at)
     select tenant_id, id, 1, 'accept', $1, $2, now() from entry`,
    [reviewer, postId],
  )
  await superuser.query(
    `insert into entry_tally (tenant_id, indicator_id, unit_id, month, accepted_entries, accepted_counts)
     select tenant_id, indicator_id, unit_id, month, count(*), sum(counts) from entry group by 1, 2, 3, 4`,
  )
  await superuser.query('set session_replication_role = default')
}
