import { useTranslation } from 'react-i18next'
import type { Sheet } from '../../../contract/reporting.ts'
import { useDates } from '../dates.ts'

/** When the month opens, is due and locks, and where it is now. */
export function PeriodLine({
  period,
}: {
  period: Pick<Sheet['period'], 'phase' | 'opensOn' | 'dueOn' | 'locksOn'>
}) {
  const { t } = useTranslation('reporting')
  const { day } = useDates()
  return (
    <p className="period-line" data-phase={period.phase}>
      <strong>{t(`phase_${period.phase}`)}</strong>{' '}
      <span className="quiet">
        {t('periodDates', {
          opens: day(period.opensOn),
          due: day(period.dueOn),
          locks: day(period.locksOn),
        })}
      </span>
    </p>
  )
}
