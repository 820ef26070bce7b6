import { useTranslation } from 'react-i18next'
import type { CellRow } from '../../../contract/reporting.ts'
import { useDates } from '../dates.ts'
import { useActor } from '../use-actor.ts'
import { quantityWords } from './quantity-words.ts'

/** Whether there is more to tell than the version that is shown: an earlier one, or a decision. */
export function hasHistory({ versions }: CellRow): boolean {
  return versions.length > 1 || versions.some(({ reviews }) => reviews.length > 0)
}

/** Every version of a cell and what each step decided on it. */
export function CellHistory({ cell: { versions } }: { cell: CellRow }) {
  const { t } = useTranslation('reporting')
  const { moment } = useDates()
  const actor = useActor()
  if (versions.length === 0) return null
  return (
    <details className="cell-history">
      <summary>{t('history', { count: versions.length })}</summary>
      <ol>
        {versions.map((version) => (
          <li key={version.version}>
            <p>
              <strong>{t('version', { version: version.version })}</strong>{' '}
              {version.stage ??
                quantityWords(
                  version.value === null ? null : { value: version.value, denominator: version.denominator },
                )}{' '}
              <span className="quiet">
                {t(`origin_${version.origin}`)} ·{' '}
                {actor({ by: version.submittedBy.name, standsIn: version.submittedBy.standsIn })} ·{' '}
                {moment(version.submittedAt)}
              </span>
            </p>
            {(['narrative', 'problem', 'nextStep', 'lateReason', 'correctionReason'] as const).map(
              (field) =>
                version[field] !== null && (
                  <p key={field} className="long-text">
                    <span className="quiet">{t(`field_${field}`)}</span> {version[field]}
                  </p>
                ),
            )}
            {version.reviews.map((review) => (
              <p key={review.step}>
                {t(`decided_${review.decision}`, { step: t(`step_${review.step}`), by: actor(review) })}
                {review.reason !== null && <q>{review.reason}</q>}{' '}
                <span className="quiet">{moment(review.at)}</span>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </details>
  )
}
