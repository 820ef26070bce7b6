import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/desk.ts'
import { useDates } from '../dates.ts'
import { useMonthWords } from '../reporting/month-words.ts'

type Due = Desk['due'][number]
type Units = Extract<Due, { kind: 'sign' | 'entries' }>['units']

/** What is to be done, the office's own first; each line leads to where it is done. */
export function DueList({ desk }: { desk: Desk }) {
  return (
    <ul className="desk-list">
      {desk.due.map((item) => (
        <li key={keyOf(item)}>
          <DueLine item={item} programmeId={desk.programme.id} />
        </li>
      ))}
    </ul>
  )
}

/** Before anything can be due, promises are split: so many still wait for their lead units. */
export function NothingDue({ desk }: { desk: Desk }) {
  const { t } = useTranslation('desk')
  const unplanned = desk.levels.find(({ level }) => level === 'unplanned')
  return (
    <>
      {t('dueEmpty')}
      {unplanned && (
        <Link to="/programmes/$programmeId/plans" params={{ programmeId: desk.programme.id }}>
          {t('dueUnplanned', { count: unplanned.count })}
        </Link>
      )}
    </>
  )
}

function keyOf(item: Due): string {
  const of =
    'month' in item ? item.month : item.kind === 'objection' ? `${item.promise.id}${item.unitId}` : ''
  return `${item.kind}${of}${item.kind === 'review' ? item.step : item.kind === 'orders' ? item.phase : ''}`
}

function DueLine({ item, programmeId }: { item: Due; programmeId: string }) {
  const { t } = useTranslation('desk')
  const words = useMonthWords()
  const { day } = useDates()
  const params = { programmeId }
  switch (item.kind) {
    case 'review':
      return (
        <Link
          to="/programmes/$programmeId/review"
          params={params}
          search={{ month: item.month, step: item.step }}
        >
          {t(`due_review_${item.step}`, { month: words(item.month), count: item.count })}
        </Link>
      )
    case 'freeze':
      return (
        <Link to="/programmes/$programmeId/periods" params={params}>
          {t('due_freeze', { month: words(item.months[0] ?? ''), count: item.months.length })}
        </Link>
      )
    case 'consent':
      return (
        <Link to="/programmes/$programmeId/plans" params={params} search={{ state: 'to-consent' }}>
          {t('due_consent', { count: item.count })}
        </Link>
      )
    case 'doubts':
      return (
        <Link to="." hash="desk-doubts" search>
          {t('due_doubts', { count: item.count })}
        </Link>
      )
    case 'instructions':
      return (
        <Link to="/programmes/$programmeId/orders" params={params}>
          {t('due_instructions', { count: item.count })}
        </Link>
      )
    case 'orders-of-closed':
      return (
        <Link to="/programmes/$programmeId/orders" params={params} search={{ promise: 'closed' }}>
          {t('due_orders-of-closed', { count: item.count })}
        </Link>
      )
    case 'orders':
      return (
        <Link to="/programmes/$programmeId/orders" params={params} search={{ phase: item.phase }}>
          {t(`due_orders_${item.phase}`, { count: item.count })}
        </Link>
      )
    case 'reports':
      return (
        <Link to="/programmes/$programmeId/sheets" params={params} search={{ month: item.month }}>
          {t(item.isLate ? 'due_late' : 'due_reports', {
            month: words(item.month),
            day: day(item.dueOn),
            units: item.units,
            count: item.count,
          })}
        </Link>
      )
    case 'returned':
      return (
        <Link to="/programmes/$programmeId/sheets" params={params} search={{ month: item.month }}>
          {t('due_returned', { month: words(item.month), count: item.count })}
        </Link>
      )
    case 'objection':
      return (
        <>
          <Link
            to="/programmes/$programmeId/plans/$indicatorId"
            params={{ programmeId, indicatorId: item.promise.id }}
          >
            {t('due_objection', { unit: item.unit, promise: item.promise.sentence })}
          </Link>
          <span className="quiet" lang="zh-CN">
            {item.reason}
          </span>
        </>
      )
    case 'sign':
      return (
        <>
          <Link to="/programmes/$programmeId/plans" params={params} search={{ state: 'to-sign' }}>
            {t('due_sign', { count: item.count })}
          </Link>
          <UnitNames units={item.units} />
        </>
      )
    case 'entries':
      return (
        <>
          <span>{t('due_entries', { count: item.count })}</span>
          <ul className="desk-units" lang="zh-CN">
            {item.units.map(({ unitId, unit, count }) => (
              <li key={unitId}>
                <Link to="/programmes/$programmeId/ledgers" params={params} search={{ unit: unitId }}>
                  {unit}
                </Link>{' '}
                {count}
              </li>
            ))}
          </ul>
        </>
      )
    default:
      return null
  }
}

function UnitNames({ units }: { units: Units }) {
  return (
    <ul className="desk-units quiet" lang="zh-CN">
      {units.map(({ unitId, unit, count }) => (
        <li key={unitId}>
          {unit} {count}
        </li>
      ))}
    </ul>
  )
}
