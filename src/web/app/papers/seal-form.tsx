import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sealPaper, type PaperPage } from '../../../contract/papers.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'

type SealFormProps = { programmeId: string; paper: PaperPage; isChanged: boolean }

/** Asked twice: a numbered paper stays as it is. */
export function SealForm({ programmeId, paper, isChanged }: SealFormProps) {
  const { t } = useTranslation('papers')
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(sealPaper, { params: { paperId: paper.id }, body: { version: paper.version } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programmeId, 'papers'] }),
  })
  if (isChanged) return <p className="quiet">{t('saveFirst')}</p>
  if (!open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('seal')}
      </button>
    )
  return (
    <form
      className="seal-form"
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <p>{t('sealAsk')}</p>
      {error !== null && (
        <p role="alert" className="fault">
          {sentenceOf(error)}
        </p>
      )}
      <button type="submit" className="button button-primary" disabled={isPending}>
        {t('confirmSeal')}
      </button>{' '}
      <button type="button" className="quiet-button" onClick={() => setOpen(false)}>
        {t('cancel')}
      </button>
    </form>
  )
}
