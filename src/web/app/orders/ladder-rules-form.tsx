import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setLadderRules } from '../../../contract/ladder-rules.ts'
import type { LadderRules } from '../../../domain/order/ladder-rules.ts'
import { addMonths, type Month } from '../../../domain/values/month.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { LadderFields } from './ladder-fields.tsx'

type LadderRulesFormProps = {
  inForce: LadderRules
  /** The number new rules would have. */
  next: number
  thisMonth: Month
}

export function LadderRulesForm({ inForce, next, thisMonth }: LadderRulesFormProps) {
  const { t } = useTranslation('orders')
  const words = useMonthWords()
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const months = Array.from({ length: 12 }, (_, index) => addMonths(thisMonth, index))
  const [rules, setRules] = useState(inForce)
  const [from, setFrom] = useState(thisMonth)
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: () => call(setLadderRules, { body: { no: next, fromMonth: from, rules, reason } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['ladder-rules'] })
      await client.invalidateQueries({ queryKey: ['programmes'] })
    },
  })
  return (
    <form
      className="rules-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <LadderFields rules={rules} onChange={setRules} />
      <fieldset>
        <label>
          <span>{t('fromMonth')}</span>
          <select value={from} onChange={({ target }) => setFrom(target.value as Month)}>
            {months.map((month) => (
              <option key={month} value={month}>
                {words(month)}
              </option>
            ))}
          </select>
        </label>
        <label className="rules-reason">
          <span>{t('rulesReason')}</span>
          <input required maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        <button type="submit" className="button button-primary" disabled={save.isPending}>
          {t('saveRules')}
        </button>
      </fieldset>
      {save.isError && (
        <p role="alert" className="fault">
          {sentenceOf(save.error)}
        </p>
      )}
    </form>
  )
}
