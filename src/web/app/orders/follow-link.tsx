import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

type FollowLinkProps = { programmeId: string; instructionId: string }

export function FollowLink({ programmeId, instructionId }: FollowLinkProps) {
  const { t } = useTranslation('orders')
  return (
    <Link
      to="/programmes/$programmeId/orders/new"
      params={{ programmeId }}
      search={{ instruction: instructionId }}
      className="button"
    >
      {t('follow')}
    </Link>
  )
}
