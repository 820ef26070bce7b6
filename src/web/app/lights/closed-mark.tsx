import { useTranslation } from 'react-i18next'
import { useDates } from '../dates.ts'

/** That a promise is off the list of what is chased, and since when; nothing while it is on it. */
export function ClosedMark({ closedOn }: { closedOn: string | null }) {
  const { t } = useTranslation('lights')
  const { day } = useDates()
  return closedOn === null ? null : (
    <span className="closed-mark">{t('closedOn', { day: day(closedOn) })}</span>
  )
}
