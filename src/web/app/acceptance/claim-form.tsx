import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { claimAcceptance, longestStatement, type AcceptanceData } from '../../../contract/acceptance.ts'
import { sampleSize, type SampleRule } from '../../../domain/acceptance/sample.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'
import { figureWords } from './figure-words.ts'
import { useAcceptanceWrite } from './use-acceptance-write.ts'

type ClaimFormProps = { page: AcceptanceData; rule: SampleRule }

/** The lead unit's claim that the promise is kept, with what it sets going. */
export function ClaimForm({ page: { programme, promise, claims }, rule }: ClaimFormProps) {
  const { t } = useTranslation('acceptance')
  const sentenceOf = useFailureSentence()
  const draft = useFormDraft(`acceptance.${promise.id}`, 'claim', '')
  const [tried, setTried] = useState(false)
  const params = { programmeId: programme.id, indicatorId: promise.id }
  const send = useAcceptanceWrite(
    programme.id,
    (statement: string) => call(claimAcceptance, { params, body: { seen: claims.length, statement } }),
    draft.forget,
  )
  const entries = promise.checks.find(({ code }) => code === 'entries')?.counts['accepted'] ?? 0
  const drawn = sampleSize(rule, entries)
  const missing = tried && draft.values.trim() === ''
  return (
    <form
      noValidate
      className="acceptance-form"
      aria-label={t('claimTitle')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (draft.values.trim() !== '') send.mutate(draft.values.trim())
      }}
    >
      <h2>{t(claims.length === 0 ? 'claimTitle' : 'claimAgain')}</h2>
      {promise.figure !== null && (
        <p>{t('claimFigure', { figure: figureWords(promise.figure, promise.target.unit) })}</p>
      )}
      <p className="quiet">
        {drawn === 0 ? t('claimNoSample') : t('claimSample', { drawn, count: entries })}
      </p>
      <label htmlFor="acceptance-statement">{t('statement')}</label>
      <textarea
        id="acceptance-statement"
        rows={4}
        maxLength={longestStatement}
        aria-invalid={missing}
        value={draft.values}
        onChange={({ target }) => draft.set(target.value)}
      />
      {missing && (
        <p role="alert" className="fault">
          {t('statementMissing')}
        </p>
      )}
      {send.isError && (
        <p role="alert" className="fault">
          {sentenceOf(send.error)}
        </p>
      )}
      <p className="acceptance-bar">
        <button type="submit" className="button button-primary" disabled={send.isPending}>
          {t('claim')}
        </button>
        <span className="quiet">{t('filesAfter')}</span>
      </p>
    </form>
  )
}
