import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { freezeMonth } from '../../../contract/periods.ts'
import type { Month } from '../../../domain/month.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'

type FreezeFormProps = { programmeId: string; month: Month; frozen: number; left: number }

/** Freezing is asked twice: it is what papers will cite. */
export function FreezeForm({ programmeId, month, frozen, left }: FreezeFormProps) {
  const { t } = useTranslation('periods')
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(freezeMonth, { params: { programmeId }, body: { month, no: frozen + 1, reason } }),
    onSuccess: () => setOpen(false),
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programmeId] }),
  })
  if (!open)
    return (
      <>
        {frozen > 0 && <span>{t('frozenNo', { no: frozen })} </span>}
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {frozen > 0 ? t('freezeAgain') : t('freeze')}
        </button>
      </>
    )
  return (
    <form
      className="freeze-form"
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <p>{left > 0 ? t('freezeWithout', { count: left }) : t('freezeAll')}</p>
      {frozen > 0 && (
        <label>
          <span>{t('freezeReason')}</span>
          <input
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      {error !== null && (
        <p role="alert" className="fault">
          {sentenceOf(error)}
        </p>
      )}
      <button type="submit" className="button button-primary" disabled={isPending}>
        {t('confirmFreeze', { no: frozen + 1 })}
      </button>{' '}
      <button type="button" className="quiet-button" onClick={() => setOpen(false)}>
        {t('cancel')}
      </button>
    </form>
  )
}
