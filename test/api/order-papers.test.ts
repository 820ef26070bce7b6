import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { orderForm } from '../support/order-desk.ts'
import { readSample } from '../support/reporting.ts'

onEveryServer('the papers of a supervision order', (database) => {
  let server: TestApp
  let office: Visitor
  let district: Visitor
  let order: string

  beforeAll(async () => {
    server = await openTestApp(database())
    const { programmeId, units } = await readSample(server)
    office = await server.signIn('ducha')
    district = await server.signIn('xiaqu')
    const orders = `/api/programmes/${programmeId}/orders`
    const issued = await server.send(office, {
      method: 'POST',
      url: orders,
      payload: { ...orderForm(units.get('武进区') ?? ''), dueOn: '2023-03-31' },
    })
    if (issued.status !== 200) throw new Error(JSON.stringify(issued.body))
    order = `${orders}/${issued.body.id}`
  })
  afterAll(() => server.close())

  const paper = (as: Visitor, no: number) => server.send(as, { url: `${order}/steps/${no}/paper.docx` })

  it('are one a step, the same bytes whoever asks and whatever came later', async () => {
    const first = await paper(district, 1)
    expect([first.status, first.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const closed = await server.send(office, {
      method: 'POST',
      url: `${order}/decisions`,
      payload: { kind: 'close', seen: 1, text: '', reason: '已办结', dueOn: null, evidenceIds: [] },
    })
    expect(closed.status).toBe(200)
    expect((await paper(office, 1)).raw.equals(first.raw)).toBe(true)
  })

  it('are none of a turn that is no step, or of no turn', async () => {
    expect((await paper(office, 2)).body.code).toBe('order.not-found')
    expect((await paper(office, 9)).body.code).toBe('order.not-found')
  })
})
