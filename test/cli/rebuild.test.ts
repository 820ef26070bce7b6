import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { onEveryServer, withClient } from '../support/database.ts'
import { planSample, readSample, reviewOf, sheetOf, typed } from '../support/reporting.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const main = join(import.meta.dirname, '../../src/cli/main.ts')
const february = '2023-02-01'

onEveryServer('jiannuo rebuild', (database) => {
  const directory = makeTemporaryDirectory('rebuild')
  let server: TestApp
  let indicatorId: string
  let wujin: string
  beforeAll(async () => {
    server = await openTestApp(database())
    const sample = await readSample(server)
    wujin = sample.units.get('武进区') ?? ''
    const chosen = sample.indicators.filter(({ kind }) => kind === 'quantity').slice(0, 3)
    await planSample(
      database(),
      sample,
      chosen.map(({ id, leadUnitId }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [wujin],
        share: '120',
      })),
    )
    const district = await server.signIn('xiaqu')
    const lead = await server.signIn('fuzeren')
    const ledgers = `/api/programmes/${sample.programmeId}/ledgers`
    indicatorId = chosen[0]?.id ?? ''
    for (const name of ['甲', '乙', '丙']) {
      const url = `${ledgers}/${indicatorId}/units/${wujin}/entries`
      const entry = { name, 'done-on': '2023-02-03' }
      const made = await server.send(district, {
        method: 'POST',
        url,
        payload: { typed: entry, again: false },
      })
      if (made.status !== 200) throw new Error(JSON.stringify(made.body))
    }
    const sheet = sheetOf(server, sample, wujin, february)
    const cells = chosen.map(({ id }) => ({ indicatorId: id, seen: 0, typed: typed({ value: '30.50' }) }))
    const submitted = await sheet.submit(district, cells)
    if (submitted.status !== 200) throw new Error(JSON.stringify(submitted.body))
    const approved = await reviewOf(server, sample, february, 'lead').decide(lead, [
      { indicatorId, unitId: wujin, version: 1 },
    ])
    if (approved.status !== 200) throw new Error(JSON.stringify(approved.body))
  })
  afterAll(async () => {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  })

  function rebuild() {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'rebuild'], {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: database().superuserUrl,
        DATA_DIRECTORY: directory,
        TENANT: 'demo',
      },
    })
    return { status, lines: stdout.split('\n').filter((line) => line !== ''), stderr }
  }

  const query = (statement: string) =>
    withClient(database().superuserUrl, async (client) => (await client.query(statement)).rows)
  /** Every byte of what is derived. */
  const derived = async () =>
    JSON.stringify(
      await query(
        `select 'tally', entry_tally::text as row from entry_tally union all select 'standing', cell_standing::text from cell_standing order by 1, 2`,
      ),
    )
  const logged = async () =>
    (await query(`select action from log_entry where action like '%.rebuild' order by seq`)).map(
      ({ action }) => action,
    )

  it('finds nothing to mend where everything was kept in step, to the byte', async () => {
    const before = await derived()
    // Three cells that stand, one with a tally of its own.
    expect(JSON.parse(before)).toHaveLength(4)
    const { status, lines, stderr } = rebuild()
    expect({ status, lines }, stderr).toEqual({ status: 0, lines: [] })
    expect(await derived()).toBe(before)
    expect(await logged()).toEqual([])
  })

  it('brings back what was changed or lost, to the byte, and says and logs what it was', async () => {
    const before = await derived()
    await query(`update entry_tally set accepted_counts = accepted_counts + 1, waiting_entries = 9`)
    await query(`update cell_standing set stated = 31 where indicator_id = '${indicatorId}'`)
    await query(
      `delete from cell_standing where indicator_id = (select indicator_id from cell_standing where indicator_id <> '${indicatorId}' order by 1 limit 1)`,
    )
    expect(await derived()).not.toBe(before)
    const { status, lines, stderr } = rebuild()
    expect(status, stderr).toBe(0)
    expect(lines.map((line) => line.split('\t')[0])).toEqual(['tally', 'standing', 'standing'])
    expect(lines[0]).toBe(`tally\t${indicatorId}\t${wujin}\t${february}\t3 4 0 0 0 9 0 0\t3 3 0 0 0 0 0 0`)
    const changed = lines.find((line) => line.startsWith(`standing\t${indicatorId}`))
    expect(
      changed
        ?.split('\t')
        .slice(4)
        .map((words) => words.split(' ')[2]),
    ).toEqual(['31', '30.5'])
    expect(
      lines
        .find((line) => line.includes('\t—\t'))
        ?.split('\t')
        .at(-1),
    ).toContain('1 ')
    expect(await derived()).toBe(before)
    expect(await logged()).toEqual(['tally.rebuild', 'standing.rebuild'])
    expect(rebuild().lines).toEqual([])
  })
})
