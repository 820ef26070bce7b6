import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** What comes next where nothing is split yet. */
export function ToPlansLink({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation()
  return (
    <Link to="/programmes/$programmeId/plans" params={{ programmeId }} className="button">
      {t('toPlans')}
    </Link>
  )
}
