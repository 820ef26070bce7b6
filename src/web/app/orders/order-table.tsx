import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ListedOrder } from '../../../contract/orders.ts'
import { orderNumberWords } from '../../../domain/order/order-number.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import { DeadlineWords } from './deadline-words.tsx'
import { isOpenOfClosed } from './orders-search.ts'
import { StepMark } from './step-mark.tsx'

type OrderTableProps = { programmeId: string; orders: readonly ListedOrder[]; today: string }

export function OrderTable({ programmeId, orders, today }: OrderTableProps) {
  const { t } = useTranslation('orders')
  const { day } = useDates()
  return (
    <RecordTable
      caption={t('title')}
      rows={orders}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: t('subject'),
          names: true,
          cell: (order: ListedOrder) => (
            <>
              <Link
                to="/programmes/$programmeId/orders/$orderId"
                params={{ programmeId, orderId: order.id }}
                className="light-promise"
                lang="zh-CN"
              >
                {order.subject}
              </Link>
              <span className="order-ground quiet" lang="zh-CN">
                {[
                  order.number && orderNumberWords(order.number),
                  t(`origin_${order.origin}`),
                  day(order.issuedAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </>
          ),
        },
        { heading: t('step'), cell: ({ standing }: ListedOrder) => <StepMark step={standing.step} /> },
        {
          heading: t('units'),
          cell: ({ units }: ListedOrder) => (
            <span lang="zh-CN">
              {units[0]?.name}
              {units.length > 1 && (
                <span className="quiet"> {t('andUnits', { count: units.length - 1 })}</span>
              )}
            </span>
          ),
        },
        {
          heading: t('state'),
          cell: (order: ListedOrder) => (
            <>
              <span className={`phase-${order.phase}`}>{t(`phase_${order.phase}`)}</span>
              {isOpenOfClosed(order) && <span className="order-ground quiet">{t('promiseClosed')}</span>}
            </>
          ),
        },
        {
          heading: t('deadline'),
          cell: (order: ListedOrder) => <DeadlineWords order={order} today={today} />,
        },
      ]}
    />
  )
}
