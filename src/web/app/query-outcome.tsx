import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { CallFailure } from './api.ts'
import { useFailureSentence } from './failure-sentence.ts'

export type Outcome = Pick<UseQueryResult, 'isError' | 'error' | 'refetch' | 'isFetching'>

/** What stands in a page's place while its data is awaited or could not be had. */
export function QueryOutcome({ query, level = 2 }: { query: Outcome; level?: 1 | 2 }) {
  const { t } = useTranslation()
  const sentenceOf = useFailureSentence()
  if (!query.isError) return <Waiting label={t('loading')} />
  const lasting = lastingTitle(query.error)
  return (
    <Notice
      tone="failure"
      level={level}
      title={t(lasting ?? 'failureTitle')}
      action={
        lasting ? (
          <Link to="/" className="button">
            {t('toHome')}
          </Link>
        ) : (
          <button
            type="button"
            className="button"
            disabled={query.isFetching}
            onClick={() => void query.refetch()}
          >
            {t('tryAgain')}
          </button>
        )
      }
    >
      {sentenceOf(query.error)}
    </Notice>
  )
}

/** What is not there, or not for this person, is not there a second time either: another way is offered than to try again. */
function lastingTitle(error: unknown): 'missingTitle' | 'forbiddenTitle' | undefined {
  const status = error instanceof CallFailure ? error.status : undefined
  if (status === 404) return 'missingTitle'
  return status === 403 ? 'forbiddenTitle' : undefined
}
