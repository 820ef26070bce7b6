import { useTranslation } from 'react-i18next'
import type { PlanVersionRow } from '../../../contract/plans.ts'
import { grouped } from '../../../domain/values/figures.ts'
import { useDates } from '../dates.ts'
import { useActor } from '../use-actor.ts'

/** Every version with who split it, what each unit said to it, and the office’s word; the one in force is open. */
export function PlanVersions({ versions }: { versions: readonly PlanVersionRow[] }) {
  const { t } = useTranslation('plans')
  if (versions.length === 0) return null
  return (
    <section className="plan-versions" aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      {versions.map((version) => (
        <details key={version.version} open={version.inForce || version.version === versions[0]?.version}>
          <summary>
            {t('version', { version: version.version })} · {t(`curve_${version.curve}`)}
            <VersionState version={version} />
          </summary>
          <VersionAccount version={version} />
        </details>
      ))}
    </section>
  )
}

function VersionState({ version }: { version: PlanVersionRow }) {
  const { t } = useTranslation('plans')
  const state = version.inForce
    ? 'inForce'
    : version.needsConsent && version.consent === null
      ? 'awaits'
      : version.consent?.decision === 'refuse'
        ? 'refused'
        : 'replaced'
  return <strong className={`plan-state plan-state-${state}`}>{t(`versionState_${state}`)}</strong>
}

function VersionAccount({ version }: { version: PlanVersionRow }) {
  const { t } = useTranslation('plans')
  const { moment, day } = useDates()
  const actor = useActor()
  return (
    <>
      <p className="quiet">
        {t('draftedBy', {
          unit: version.leadUnit,
          by: actor({ by: version.draftedBy, standsIn: version.standsIn }),
          at: moment(version.draftedAt),
        })}
      </p>
      {version.reason !== null && <p>{t('reasonGiven', { reason: version.reason })}</p>}
      {version.consent && (
        <p>
          {t(`consent_${version.consent.decision}`, {
            by: actor(version.consent),
            at: moment(version.consent.at),
          })}
          {version.consent.reason}
        </p>
      )}
      <ul className="plan-signatures">
        {version.shares.map(({ unitId, unit, value, denominator, stages, signature }) => (
          <li key={unitId}>
            <span lang="zh-CN">{unit}</span>
            <strong>
              {value === null ? '' : grouped(value)}
              {denominator === null ? '' : ` / ${grouped(denominator)}`}
              {stages.map(({ stage, dueOn }) => (
                <span key={stage} className="plan-stage">
                  <span lang="zh-CN">{stage}</span> {day(dueOn)}
                </span>
              ))}
            </strong>
            <span className={signature?.decision === 'object' ? 'plan-objection' : 'quiet'}>
              {signature === null
                ? t('unsigned')
                : t(`signature_${signature.decision}`, { by: actor(signature), at: moment(signature.at) })}
              {signature?.reason}
              {signature &&
                signature.version !== version.version &&
                t('carried', { version: signature.version })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
