import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../session.tsx'

type SuperviseLinkProps = { programmeId: string; indicatorId: string; month: string }

/** From a light that lags: the office issues an order, a leader writes an instruction. */
export function SuperviseLink({ programmeId, indicatorId, month }: SuperviseLinkProps) {
  const { t } = useTranslation('orders')
  const mayDo = useMayDo()
  return (
    <>
      {mayDo('order.issue') && (
        <Link
          to="/programmes/$programmeId/orders/new"
          params={{ programmeId }}
          search={{ indicator: indicatorId, month }}
          className="supervise-link"
        >
          {t('supervise')}
        </Link>
      )}
      {mayDo('order.instruct') && (
        <Link
          to="/programmes/$programmeId/instruct"
          params={{ programmeId }}
          search={{ indicator: indicatorId }}
          className="supervise-link"
        >
          {t('instruct')}
        </Link>
      )}
    </>
  )
}
