import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrdersData } from '../../../contract/orders.ts'
import { useDates } from '../dates.ts'
import { useMayDo } from '../session.tsx'
import { useActor } from '../use-actor.ts'

type InstructionsWaitingProps = { programmeId: string; instructions: OrdersData['instructions'] }

/** What leaders wrote and no order follows yet. */
export function InstructionsWaiting({ programmeId, instructions }: InstructionsWaitingProps) {
  const { t } = useTranslation('orders')
  const { day } = useDates()
  const actor = useActor()
  const mayIssue = useMayDo()('order.issue')
  if (instructions.length === 0) return null
  const title = t('instructionsWaiting', { count: instructions.length })
  return (
    <section className="instructions" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {instructions.map((instruction) => (
          <li key={instruction.id}>
            <q lang="zh-CN">{instruction.text}</q>
            <p className="quiet" lang="zh-CN">
              {actor({ by: instruction.by, post: instruction.post, standsIn: instruction.standsIn })} ·{' '}
              {day(instruction.at)}
              {instruction.promise && (
                <>
                  {' · '}
                  {instruction.promise.task} {instruction.promise.sentence}
                </>
              )}
            </p>
            {mayIssue && (
              <Link
                to="/programmes/$programmeId/orders/new"
                params={{ programmeId }}
                search={{ instruction: instruction.id }}
                className="button"
              >
                {t('follow')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
