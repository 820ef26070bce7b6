/** The exact place a notice leads to: the address where what it asks for is done. */
import type { IndicatorId, ProgrammeId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'
import type { NoticeKind } from './notice.ts'

export type PlacedNotice = {
  readonly kind: NoticeKind
  readonly programmeId: ProgrammeId | null
  /** Null where it is about several. */
  readonly indicatorId: IndicatorId | null
  readonly unitId: UnitId | null
  readonly month: Month | null
  /** The order or instruction it is about; null where of several, or none. */
  readonly about?: string | null
}

type Page =
  'signing' | 'plan' | 'sheet' | 'review' | 'periods' | 'order' | 'orders' | 'new-order' | 'acceptance'

const pageOf = {
  'plan-to-sign': 'signing',
  'plan-objected': 'plan',
  'plan-to-consent': 'plan',
  'plan-decided': 'plan',
  'sheet-open': 'sheet',
  'due-soon': 'sheet',
  overdue: 'sheet',
  returned: 'sheet',
  'to-review': 'review',
  reopened: 'review',
  frozen: 'periods',
  'order-given': 'order',
  'order-due-soon': 'order',
  'order-lapsed': 'order',
  'order-waiting': 'order',
  'order-answered': 'order',
  'instruction-given': 'new-order',
  'acceptance-claimed': 'acceptance',
  'acceptance-returned': 'acceptance',
  'acceptance-accepted': 'acceptance',
  'acceptance-closed': 'acceptance',
  'instruction-followed': 'order',
  'instruction-set-aside': 'orders',
} as const satisfies Record<NoticeKind, Page>

/** Begins with a slash. Without a programme there is only the inbox itself. */
export function noticePlace(notice: PlacedNotice): string {
  const { kind, programmeId, indicatorId, unitId, month, about = null } = notice
  if (programmeId === null) return '/inbox'
  const programme = `/programmes/${programmeId}`
  switch (pageOf[kind]) {
    case 'signing':
      return `${programme}/signing${query({ indicator: indicatorId })}`
    case 'plan':
      return `${programme}/plans${indicatorId === null ? '' : `/${indicatorId}`}`
    case 'sheet':
      return `${programme}/sheets${unitId === null ? query({ month }) : `/${unitId}${query({ month, indicator: indicatorId })}`}`
    case 'review':
      return `${programme}/review${query({ month, unit: unitId })}`
    case 'periods':
      return `${programme}/periods${query({ month })}`
    case 'order':
      return `${programme}/orders${about === null ? '' : `/${about}`}`
    case 'orders':
      return `${programme}/orders`
    case 'new-order':
      return `${programme}/orders${about === null ? '' : `/new${query({ instruction: about })}`}`
    case 'acceptance':
      return `${programme}/acceptance${indicatorId === null ? '' : `/${indicatorId}`}`
    default:
      return '/inbox'
  }
}

function query(asked: Readonly<Record<string, string | null>>): string {
  const pairs = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== null)
  return pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`
}
