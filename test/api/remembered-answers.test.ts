import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultLightRules } from '../../src/domain/light/light-rules.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { readSample } from '../support/reporting.ts'

onEveryServer('answers that are kept', (database) => {
  let server: TestApp
  let office: Visitor
  let lights: string

  beforeAll(async () => {
    server = await openTestApp(database())
    office = await server.signIn('ducha')
    const { programmeId } = await readSample(server)
    lights = `/api/programmes/${programmeId}/lights`
  })
  afterAll(() => server.close())

  const ask = (as: Visitor, headers = {}) =>
    server.app.inject({ url: lights, headers: { cookie: as ?? '', ...headers } })

  it('are not sent again to a browser that has them', async () => {
    const { headers, statusCode } = await ask(office)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'private, no-cache'])
    const again = await ask(office, { 'if-none-match': headers.etag })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
  })

  it('are refused to who may not read them, known to the browser or not', async () => {
    const { headers } = await ask(office)
    expect((await ask(null, { 'if-none-match': headers.etag })).statusCode).toBe(401)
  })

  it('are made again for a fact and on another day, not for what is no fact', async () => {
    const readings = async (work: () => Promise<unknown>) => {
      await ask(office)
      await work()
      const sent = await database().statementsOf(() => ask(office))
      return sent.filter((statement) => /cell_standing/.test(statement)).length
    }
    const setRules = () =>
      server.send(office, {
        method: 'POST',
        url: '/api/light-rules',
        payload: { no: 1, fromMonth: '2023-01-01', rules: defaultLightRules, reason: '按办法' },
      })
    const laterOn = (instant: string) => async () => {
      server.clock.now = new Date(instant)
    }
    expect(await readings(() => server.signIn('lingdao'))).toBe(0)
    expect(await readings(setRules)).toBe(1)
    expect(await readings(laterOn('2023-03-01T10:00:00+08:00'))).toBe(0)
    server.clock.now = new Date('2023-03-02T23:30:00+08:00')
    office = await server.signIn('ducha')
    expect(await readings(laterOn('2023-03-03T00:30:00+08:00'))).toBe(1)
  })

  it('are each one’s own where they differ by person', async () => {
    const leaderPage = lights.replace('/lights', '/leader')
    const own = await server.signIn('lingdao')
    const namesOf = async (as: Visitor) => (await server.send(as, { url: leaderPage })).body.posts.length
    expect(await namesOf(office)).toBeGreaterThan(await namesOf(own))
    // Kept by now, and asked again by the other.
    expect(await namesOf(office)).toBeGreaterThan(await namesOf(own))
  })
})
