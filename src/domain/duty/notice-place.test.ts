import { expect, it } from 'vitest'
import type { IndicatorId, ProgrammeId, UnitId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { noticeKinds, type NoticeKind } from './notice.ts'
import { noticePlace } from './notice-place.ts'

const programmeId = 'P' as ProgrammeId
const indicatorId = 'I' as IndicatorId
const unitId = 'U' as UnitId
const month = monthOf(2023, 2)

const places: Readonly<Record<NoticeKind, string>> = {
  'plan-to-sign': '/programmes/P/signing?indicator=I',
  'plan-objected': '/programmes/P/plans/I',
  'plan-to-consent': '/programmes/P/plans/I',
  'plan-decided': '/programmes/P/plans/I',
  'sheet-open': '/programmes/P/sheets/U?month=2023-02-01&indicator=I',
  'due-soon': '/programmes/P/sheets/U?month=2023-02-01&indicator=I',
  overdue: '/programmes/P/sheets/U?month=2023-02-01&indicator=I',
  returned: '/programmes/P/sheets/U?month=2023-02-01&indicator=I',
  'to-review': '/programmes/P/review?month=2023-02-01&unit=U',
  reopened: '/programmes/P/review?month=2023-02-01&unit=U',
  frozen: '/programmes/P/periods?month=2023-02-01',
  'order-given': '/programmes/P/orders/O',
  'order-due-soon': '/programmes/P/orders/O',
  'order-lapsed': '/programmes/P/orders/O',
  'order-waiting': '/programmes/P/orders/O',
  'order-answered': '/programmes/P/orders/O',
  'instruction-given': '/programmes/P/orders/new?instruction=O',
  'acceptance-claimed': '/programmes/P/acceptance/I',
  'acceptance-returned': '/programmes/P/acceptance/I',
  'acceptance-accepted': '/programmes/P/acceptance/I',
  'acceptance-closed': '/programmes/P/acceptance/I',
  'instruction-followed': '/programmes/P/orders/O',
  'instruction-set-aside': '/programmes/P/orders',
}

it.each(noticeKinds)('%s leads to the exact place', (kind) => {
  expect(noticePlace({ kind, programmeId, indicatorId, unitId, month, about: 'O' })).toBe(places[kind])
})

it.each([
  ['plan-to-sign', '/programmes/P/signing'],
  ['plan-objected', '/programmes/P/plans'],
  ['returned', '/programmes/P/sheets?month=2023-02-01'],
  ['to-review', '/programmes/P/review?month=2023-02-01'],
  ['order-waiting', '/programmes/P/orders'],
  ['instruction-given', '/programmes/P/orders'],
] as const)('%s of several leads to where all of them are', (kind, place) => {
  expect(noticePlace({ kind, programmeId, indicatorId: null, unitId: null, month })).toBe(place)
})

it('without a programme leads to the inbox', () => {
  expect(noticePlace({ kind: 'frozen', programmeId: null, indicatorId, unitId, month })).toBe('/inbox')
})
