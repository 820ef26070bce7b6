import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestRulingReason, type Suspicion } from '../../../contract/evidence.ts'
import { rulings, type Ruling } from '../../../domain/evidence/suspicion.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'
import { useRule } from './use-rule.ts'

type RulingFormProps = { programmeId: string; suspicion: Suspicion }
type Typed = { readonly open: boolean; readonly ruling: Ruling | null; readonly reason: string }

/** A reviewer's word on a suspicion with its reason; a later one stands above an earlier one, which stays. */
export function RulingForm({ programmeId, suspicion }: RulingFormProps) {
  const { t } = useTranslation('evidence')
  const first: Typed = { open: false, ruling: null, reason: '' }
  const draft = useFormDraft(`suspicion.${suspicion.id}`, 'ruling', first)
  const { open } = draft.values
  const ruled = suspicion.rulings.length > 0
  if (!open)
    return (
      <button
        type="button"
        className="button"
        aria-label={`${t(ruled ? 'ruleAgain' : 'rule')} ${t(`kind_${suspicion.kind}`)}`}
        onClick={() => draft.set({ ...draft.values, open: true })}
      >
        {t(ruled ? 'ruleAgain' : 'rule')}
      </button>
    )
  return (
    <OpenForm
      programmeId={programmeId}
      suspicion={suspicion}
      typed={draft.values}
      set={draft.set}
      close={draft.forget}
    />
  )
}

type OpenFormProps = RulingFormProps & {
  typed: Typed
  set: (typed: Typed) => void
  close: () => void
}

function OpenForm({ programmeId, suspicion, typed, set, close }: OpenFormProps) {
  const { t } = useTranslation('evidence')
  const sentenceOf = useFailureSentence()
  const [tried, setTried] = useState(false)
  const rule = useRule(programmeId, suspicion, close)
  const { ruling, reason } = typed
  const fieldId = `reason-${suspicion.id}`
  const missing = tried && (ruling === null ? 'rulingMissing' : reason.trim() === '' ? 'reasonMissing' : null)
  return (
    <form
      noValidate
      className="ruling-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (ruling !== null && reason.trim() !== '') rule.mutate({ ruling, reason })
      }}
    >
      <fieldset>
        <legend>{t('rulingLegend')}</legend>
        {rulings.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`ruling-${suspicion.id}`}
              checked={ruling === each}
              onChange={() => set({ ...typed, ruling: each })}
            />{' '}
            {t(`choice_${each}`)}
          </label>
        ))}
      </fieldset>
      <label htmlFor={fieldId}>{t('rulingReason')}</label>
      <textarea
        id={fieldId}
        rows={2}
        maxLength={longestRulingReason}
        aria-invalid={missing === 'reasonMissing'}
        value={reason}
        onChange={({ target }) => set({ ...typed, reason: target.value })}
      />
      {missing && (
        <p role="alert" className="fault">
          {t(missing)}
        </p>
      )}
      {rule.isError && !missing && (
        <p role="alert" className="fault">
          {sentenceOf(rule.error)}
        </p>
      )}
      <p className="ruling-bar">
        <button type="submit" className="button button-primary" disabled={rule.isPending}>
          {t('saveRuling')}
        </button>
        <button type="button" className="quiet-button" onClick={close}>
          {t('cancelRuling')}
        </button>
      </p>
    </form>
  )
}
