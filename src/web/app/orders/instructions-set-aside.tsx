import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrdersData } from '../../../contract/orders.ts'
import { orderNumberWords } from '../../../domain/order/order-number.ts'
import { useDates } from '../dates.ts'
import { useMayDo } from '../session.tsx'
import { useActor } from '../use-actor.ts'
import { FollowLink } from './follow-link.tsx'
import { InstructionWords } from './instruction-words.tsx'

/** Instructions that need no order of their own, and why: for the leaders who wrote them, and the office. */
export function InstructionsSetAside({ page: { setAside, programme } }: { page: OrdersData }) {
  const { t } = useTranslation('orders')
  const { day } = useDates()
  const actor = useActor()
  const mayIssue = useMayDo()('order.issue')
  if (setAside.length === 0) return null
  return (
    <details className="instructions">
      <summary>{t('instructionsSetAside', { count: setAside.length })}</summary>
      <ul>
        {setAside.map((instruction) => (
          <li key={instruction.id}>
            <InstructionWords instruction={instruction} />
            <p lang="zh-CN">
              {t(instruction.order ? 'isMerged' : 'isForInformation')}{' '}
              {instruction.order && (
                <Link
                  to="/programmes/$programmeId/orders/$orderId"
                  params={{ programmeId: programme.id, orderId: instruction.order.id }}
                >
                  {[
                    instruction.order.number && orderNumberWords(instruction.order.number),
                    instruction.order.subject,
                  ]
                    .filter(Boolean)
                    .join(' ')}
                </Link>
              )}{' '}
              {instruction.reason}{' '}
              <span className="quiet">
                {actor(instruction.decided)} · {day(instruction.decided.at)}
              </span>
            </p>
            {mayIssue && <FollowLink programmeId={programme.id} instructionId={instruction.id} />}
          </li>
        ))}
      </ul>
    </details>
  )
}
