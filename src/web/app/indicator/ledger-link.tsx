import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../session.tsx'

type LedgerLinkProps = { programmeId: string; indicatorId: string }

/** For those who work on it: the way to what proves the figures. */
export function LedgerLink({ programmeId, indicatorId }: LedgerLinkProps) {
  const { t } = useTranslation('charts')
  if (!useMayDo()('entry.read')) return null
  return (
    <p>
      <Link to="/programmes/$programmeId/ledgers/$indicatorId" params={{ programmeId, indicatorId }}>
        {t('toLedger')}
      </Link>
    </p>
  )
}
