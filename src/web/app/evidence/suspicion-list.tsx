import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Suspicion } from '../../../contract/evidence.ts'
import { suspicionSentence } from '../../../domain/suspicion.ts'
import { useLanguage } from '../language.ts'

/** What looks odd, each with its reason and the way to the other side. */
export function SuspicionList({ suspicions }: { suspicions: readonly Suspicion[] }) {
  const { t } = useTranslation('evidence')
  const { language } = useLanguage()
  if (suspicions.length === 0) return null
  return (
    <ul className="suspicions" aria-label={t('suspicions', { count: suspicions.length })}>
      {suspicions.map(({ id, kind, details, other, rulings }) => (
        <li key={id}>
          <strong>{t(`kind_${kind}`)}</strong> {suspicionSentence(kind, details, language)}{' '}
          {other && (
            <Link
              to="/programmes/$programmeId/indicators/$indicatorId"
              params={{ programmeId: other.programmeId, indicatorId: other.indicatorId }}
            >
              {t('toOther')}
            </Link>
          )}
          {rulings.map(({ no, ruling, reason, by }) => (
            <span key={no} className="quiet">
              {' '}
              {t(`ruling_${ruling}`, { by, reason })}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
