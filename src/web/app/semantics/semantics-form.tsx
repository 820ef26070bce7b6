import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestSemanticsReason, setSemantics, type DeclaredSemantics } from '../../../contract/semantics.ts'
import { semanticsKinds, type Semantics } from '../../../domain/reporting/semantics.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'

type SemanticsFormProps = { programmeId: string; indicatorId: string; declared: DeclaredSemantics }
type Typed = { readonly open: boolean; readonly semantics: Semantics; readonly reason: string }

/** Another meaning with its reason; what is typed stays until it is saved or given up. */
export function SemanticsForm({ programmeId, indicatorId, declared }: SemanticsFormProps) {
  const { t } = useTranslation('semantics')
  const other = semanticsKinds.find((kind) => kind !== declared.semantics) ?? declared.semantics
  const first: Typed = { open: false, semantics: other, reason: '' }
  const draft = useFormDraft(`semantics.${indicatorId}`, 'declare', first)
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const [tried, setTried] = useState(false)
  const declare = useMutation({
    networkMode: 'always',
    mutationFn: ({ semantics, reason }: Typed) =>
      call(setSemantics, {
        params: { programmeId, indicatorId },
        body: { no: (declared.declarations[0]?.no ?? 0) + 1, semantics, reason },
      }),
    onSuccess: () => {
      draft.forget()
      setTried(false)
    },
    // Whatever the answer, what holds now is shown.
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programmeId] }),
  })
  const { values } = draft
  if (!values.open)
    return (
      <button type="button" className="button" onClick={() => draft.set({ ...first, open: true })}>
        {t('change')}
      </button>
    )
  const missing = tried && values.reason.trim() === ''
  return (
    <form
      noValidate
      className="semantics-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (values.reason.trim() !== '') declare.mutate(values)
      }}
    >
      <fieldset>
        <legend>{t('choose')}</legend>
        {semanticsKinds.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="semantics"
              checked={values.semantics === kind}
              onChange={() => draft.set({ ...values, semantics: kind })}
            />{' '}
            {t(`kind_${kind}`)} <span className="quiet">{t(`means_${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      {declared.stated > 0 && <p className="quiet">{t('statedStays', { count: declared.stated })}</p>}
      <label htmlFor="semantics-reason">{t('reason')}</label>
      <textarea
        id="semantics-reason"
        rows={2}
        maxLength={longestSemanticsReason}
        aria-invalid={missing}
        value={values.reason}
        onChange={({ target }) => draft.set({ ...values, reason: target.value })}
      />
      {(missing || declare.isError) && (
        <p role="alert" className="fault">
          {missing ? t('reasonMissing') : sentenceOf(declare.error)}
        </p>
      )}
      <p className="semantics-bar">
        <button type="submit" className="button button-primary" disabled={declare.isPending}>
          {t('save')}
        </button>
        <button type="button" className="quiet-button" onClick={draft.forget}>
          {t('giveUp')}
        </button>
      </p>
    </form>
  )
}
