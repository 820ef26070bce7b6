import { useTranslation } from 'react-i18next'
import type { ListedOrder } from '../../../contract/orders.ts'
import { useDates } from '../dates.ts'

type DeadlineWordsProps = { order: Pick<ListedOrder, 'phase' | 'deadline'>; today: string }

const dayLength = 86_400_000

/** The day, and how many days are left or over; nothing counts once it has ended. */
export function DeadlineWords({ order: { phase, deadline }, today }: DeadlineWordsProps) {
  const { t } = useTranslation('orders')
  const { day } = useDates()
  const left = Math.round((Date.parse(deadline) - Date.parse(today)) / dayLength)
  const isOpen = phase === 'under-way' || phase === 'lapsed'
  if (phase === 'closed' || phase === 'withdrawn') return <span className="quiet">—</span>
  return (
    <>
      <time dateTime={deadline}>{day(deadline)}</time>
      {isOpen && (
        <span className={`order-ground ${left < 0 ? 'phase-lapsed' : 'quiet'}`}>
          {left < 0
            ? t('daysOver', { count: -left })
            : left === 0
              ? t('dueToday')
              : t('daysLeft', { count: left })}
        </span>
      )}
    </>
  )
}
