import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orderNumberWords } from '../../../domain/order/order-number.ts'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { useMayDo } from '../session.tsx'
import { DeadlineWords } from './deadline-words.tsx'
import { LadderLine } from './ladder-line.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderHistory } from './order-history.tsx'
import { OrderPaper } from './order-paper.tsx'
import { orderQuery } from './order-queries.ts'
import { isOpenOfClosed } from './orders-search.ts'
import { StepMark } from './step-mark.tsx'
import '../evidence/evidence.css'
import './orders.css'

/** One matter: where it stands and what one may do, the form as it was issued, and every turn of it. */
export function OrderPage() {
  const { t } = useTranslation('orders')
  const { programmeId, orderId } = useParams({ from: '/programmes/$programmeId/orders/$orderId' })
  const query = useQuery(orderQuery(programmeId, orderId))
  usePageTitle(query.data && t('orderTitle', { subject: query.data.order.subject }))
  if (!query.data) return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={query} />
  const { order, programme, today, pdf } = query.data
  return (
    <ProgrammeFrame programme={programme} className="order" heading={order.subject}>
      <p className="order-head">
        <Link to="/programmes/$programmeId/orders" params={{ programmeId }}>
          {t('toList')}
        </Link>
        {order.number && <span lang="zh-CN">{orderNumberWords(order.number)}</span>}
        <StepMark step={order.standing.step} />
        <strong className={`phase-${order.phase}`}>{t(`phase_${order.phase}`)}</strong>
        {order.standing.state === 'open' && (
          <span className="order-deadline">
            {t('deadline')} <DeadlineWords order={order} today={today} />
          </span>
        )}
        {order.standing.held && <strong>{t('held')}</strong>}
      </p>
      {isOpenOfClosed(order) && <PromiseClosed closedOn={order.closedOn ?? ''} />}
      <LadderLine order={order} />
      <div className="order-columns">
        <OrderActions key={order.id} page={query.data} />
        <OrderPaper order={order} programmeId={programmeId} />
        <OrderHistory order={order} programme={programme} pdf={pdf} />
      </div>
    </ProgrammeFrame>
  )
}

/** Nothing climbs by itself any more; what to do with it is for the office to say. */
function PromiseClosed({ closedOn }: { closedOn: string }) {
  const { t } = useTranslation('orders')
  const { day } = useDates()
  const mayDecide = useMayDo()('order.issue')
  return (
    <p className="order-closed" role="note">
      {t('promiseClosedOn', { day: day(closedOn) })} {mayDecide && t('promiseClosedHint')}
    </p>
  )
}
