import { useTranslation } from 'react-i18next'
import type { AcceptedPromise } from '../../../contract/acceptance.ts'
import { checkSentence } from '../../../domain/acceptance/check-sentence.ts'
import { useLanguage } from '../language.ts'

/** Every check with its outcome in a word and its numbers in a sentence. */
export function CheckList({ checks }: Pick<AcceptedPromise, 'checks'>) {
  const { t } = useTranslation('acceptance')
  const { language } = useLanguage()
  return (
    <ul className="acceptance-checks">
      {checks.map((check) => (
        <li key={check.code} data-outcome={check.outcome}>
          <strong>{t(`check_${check.code}`)}</strong>
          <span className="acceptance-outcome">{t(`outcome_${check.outcome}`)}</span>
          <span>{checkSentence(check, language)}</span>
        </li>
      ))}
    </ul>
  )
}
