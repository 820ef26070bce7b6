import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { grouped } from '../../ui/figures.ts'
import { planVersionsQuery } from '../plans/plan-queries.ts'
import { ShareSteps } from '../plans/share-to-sign.tsx'
import { useMayDo } from '../session.tsx'

type PlanAccountProps = { programmeId: string; indicatorId: string }

/** For those who work on it: who carries how much of a promise by when, and who signed. */
export function PlanAccount({ programmeId, indicatorId }: PlanAccountProps) {
  const { t } = useTranslation('plans')
  const mayRead = useMayDo()('plan.read')
  const { data: versions } = useQuery({ ...planVersionsQuery(programmeId, indicatorId), enabled: mayRead })
  if (!mayRead || !versions) return null
  const plan = versions.find(({ inForce }) => inForce)
  return (
    <section className="ground plan-account" aria-label={t('accountTitle')}>
      <h3>{t('accountTitle')}</h3>
      {plan && (
        <ul>
          {plan.shares.map((share) => (
            <li key={share.unitId}>
              <details>
                <summary>
                  <span lang="zh-CN">{share.unit}</span>{' '}
                  <strong>{share.value === null ? '' : grouped(share.value)}</strong>
                  <span className={share.signature?.decision === 'object' ? 'plan-objection' : 'quiet'}>
                    {t(`signed_${share.signature?.decision ?? 'none'}`)}
                  </span>
                </summary>
                <ShareSteps share={share} />
              </details>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/programmes/$programmeId/plans/$indicatorId" params={{ programmeId, indicatorId }}>
          {t(plan ? 'openPlan' : 'openEmptyPlan')}
        </Link>
      </p>
    </section>
  )
}
