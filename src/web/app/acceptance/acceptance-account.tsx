import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../session.tsx'
import { acceptancesQuery } from './acceptance-queries.ts'

type AcceptanceAccountProps = { programmeId: string; indicatorId: string }

/** For those who work on it: where the acceptance of a promise stands. Nothing while it is under way. */
export function AcceptanceAccount({ programmeId, indicatorId }: AcceptanceAccountProps) {
  const { t } = useTranslation('acceptance')
  const mayRead = useMayDo()('acceptance.read')
  const { data } = useQuery({ ...acceptancesQuery(programmeId), enabled: mayRead })
  const promise = data?.promises.find(({ id }) => id === indicatorId)
  if (!mayRead || !promise || promise.state === 'under-way') return null
  return (
    <p className="panel-acceptance">
      <Link to="/programmes/$programmeId/acceptance/$indicatorId" params={{ programmeId, indicatorId }}>
        {t('stateOf', { state: t(`state_${promise.state}`) })}
      </Link>{' '}
      {t(`why_${promise.state}`)}
    </p>
  )
}
