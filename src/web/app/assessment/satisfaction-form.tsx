import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { enterSatisfaction, type AssessmentData } from '../../../contract/assessment.ts'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'

type SatisfactionFormProps = { page: AssessmentData; unitId: string; unit: string }

/** The figure somebody measured, with where it comes from; the latest counts, all stay. */
export function SatisfactionForm({ page, unitId, unit }: SatisfactionFormProps) {
  const { t } = useTranslation('assessment')
  const { day } = useDates()
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const known = page.satisfaction.find((each) => each.unitId === unitId)
  const draft = useFormDraft(`assessment.${page.programme.id}`, `satisfaction.${unitId}`, {
    value: '',
    source: '',
  })
  const { value, source } = draft.values
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      call(enterSatisfaction, {
        params: { programmeId: page.programme.id },
        body: { unitId, no: (known?.no ?? 0) + 1, value: String(Number(value)), source },
      }),
    onSuccess: draft.forget,
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', page.programme.id, 'assessment'] }),
  })
  return (
    <form
      className="assessment-satisfaction"
      aria-label={t('satisfactionOf', { unit })}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <p>
        {known
          ? t('satisfactionKnown', {
              value: known.value,
              source: known.source,
              by: known.recordedBy,
              at: day(known.recordedAt),
            })
          : t('satisfactionNone')}
      </p>
      <label>
        <span>{t('satisfaction')}</span>
        <input
          type="number"
          required
          min={0}
          max={100}
          step="0.01"
          value={value}
          onChange={({ target }) => draft.set({ value: target.value, source })}
        />
      </label>
      <label className="assessment-source">
        <span>{t('source')}</span>
        <input
          required
          maxLength={200}
          value={source}
          onChange={({ target }) => draft.set({ value, source: target.value })}
        />
      </label>
      <button type="submit" className="button" disabled={save.isPending}>
        {t('saveSatisfaction')}
      </button>
      {save.isError && (
        <p role="alert" className="fault">
          {sentenceOf(save.error)}
        </p>
      )}
    </form>
  )
}
