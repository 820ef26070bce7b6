import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { onEveryServer, type TestDatabase } from '../support/database.ts'

onEveryServer('operating it', (database: () => TestDatabase) => {
  let server: TestApp
  beforeAll(async () => {
    server = await openTestApp(database())
  })
  afterAll(() => server.close())

  it('answers for its health, and for its database’s', async () => {
    expect((await server.send(null, { url: '/healthz' })).body).toEqual({ status: 'ok' })
    expect((await server.send(null, { url: '/readyz' })).body).toEqual({ status: 'ok' })
  })

  it('counts requests by route for Prometheus', async () => {
    await server.send(null, { url: '/api/programmes' })
    const { raw } = await server.send(null, { url: '/metrics' })
    expect(raw.toString()).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/programmes",status="200"\} [1-9]/,
    )
  })

  it('describes itself as OpenAPI, bodies and answers included', async () => {
    const { body } = await server.send(null, { url: '/api/openapi.json' })
    expect(body.openapi).toMatch(/^3\./)
    const correction = body.paths['/api/imports/{importId}/corrections'].post
    expect(correction.requestBody.content['application/json'].schema.required).toEqual(['seq', 'correction'])
    expect(correction.responses['200'].content['application/json'].schema.properties.draft).toBeDefined()
  })

  it('answers an unknown address with a problem, in the language asked for', async () => {
    const headers = { 'accept-language': 'en-GB,en;q=0.9' }
    const { status, body } = await server.send(null, { url: '/api/nothing', headers })
    expect({ status, ...body }).toEqual({
      status: 404,
      code: 'request.no-such-address',
      details: { path: '/api/nothing' },
      message: 'There is no such address: /api/nothing',
    })
  })

  it('changes nothing by being read', async () => {
    const office = await server.send(null, { url: '/api/programmes' })
    const [programme] = office.body
    const reads = [
      '/api/session',
      '/api/programmes',
      `/api/programmes/${programme.id}`,
      `/api/programmes/${programme.id}/source`,
    ]
    const statements = await database().statementsOf(async () => {
      for (const url of reads) await server.send(null, { url })
    })
    expect(statements.filter((statement) => /^\s*(insert|update|delete)/i.test(statement))).toEqual([])
  })
})
