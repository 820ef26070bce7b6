import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { demoSeed } from '../../src/services/installation/demo-seed.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'

const minute = 60_000

onEveryServer('signing in', (database) => {
  let server: TestApp
  beforeAll(async () => {
    server = await openTestApp(database())
  })
  // Each test begins a day later, beyond every window of the one before.
  beforeEach(() => pass(24 * 60 * minute))
  afterAll(() => server.close())

  function pass(milliseconds: number): void {
    server.clock.now = new Date(server.clock.now.getTime() + milliseconds)
  }
  function trySignIn(signInName: string, password: string, remoteAddress = '10.1.1.1') {
    return server.send(null, {
      method: 'POST',
      url: '/api/session',
      payload: { signInName, password },
      remoteAddress,
    })
  }
  async function personOf(visitor: Visitor): Promise<string | undefined> {
    return (await server.send(visitor, { url: '/api/session' })).body.person?.name
  }

  it('gives a session that says who one is, in a cookie scripts cannot read', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { signInName: 'Ducha ', password: demoSeed.password },
    })
    expect(answer.json().person).toMatchObject({ name: '督查员', posts: [{ role: 'supervisor' }] })
    expect(answer.headers['set-cookie']).toMatch(
      /^jiannuo_session=demo\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it('answers alike for a wrong password and for a name there is not', async () => {
    const wrong = await trySignIn('ducha', 'wrong')
    const unknown = await trySignIn('nobody', 'wrong')
    expect(wrong.status).toBe(401)
    expect(wrong.body).toEqual(unknown.body)
  })

  it('is closed for a name after five failures, and open again after fifteen minutes', async () => {
    for (let tried = 0; tried < 5; tried++)
      expect((await trySignIn('ducha', 'wrong')).body.code).toBe('access.wrong-password')
    expect(await trySignIn('ducha', demoSeed.password)).toMatchObject({
      status: 429,
      body: { code: 'access.too-many-tries' },
    })
    expect((await trySignIn('xitong', demoSeed.password)).status).toBe(200)
    pass(15 * minute + 1000)
    expect((await trySignIn('ducha', demoSeed.password)).status).toBe(200)
  })

  it('tries no more than five passwords for a name, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => trySignIn('ducha', 'wrong')))
    const codes = answers.map(({ body }) => body.code)
    expect(codes.filter((code) => code === 'access.wrong-password')).toHaveLength(5)
    expect(codes.filter((code) => code === 'access.too-many-tries')).toHaveLength(15)
  })

  it('counts failures anew after a success', async () => {
    for (let tried = 0; tried < 4; tried++) await trySignIn('ducha', 'wrong')
    pass(1000)
    expect((await trySignIn('ducha', demoSeed.password)).status).toBe(200)
    pass(1000)
    for (let tried = 0; tried < 4; tried++) expect((await trySignIn('ducha', 'wrong')).status).toBe(401)
    expect((await trySignIn('ducha', demoSeed.password)).status).toBe(200)
  })

  it('is closed for an address that tries many names', async () => {
    for (let tried = 0; tried < 50; tried++) await trySignIn(`name${tried}`, 'wrong', '10.9.9.9')
    expect((await trySignIn('ducha', demoSeed.password, '10.9.9.9')).status).toBe(429)
    expect((await trySignIn('ducha', demoSeed.password, '10.1.1.2')).status).toBe(200)
  })

  it('ends with two idle hours, or twelve hours after it began', async () => {
    const idle = await server.signIn('ducha')
    pass(119 * minute)
    expect(await personOf(idle)).toBe('督查员')
    pass(121 * minute)
    expect(await personOf(idle)).toBeUndefined()
    const busy = await server.signIn('ducha')
    for (let hour = 1; hour < 12; hour++) {
      pass(60 * minute)
      expect(await personOf(busy)).toBe('督查员')
    }
    pass(61 * minute)
    expect(await personOf(busy)).toBeUndefined()
  })

  it('ends by signing out, and by the security administrator', async () => {
    const own = await server.signIn('ducha')
    expect((await server.send(own, { method: 'DELETE', url: '/api/session' })).body.person).toBeNull()
    expect(await personOf(own)).toBeUndefined()

    const other = await server.signIn('xitong')
    const administrator = await server.signIn('anquan')
    const { sessions } = (await server.send(administrator, { url: '/api/sessions' })).body
    const { id } = sessions.find((session: { person: string }) => session.person === '系统管理员')
    expect((await server.send(administrator, { method: 'DELETE', url: `/api/sessions/${id}` })).status).toBe(
      200,
    )
    expect(await personOf(other)).toBeUndefined()
    expect((await server.send(administrator, { method: 'DELETE', url: `/api/sessions/${id}` })).status).toBe(
      404,
    )
  })

  it('keeps only the digest of a session’s secret and the Argon2id hash of a password', async () => {
    const cookie = (await server.signIn('ducha')) ?? ''
    const secret = cookie.split('.')[1] ?? ''
    const { sessions } = (await server.send(await server.signIn('anquan'), { url: '/api/sessions' })).body
    expect(JSON.stringify(sessions)).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
  })

  it.each([
    ['another site says so', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling host says so', { 'sec-fetch-site': 'same-site' }],
    ['its origin is another host', { origin: 'https://evil.example' }],
    ['its origin is hidden', { origin: 'null' }],
  ])('refuses a write when %s', async (_why, headers) => {
    const visitor = await server.signIn('ducha')
    const answer = await server.send(visitor, { method: 'DELETE', url: '/api/session', headers })
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.cross-site' } })
    expect(await personOf(visitor)).toBe('督查员')
  })
})
