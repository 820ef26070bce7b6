/** Who issues, answers and follows supervision orders in tests, on the sample and by a clock that is set. */
import { afterAll, beforeAll, expect } from 'vitest'
import type { OrderData, OrdersData } from '../../src/contract/orders.ts'
import { runJobs } from '../../src/services/duty/jobs.ts'
import { demoSeed } from '../../src/services/installation/demo-seed.ts'
import { tenantIdOf } from '../../src/services/installation/tenants.ts'
import { openTestApp, type TestApp, type Visitor } from './app.ts'
import type { TestDatabase } from './database.ts'
import { readSample, type Sample } from './reporting.ts'

const everybody = ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'tianning', 'lingdao'] as const
type Who = (typeof everybody)[number]

/** What the office fills in, by hand: due a week after 1 March 2023. */
export const orderForm = (leadUnitId: string) => ({
  indicatorId: null,
  month: null,
  suspicionId: null,
  instructionId: null,
  subject: '口袋公园进场慢',
  content: '请查明原因，倒排工期。',
  instructedBy: '',
  leadLeader: '李副市长',
  cooperatingLeaders: '',
  contact: '王科员',
  phone: '0519-0000',
  feedback: { kind: 'once', days: null },
  leadUnitId,
  cooperatingUnitIds: [],
  step: 'blue',
  dueOn: '2023-03-08',
  reason: '',
})

/** To be called where tests are described: it opens and closes its own server. */
export function orderDesk(database: () => TestDatabase) {
  let server: TestApp
  let sample: Sample
  let people: Record<Who, Visitor>
  const unitOf = (name: string) => sample.units.get(name) ?? ''
  const base = () => `/api/programmes/${sample.programmeId}`

  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    await at('2023-03-01T09:00:00+08:00')
  })
  afterAll(() => server.close())

  /** Sessions do not outlive a day, so everybody signs in again. */
  async function at(now: string): Promise<void> {
    server.clock.now = new Date(now)
    const visitors = await Promise.all(
      everybody.map(async (name) => [name, await server.signIn(name)] as const),
    )
    people = Object.fromEntries(visitors) as Record<Who, Visitor>
  }
  const runDay = () =>
    runJobs({
      db: database().db,
      tenantIds: [tenantIdOf(demoSeed.tenant.code)],
      now: () => server.clock.now,
      mail: undefined,
      failed: (job, error) => {
        throw new Error(`${job} failed`, { cause: error })
      },
    })
  const post = (who: Who, url: string, payload: object) =>
    server.send(people[who], { method: 'POST', url: `${base()}${url}`, payload })
  const list = async (who: Who = 'ducha'): Promise<OrdersData> =>
    (await server.send(people[who], { url: `${base()}/orders` })).body
  const read = async (id: string): Promise<OrderData> =>
    (await server.send(people.ducha, { url: `${base()}/orders/${id}` })).body
  const form = (over: object = {}) => ({ ...orderForm(unitOf('武进区')), ...over })
  const issue = async (over: object = {}) => (await post('ducha', '/orders', form(over))).body
  const turn = (who: Who, id: string, seen: number, kind: string, over: object = {}) =>
    post(who, `/orders/${id}/${who === 'ducha' ? 'decisions' : 'sendings'}`, {
      seen,
      kind,
      text: '',
      reason: '',
      dueOn: null,
      evidenceIds: [],
      ...over,
    })
  const inbox = async (who: Who): Promise<{ kind: string; details: Record<string, string> }[]> =>
    (await server.send(people[who], { url: '/api/notices' })).body.notices

  /** The newest of the log, as one text. */
  const log = async (): Promise<string> =>
    JSON.stringify((await server.send(await server.signIn('shenji'), { url: '/api/log' })).body)

  /** A notice of this kind whose details hold these. */
  const told = (kind: string, details: object) =>
    expect.objectContaining({ kind, details: expect.objectContaining(details) })

  return {
    get server() {
      return server
    },
    get sample() {
      return sample
    },
    get people() {
      return people
    },
    unitOf,
    base,
    at,
    runDay,
    post,
    list,
    read,
    form,
    issue,
    turn,
    inbox,
    log,
    told,
  }
}
