import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useFailureSentence } from './failure-sentence.ts'

type Query = Pick<UseQueryResult, 'isError' | 'error' | 'refetch' | 'isFetching'>

/** What stands in a page's place while its data is awaited or could not be had. */
export function QueryOutcome({ query, level = 2 }: { query: Query; level?: 1 | 2 }) {
  const { t } = useTranslation()
  const sentenceOf = useFailureSentence()
  if (!query.isError) return <Waiting label={t('loading')} />
  return (
    <Notice
      tone="failure"
      level={level}
      title={t('failureTitle')}
      action={
        <button
          type="button"
          className="button"
          disabled={query.isFetching}
          onClick={() => void query.refetch()}
        >
          {t('tryAgain')}
        </button>
      }
    >
      {sentenceOf(query.error)}
    </Notice>
  )
}
