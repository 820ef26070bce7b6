import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { lightsQuery } from '../lights/light-queries.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { programmeQuery } from '../queries.ts'
import { useMayDo, useSession } from '../session.tsx'
import { NewOrderForm } from './new-order-form.tsx'
import { ordersQuery } from './order-queries.ts'
import './orders.css'

/** Issuing an order: filled in from the light, doubt or instruction it follows. */
export function NewOrderPage() {
  const { t } = useTranslation('orders')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/orders/new' })
  const search = useSearch({ from: '/programmes/$programmeId/orders/new' })
  const person = useSession()?.person?.name ?? ''
  const mayIssue = useMayDo()('order.issue')
  const programme = useQuery(programmeQuery(programmeId))
  const desk = useQuery(ordersQuery(programmeId))
  const restsOnLight = search.month !== undefined
  const lights = useQuery({ ...lightsQuery(programmeId, search.month), enabled: restsOnLight })
  usePageTitle(t('newOrder'))
  const failed = [programme, desk, lights].find(({ isError }) => isError)
  if (!programme.data || !desk.data || (restsOnLight && !lights.data))
    return <ProgrammeOutcome programmeId={programmeId} heading={t('newOrder')} query={failed ?? desk} />
  const isFollowed =
    search.instruction !== undefined &&
    [...desk.data.instructions, ...desk.data.setAside].every(({ id }) => id !== search.instruction)
  return (
    <ProgrammeFrame programme={programme.data} className="new-order" heading={t('newOrder')}>
      {!mayIssue ? (
        <Notice tone="empty" title={t('officeOnlyTitle')}>
          {t('officeOnlyBody')}
        </Notice>
      ) : isFollowed ? (
        <Notice tone="empty" title={t('followedTitle')}>
          {t('followedBody')}
        </Notice>
      ) : (
        <NewOrderForm
          key={JSON.stringify(search)}
          grounds={{ programme: programme.data, desk: desk.data, search, lights: lights.data, person }}
        />
      )}
    </ProgrammeFrame>
  )
}
