import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  decideClaim,
  longestAcceptanceNote,
  type AcceptanceClaim,
  type AcceptanceData,
} from '../../../contract/acceptance.ts'
import { stepsFrom, type AcceptanceStep } from '../../../domain/acceptance/acceptance.ts'
import { failing } from '../../../domain/acceptance/checks.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'
import { useMayDo } from '../session.tsx'
import { useAcceptanceWrite } from './use-acceptance-write.ts'

type DecisionFormProps = { page: AcceptanceData; claim: AcceptanceClaim }
type Typed = { readonly step: AcceptanceStep | null; readonly reason: string }

/** What the office decides; a reason is asked for where one is needed. */
export function DecisionForm({ page: { programme, promise }, claim }: DecisionFormProps) {
  const { t } = useTranslation('acceptance')
  const sentenceOf = useFailureSentence()
  const mayDecide = useMayDo()('acceptance.decide')
  const steps = stepsFrom(promise.state)
  const only = steps.length === 1 ? steps[0] : undefined
  const first: Typed = { step: only ?? null, reason: '' }
  const draft = useFormDraft(`acceptance.${claim.id}`, 'decision', first)
  const [tried, setTried] = useState(false)
  const { step, reason } = draft.values
  const params = { programmeId: programme.id, claimId: claim.id }
  const send = useAcceptanceWrite(
    programme.id,
    (decided: AcceptanceStep) =>
      call(decideClaim, { params, body: { step: decided, reason, seen: claim.steps.length } }),
    () => {
      draft.forget()
      setTried(false)
    },
  )
  if (!mayDecide || steps.length === 0) return null
  const failed = failing(promise.checks).length
  const reasonNeeded = step === 'return' || (step === 'accept' && failed > 0)
  const missing =
    tried && (step === null ? 'stepMissing' : reasonNeeded && reason.trim() === '' ? 'reasonMissing' : null)
  const form = (
    <form
      noValidate
      className="acceptance-form"
      aria-label={t('decide')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (step !== null && !(reasonNeeded && reason.trim() === '')) send.mutate(step)
      }}
    >
      {only === undefined && (
        <>
          <h3>{t('decide')}</h3>
          <fieldset>
            <legend className="visually-hidden">{t('decide')}</legend>
            {steps.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name={`step-${claim.id}`}
                  checked={step === each}
                  onChange={() => draft.set({ ...draft.values, step: each })}
                />{' '}
                {t(`choice_${each}`)}
              </label>
            ))}
          </fieldset>
        </>
      )}
      {step === 'accept' && failed > 0 && <p>{t('acceptAllTheSame', { count: failed })}</p>}
      <label htmlFor="acceptance-reason">{t(reasonNeeded ? 'reasonNeeded' : 'reason')}</label>
      <textarea
        id="acceptance-reason"
        rows={2}
        maxLength={longestAcceptanceNote}
        aria-invalid={missing === 'reasonMissing'}
        value={reason}
        onChange={({ target }) => draft.set({ ...draft.values, reason: target.value })}
      />
      {missing && (
        <p role="alert" className="fault">
          {t(missing)}
        </p>
      )}
      {send.isError && !missing && (
        <p role="alert" className="fault">
          {sentenceOf(send.error)}
        </p>
      )}
      <p className="acceptance-bar">
        <button type="submit" className="button button-primary" disabled={send.isPending}>
          {t(only === undefined ? 'saveDecision' : `choice_${only}`)}
        </button>
      </p>
    </form>
  )
  // What is closed is done with: only a later look that finds it untrue opens it again.
  return only === undefined ? (
    form
  ) : (
    <details className="acceptance-look-back">
      <summary>{t('lookBack')}</summary>
      {form}
    </details>
  )
}
