/**
 * Server time of each screen of a full year (110 promises, seven districts, twelve months, 100,000 entries) as a multiple
 * of a bare `select 1` through the same route stack: asked again, and asked after a fact, with statements and bytes; and
 * of ten people who ask at the same time.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { buildApp } from '../src/api/app.ts'
import { serve } from '../src/api/serve.ts'
import { openSurroundings } from '../src/api/open-surroundings.ts'
import { readConfig } from '../src/config.ts'
import { route } from '../src/contract/route.ts'
import { inTenant } from '../src/store/db.ts'
import { openFullYear, type FullYear } from './full-year.ts'
import { compare, median } from './measure.ts'

const bare = route({
  method: 'GET',
  path: '/api/bench/select-1',
  access: 'light.read',
  summary: 'The yardstick',
  response: z.object({ one: z.int() }),
})

/** By name: the address after that of the programme, and who asks. */
const screens = [
  ['任务分解表 living table', '', 'ducha'],
  ['亮灯 lights', '/lights', 'ducha'],
  ['预测 forecasts', '/forecasts', 'ducha'],
  ['工作台 desk', '/desk', 'ducha'],
  ['领导 leader', '/leader', 'lingdao'],
  ['里程碑 milestones', '/milestones', 'ducha'],
  ['督办 orders', '/orders', 'ducha'],
  ['文书 papers', '/papers', 'ducha'],
  ['验收 acceptance', '/acceptance', 'ducha'],
  ['考核 assessment', '/assessment', 'ducha'],
  ['填报 sheets of December', '/sheets/2023-12-01', 'ducha'],
  ['台账 ledgers', '/ledgers', 'ducha'],
] as const

export async function benchScreens(): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'jiannuo-bench-'))
  const statements: string[] = []
  const year = await openFullYear(dataDirectory, (statement) => statements.push(statement))
  const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIRECTORY: dataDirectory })
  const surroundings = await openSurroundings(config)
  const app = await buildApp({ ...year, config, ...surroundings }, undefined, (server) =>
    serve(server, bare, (ctx) =>
      inTenant(ctx.db, ctx.tenantId, async (tx) => {
        await sql`select 1`.execute(tx.query)
        return { one: 1 }
      }),
    ),
  )
  try {
    console.log(`  ${year.words}`)
    for (const screen of screens) await benchScreen(app, year, statements, screen)
  } finally {
    await app.close()
    await year.close()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

async function benchScreen(
  app: FastifyInstance,
  { base, signIn }: FullYear,
  statements: string[],
  [name, address, as]: (typeof screens)[number],
): Promise<void> {
  const headers = { cookie: await signIn(app, as) }
  const ask = async (url = `${base}${address}`) => {
    const answer = await app.inject({ url, headers })
    if (answer.statusCode !== 200) throw new Error(`${url} answers ${answer.statusCode}`)
    return answer
  }
  const anew = () => {
    app.rememberedAnswers.clear()
    return ask()
  }
  await anew()
  statements.length = 0
  const bytes = (await anew()).rawPayload.length
  const queries = statements.filter(
    (text) => !/^(begin|commit|set local|start transaction)/i.test(text),
  ).length
  const again = await compare(
    100,
    () => ask(),
    () => ask(bare.path),
  )
  const after = await compare(30, anew, () => ask(bare.path))
  const crowd = await compare(
    10,
    () => tenAtOnce(ask),
    () => tenAtOnce(() => ask(bare.path)),
  )
  const times = ({ ours, yardstick }: { ours: number; yardstick: number }) =>
    `${ours.toFixed(1)} ms, ${(ours / yardstick).toFixed(1)} ×`
  console.log(
    `  ${name}: again ${times(again)}; after a fact ${times(after)}; ten at once ${times(crowd)} (aim ≤ 8); ` +
      `${queries} statements, ${bytes} bytes`,
  )
}

/** The median answer of ten that ask at the same time, in milliseconds, is what the compared work takes. */
async function tenAtOnce(ask: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  return median(
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        await ask()
        return performance.now() - begin
      }),
    ),
  )
}
