import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellRow } from '../../../contract/reporting.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import type { Decide } from './use-decide.ts'

/** The two decisions on what is selected; a return needs its reason. */
export function DecisionBar({ chosen, decide }: { chosen: readonly CellRow[]; decide: Decide }) {
  const { t } = useTranslation('review')
  const sentenceOf = useFailureSentence()
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const count = chosen.length
  const sendBack = () => {
    setTried(true)
    if (reason.trim() === '') return
    decide.run(chosen, 'return', reason)
    setReturning(false)
    setReason('')
    setTried(false)
  }
  return (
    <div className="submit-bar">
      <button
        type="button"
        className="button button-primary"
        disabled={count === 0 || decide.pending}
        onClick={() => decide.run(chosen, 'approve', '')}
      >
        {t('approve', { count })}
      </button>
      <button
        type="button"
        className="button"
        disabled={count === 0 || decide.pending}
        aria-expanded={returning}
        onClick={() => setReturning(!returning)}
      >
        {t('return')}
      </button>
      {returning && (
        <form
          className="return-form"
          onSubmit={(event) => {
            event.preventDefault()
            sendBack()
          }}
        >
          <label>
            <span>{t('reason')}</span>
            <textarea
              rows={2}
              maxLength={1000}
              aria-invalid={tried && reason.trim() === ''}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          {tried && reason.trim() === '' && (
            <span role="alert" className="fault">
              {t('reasonMissing')}
            </span>
          )}
          <button type="submit" className="button" disabled={count === 0}>
            {t('returnSelected', { count })}
          </button>
        </form>
      )}
      {decide.error !== null && (
        <p role="alert" className="fault">
          {sentenceOf(decide.error)}
        </p>
      )}
      {decide.done && count === 0 && (
        <output className="submit-done">
          {t(`done_${decide.done.decision}`, { count: decide.done.decided })}
        </output>
      )}
    </div>
  )
}
