import { useTranslation } from 'react-i18next'
import { useFailureSentence } from '../failure-sentence.ts'
import type { SheetEntries } from './use-sheet-entries.ts'
import type { Submit } from './use-submit.ts'

type SubmitBarProps = {
  count: number
  /** Still to be filled. */
  left: number
  typing: SheetEntries['state']
  submit: Submit
}

/** What is ready, what is missing, whether it is saved, and the one button that goes on. */
export function SubmitBar({ count, left, typing, submit }: SubmitBarProps) {
  const { t } = useTranslation('reporting')
  const sentenceOf = useFailureSentence()
  return (
    <div className="submit-bar">
      <button
        type="button"
        className="button button-primary"
        disabled={count === 0 || submit.pending}
        onClick={submit.run}
      >
        {submit.pending ? t('submitting') : t('submit', { count })}
      </button>
      <span className="quiet">
        {left > 0 ? t('left', { count: left }) : t('noneLeft')} · <output>{t(`typing_${typing}`)}</output>
      </span>
      {submit.wrong > 0 && (
        <p role="alert" className="fault">
          {t('wrong', { count: submit.wrong })}
        </p>
      )}
      {submit.error !== null && (
        <p role="alert" className="fault">
          {sentenceOf(submit.error)}
        </p>
      )}
      {submit.done && count === 0 && (
        <output className="submit-done">
          {t('submitted', { count: submit.done.submitted })}
          {submit.done.reopened > 0 && t('reopened', { count: submit.done.reopened })}
        </output>
      )}
    </div>
  )
}
