import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrdersData } from '../../../contract/orders.ts'
import { mayDo as roleMayDo } from '../../../domain/duty/access.ts'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { useMayDo, useSession } from '../session.tsx'
import { InstructionsSetAside } from './instructions-set-aside.tsx'
import { InstructionsWaiting } from './instructions-waiting.tsx'
import { OrderFilters } from './order-filters.tsx'
import { OrderTable } from './order-table.tsx'
import { ordersQuery } from './order-queries.ts'
import { arrangeOrders } from './orders-search.ts'
import './orders.css'

/** Every matter under supervision: what is due first stands first. */
export function OrdersPage() {
  const { t } = useTranslation('orders')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/orders' })
  const search = useSearch({ from: '/programmes/$programmeId/orders' })
  const orders = useQuery(ordersQuery(programmeId))
  const ownUnits = useOwnUnits()
  usePageTitle(orders.data && t('pageTitle', { title: orders.data.programme.title }))
  if (!orders.data) return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={orders} />
  const page = orders.data
  const own = page.orders.filter(({ units }) => units.some(({ id }) => ownUnits.has(id)))
  const isOwnOnly = ownUnits.size > 0 && search.whose === undefined
  const shown = isOwnOnly ? own : page.orders
  const listed = arrangeOrders(shown, search)
  return (
    <ProgrammeFrame programme={page.programme} className="orders" heading={t('title')}>
      <Ways page={page} />
      <InstructionsWaiting page={page} />
      <InstructionsSetAside page={page} />
      {page.orders.length === 0 ? (
        <NoOrders />
      ) : (
        <>
          <OrderFilters
            orders={shown}
            search={search}
            whose={ownUnits.size > 0 ? { own: own.length, all: page.orders.length } : undefined}
          />
          {listed.length > 0 ? (
            <OrderTable programmeId={programmeId} orders={listed} today={page.today} />
          ) : isOwnOnly && own.length === 0 ? (
            <NoneOfOwn all={page.orders.length} />
          ) : (
            <Notice tone="empty" title={t('noFitTitle')}>
              {t('noFitBody')}
            </Notice>
          )}
        </>
      )}
    </ProgrammeFrame>
  )
}

/** What each can do so that there are some. */
function NoOrders() {
  const { t } = useTranslation('orders')
  const mayDo = useMayDo()
  const whose = mayDo('order.issue') ? 'office' : mayDo('order.instruct') ? 'leader' : 'units'
  return (
    <Notice tone="empty" title={t('noneTitle')}>
      {t(`noneBody_${whose}`)}
    </Notice>
  )
}

function NoneOfOwn({ all }: { all: number }) {
  const { t } = useTranslation('orders')
  return (
    <Notice
      tone="empty"
      title={t('noneOfOwnTitle')}
      action={
        <Link to="." search={{ whose: 'all' }} resetScroll={false} className="button">
          {t('seeAll', { count: all })}
        </Link>
      }
    >
      {t('noneOfOwnBody')}
    </Notice>
  )
}

/** The units that somebody answers for; the office and leaders see everything at once. */
function useOwnUnits(): ReadonlySet<string> {
  const posts = useSession()?.person?.posts ?? []
  return new Set(posts.flatMap(({ role, unitId }) => (roleMayDo([role], 'order.reply') ? [unitId] : [])))
}

function Ways({ page: { programme, rules } }: { page: OrdersData }) {
  const { t } = useTranslation('orders')
  const mayDo = useMayDo()
  const params = { programmeId: programme.id }
  return (
    <p className="order-ways">
      {mayDo('order.issue') && (
        <Link to="/programmes/$programmeId/orders/new" params={params} className="button button-primary">
          {t('newOrder')}
        </Link>
      )}
      {mayDo('order.instruct') && (
        <Link to="/programmes/$programmeId/instruct" params={params} className="button button-primary">
          {t('writeInstruction')}
        </Link>
      )}
      <Link to="/programmes/$programmeId/ladder-rules" params={params}>
        {rules.no === 0 ? t('rulesOwn') : t('rulesNo', { no: rules.no })}
      </Link>
    </p>
  )
}
