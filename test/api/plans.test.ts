import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PlanDraft } from '../../src/domain/plan.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { defaultPlans } from '../support/default-plans.ts'

type Fields = Record<string, unknown>

onEveryServer('a plan', (database) => {
  let server: TestApp
  let lead: Visitor
  let office: Visitor

  let programmeId: string
  let drafts: PlanDraft[]

  beforeAll(async () => {
    server = await openTestApp(database())
    lead = await server.signIn('qiantou')
    office = await server.signIn('ducha')

    programmeId = (await server.send(null, { url: '/api/programmes' })).body[0].id
    const [programme, overview] = await Promise.all([read(lead, ''), read(lead, '/plans')])
    drafts = defaultPlans(programme, overview)
  })
  afterAll(() => server.close())

  const read = async (as: Visitor, path: string) =>
    (await server.send(as, { url: `/api/programmes/${programmeId}${path}` })).body
  const post = (as: Visitor, path: string, payload: object) =>
    server.send(as, { method: 'POST', url: `/api/programmes/${programmeId}${path}`, payload })
  const draft = (as: Visitor, ...plans: object[]) => post(as, '/plans', { plans })
  const levels = async () =>
    (await read(null, '')).projects.flatMap(({ tasks }: Fields) =>
      (tasks as Fields[]).flatMap((task) => (task['indicators'] as Fields[]).map(({ level }) => level)),
    )

  it('is made for all 110 promises of the sample in one transaction, each with its own kind', async () => {
    expect(drafts).toHaveLength(110)
    const answer = await draft(lead, ...drafts)
    expect(answer.body).toHaveLength(110)
    const overview = await read(office, '/plans')
    expect(overview.plans).toHaveLength(110)
    expect(new Set(await levels())).toEqual(new Set(['to-sign']))
  })
})
