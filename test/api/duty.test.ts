import { afterAll, beforeAll, expect, it } from 'vitest'
import { monthOf } from '../../src/domain/month.ts'
import { demoSeed } from '../../src/services/demo-seed.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { noticeGiver } from '../support/notices.ts'

const nobody = '00000000-0000-7000-8000-000000000000'

onEveryServer('posts and who acts with them', (database) => {
  let server: TestApp
  beforeAll(async () => {
    server = await openTestApp(database())
  })
  afterAll(() => server.close())

  const on = (date: string) => {
    server.clock.now = new Date(`${date}T09:00:00+08:00`)
  }
  const post = (as: Visitor, url: string, payload?: object) =>
    server.send(as, { method: 'POST', url, ...(payload && { payload }) })
  const signIn = async (signInName: string, password: string) =>
    (await post(null, '/api/session', { signInName, password })).cookie
  const inbox = async (as: Visitor) => (await server.send(as, { url: '/api/notices' })).body.notices

  /** A new person who has chosen a password of their own. */
  async function newPerson(name: string, signInName: string) {
    const xitong = await server.signIn('xitong')
    const { personId, initialPassword } = (await post(xitong, '/api/people', { name, signInName })).body
    const first = await signIn(signInName, initialPassword)
    const newPassword = `Own-${initialPassword}`
    expect(
      (await post(first, '/api/account/password', { password: initialPassword, newPassword })).status,
    ).toBe(200)
    return { personId: personId as string, signIn: () => signIn(signInName, newPassword) }
  }
  async function postOf(unit: string, role: string) {
    const { posts } = (await server.send(await server.signIn('xitong'), { url: '/api/posts' })).body
    return posts.find((each: { unit: string; role: string }) => each.unit === unit && each.role === role)
  }

  it('a first password opens nothing but the choice of one’s own, which ends other sessions', async () => {
    const xitong = await server.signIn('xitong')
    const { initialPassword } = (
      await post(xitong, '/api/people', { name: '<b>王</b>', signInName: ' Wang ' })
    ).body
    const wang = await signIn('wang', initialPassword)
    const other = await signIn('wang', initialPassword)
    expect((await server.send(wang, { url: '/api/session' })).body.person).toMatchObject({
      name: '<b>王</b>',
      mustChangePassword: true,
      posts: [],
    })
    const change = (password: string, newPassword: string) =>
      post(wang, '/api/account/password', { password, newPassword })
    expect((await change('wrong', 'Good-pass1')).body).toMatchObject({
      code: 'password.wrong',
      details: { place: 'password' },
    })
    for (const [weak, fault] of [
      ['Ab1-', 'short'],
      ['abcdefghi', 'classes'],
      ['Wang-2023', 'name'],
      [initialPassword, 'same'],
    ])
      expect((await change(initialPassword, weak ?? '')).body).toMatchObject({
        code: 'password.weak',
        details: { place: 'newPassword', fault },
      })
    expect((await change(initialPassword, 'Good-pass1')).body).toEqual({ changed: true })
    expect((await server.send(other, { url: '/api/session' })).body.person).toBeNull()
    expect((await server.send(wang, { url: '/api/session' })).body.person.mustChangePassword).toBe(false)
    expect((await signIn('wang', initialPassword)) === null).toBe(true)
  })

  it('the password of a demonstration account is everybody’s and stays', async () => {
    const ducha = await server.signIn('ducha')
    const answer = await post(ducha, '/api/account/password', {
      password: demoSeed.password,
      newPassword: 'Good-pass1',
    })
    expect(answer.body.code).toBe('account.shared-demo')
  })

  it('an account that is disabled ends its sessions, until it is enabled; never one’s own', async () => {
    const { personId, signIn: again } = await newPerson('李', 'lisi')
    const li = await again()
    const xitong = await server.signIn('xitong')
    expect((await post(xitong, `/api/people/${personId}/account`, { enabled: false })).body).toEqual({
      enabled: false,
    })
    expect((await server.send(li, { url: '/api/account' })).status).toBe(401)
    expect(await again()).toBeNull()
    await post(xitong, `/api/people/${personId}/account`, { enabled: true })
    expect(await again()).not.toBeNull()
    const { id } = (await server.send(xitong, { url: '/api/session' })).body.person
    expect((await post(xitong, `/api/people/${id}/account`, { enabled: false })).body.code).toBe(
      'account.own',
    )
    expect((await post(xitong, `/api/people/${id}/password`)).body.code).toBe('account.own')
    expect((await post(xitong, `/api/people/${nobody}/account`, { enabled: false })).body.code).toBe(
      'account.not-found',
    )
  })

  it.each([
    ['/api/people', { name: '', signInName: 'zhao' }, 'name'],
    ['/api/people', { name: '赵\u0007', signInName: 'zhao' }, 'name'],
    ['/api/people', { name: '赵', signInName: '赵' }, 'signInName'],
    ['/api/people', { name: '赵', signInName: 'z' }, 'signInName'],
    ['/api/people', { name: '赵', signInName: 'ducha' }, 'signInName'],
    ['/api/posts', { unitId: nobody }, 'unitId'],
    ['/api/posts', { unitId: 'x' }, 'unitId'],
    ['/api/posts', { title: ' ' }, 'title'],
    ['/api/posts', { title: '联络员' }, 'title'],
    ['/api/posts', { role: 'public' }, 'role'],
    ['/api/posts', { from: '2023-02-30' }, 'from'],
    ['/api/posts', { from: '2023-02-28' }, 'from'],
    ['/api/posts', { personId: nobody }, 'personId'],
    ['/api/account/mail-address', { mailAddress: 'nowhere' }, 'mailAddress'],
  ])('%s refuses %o at its field and changes nothing', async (url, wrong, field) => {
    on('2023-03-01')
    const xitong = await server.signIn('xitong')
    const { unitId } = await postOf('武进区', 'district-officer')
    const right = { unitId, title: '副联络员', role: 'district-officer', from: '2023-03-01', personId: null }
    const before = (await server.send(xitong, { url: '/api/posts' })).body.posts.length
    const { status, body } = await post(xitong, url, url === '/api/posts' ? { ...right, ...wrong } : wrong)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body.details.place).toContain(field)
    expect((await server.send(xitong, { url: '/api/posts' })).body.posts).toHaveLength(before)
  })

  it('nobody gives themselves a post, and the three administrators stay three people', async () => {
    const xitong = await server.signIn('xitong')
    const own = (await server.send(xitong, { url: '/api/session' })).body.person.id
    const audit = await postOf('市政府督查室', 'audit-admin')
    const security = await postOf('市政府督查室', 'security-admin')
    const handover = { from: '2023-03-02', seen: audit.holdings[0].personId }
    const take = (personId: string) =>
      post(xitong, `/api/posts/${audit.id}/handover`, { ...handover, personId })
    expect((await take(own)).body).toMatchObject({ code: 'post.to-oneself', details: { place: 'personId' } })
    expect((await take(security.holdings[0].personId)).body.code).toBe('post.administrators-apart')
    expect(
      (await post(xitong, `/api/posts/${nobody}/handover`, { ...handover, personId: own })).body.code,
    ).toBe('post.not-found')
  })

  it('a successor finds the inbox and the duties, the predecessor no more; two handovers do not cross', async () => {
    on('2023-03-01')
    const giver = noticeGiver(database(), () => server.clock.now)
    const qian = await newPerson('钱', 'qian')
    const tianning = await postOf('天宁区', 'district-officer')
    await giver.give(
      { kind: 'sheet-open', month: monthOf(2023, 2), unitId: tianning.unitId },
      ['district-officer'],
      tianning.unitId,
    )
    const before = await server.signIn('tianning')
    expect(await inbox(before)).toHaveLength(1)
    const xitong = await server.signIn('xitong')
    const url = `/api/posts/${tianning.id}/handover`
    const handover = { personId: qian.personId, from: '2023-03-10', seen: tianning.holdings[0].personId }
    expect((await post(xitong, url, { ...handover, from: '2023-02-28' })).body.details.place).toBe('from')
    expect((await post(xitong, url, handover)).body).toEqual({ lastDay: '2023-03-09' })
    expect((await post(xitong, url, handover)).body.code).toBe('post.overtaken')

    on('2023-03-09')
    expect(await inbox(await server.signIn('tianning'))).toHaveLength(1)
    expect((await server.send(await qian.signIn(), { url: '/api/notices' })).status).toBe(403)
    on('2023-03-10')
    expect((await server.send(await server.signIn('tianning'), { url: '/api/notices' })).status).toBe(403)
    expect(await inbox(await qian.signIn())).toMatchObject([{ kind: 'sheet-open', done: false }])
    const { entries } = (await server.send(await server.signIn('shenji'), { url: '/api/log' })).body
    expect(entries.find(({ action }: { action: string }) => action === 'post.hand-over').details).toEqual({
      from: '2023-03-10',
      lastDay: '2023-03-09',
      predecessor: tianning.holdings[0].personId,
      successor: qian.personId,
    })
  })

  it('a stand-in acts within the period only, sees the present inbox, and names no other', async () => {
    on('2023-03-12')
    const giver = noticeGiver(database(), () => server.clock.now)
    const sun = await newPerson('孙', 'sunwu')
    const zhonglou = await postOf('钟楼区', 'district-officer')
    await giver.give({ kind: 'overdue', unitId: zhonglou.unitId }, ['district-officer'], zhonglou.unitId)
    const holder = await server.signIn('zhonglou')
    const url = `/api/posts/${zhonglou.id}/delegations`
    const asked = { toPersonId: sun.personId, from: '2023-03-13', to: '2023-03-15', reason: '外出培训' }
    const holderId = (await server.send(holder, { url: '/api/session' })).body.person.id
    for (const [wrong, place] of [
      [{ toPersonId: nobody }, 'toPersonId'],
      [{ toPersonId: holderId }, 'toPersonId'],
      [{ from: '2023-03-11' }, 'from'],
      [{ from: 'soon' }, 'from'],
      [{ to: '2023-03-12' }, 'to'],
      [{ to: '2024-03-12' }, 'to'],
      [{ reason: ' ' }, 'reason'],
    ] as const)
      expect((await post(holder, url, { ...asked, ...wrong })).body.details.place).toContain(place)
    expect((await post(await server.signIn('xinbei'), url, asked)).body.code).toBe('delegation.not-holder')
    const { delegationId } = (await post(holder, url, asked)).body
    expect((await post(holder, url, { ...asked, from: '2023-03-15', to: '2023-03-20' })).body.code).toBe(
      'delegation.overlaps',
    )

    expect((await server.send(await sun.signIn(), { url: '/api/notices' })).status).toBe(403)
    on('2023-03-13')
    const standIn = await sun.signIn()
    expect(await inbox(standIn)).toMatchObject([{ kind: 'overdue' }])
    expect((await server.send(standIn, { url: '/api/session' })).body.person.posts).toMatchObject([
      { unit: '钟楼区', standsIn: true },
    ])
    expect(
      (await post(standIn, url, { ...asked, from: '2023-03-20', to: '2023-03-20', toPersonId: holderId }))
        .body.code,
    ).toBe('delegation.not-holder')
    const again = await server.signIn('zhonglou')
    expect((await server.send(again, { url: '/api/account' })).body.posts[0].delegations).toMatchObject([
      { person: '孙', from: '2023-03-13', until: '2023-03-15' },
    ])
    const end = (as: Visitor) =>
      server.send(as, { method: 'DELETE', url: `/api/delegations/${delegationId}` })
    expect((await end(standIn)).body.code).toBe('delegation.not-found')
    expect((await end(again)).body).toEqual({ ended: true })
    expect((await end(again)).body.code).toBe('delegation.not-found')
    expect((await server.send(standIn, { url: '/api/notices' })).status).toBe(403)
  })

  it('a stand-in ends by itself after the last day, and with the holder who named them', async () => {
    on('2023-03-20')
    const zhou = await newPerson('周', 'zhou')
    const jintan = await postOf('金坛区', 'district-officer')
    const delegate = async (from: string, to: string) =>
      post(await server.signIn('jintan'), `/api/posts/${jintan.id}/delegations`, {
        toPersonId: zhou.personId,
        from,
        to,
        reason: '休假',
      })
    expect((await delegate('2023-03-20', '2023-03-21')).status).toBe(200)
    on('2023-03-21')
    expect((await server.send(await zhou.signIn(), { url: '/api/notices' })).status).toBe(200)
    on('2023-03-22')
    expect((await server.send(await zhou.signIn(), { url: '/api/notices' })).status).toBe(403)
    expect((await delegate('2023-03-23', '2023-04-20')).status).toBe(200)
    const xitong = await server.signIn('xitong')
    const handover = { personId: null, from: '2023-03-25', seen: jintan.holdings[0].personId }
    expect((await post(xitong, `/api/posts/${jintan.id}/handover`, handover)).status).toBe(200)
    on('2023-03-24')
    expect((await server.send(await zhou.signIn(), { url: '/api/notices' })).status).toBe(200)
    on('2023-03-25')
    expect((await server.send(await zhou.signIn(), { url: '/api/notices' })).status).toBe(403)
  })
})
