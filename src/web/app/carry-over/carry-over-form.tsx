import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { prepareCarryOver, type CarryOverData } from '../../../contract/carry-over.ts'
import { isLagging } from '../../../domain/light/light-level.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'
import { CarriedPromises } from './carried-promises.tsx'

type Typed = {
  readonly chosen: readonly string[]
  readonly restOnly: boolean
  readonly decision: string
  readonly decidedOn: string
}

/** Which promises go on, by whose decision; what is made of them opens as a draft. */
export function CarryOverForm({ page }: { page: CarryOverData }) {
  const { t } = useTranslation('carryOver')
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { programme, records, promises } = page
  // Proposed is what lags, and what was promised beyond the year.
  const first: Typed = {
    chosen: promises.flatMap(({ id, light, crossYear }) => (crossYear || isLagging(light.level) ? [id] : [])),
    restOnly: true,
    decision: '',
    decidedOn: '',
  }
  const draft = useFormDraft(`carry-over.${programme.id}`, String(records.length), first)
  const typed = draft.values
  const chosen = promises.filter(({ id }) => typed.chosen.includes(id))
  const send = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      call(prepareCarryOver, {
        params: { programmeId: programme.id },
        body: { ...typed, seen: records.length, indicatorIds: chosen.map(({ id }) => id) },
      }),
    onSuccess: ({ importId }) => {
      draft.forget()
      void navigate({ to: '/imports/$importId', params: { importId } })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programme.id, 'carry-over'] }),
  })
  return (
    <form
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <p className="acceptance-bar">
        <button
          type="button"
          className="button"
          onClick={() => draft.set({ ...typed, chosen: promises.map(({ id }) => id) })}
        >
          {t('chooseAll')}
        </button>
        <button type="button" className="button" onClick={() => draft.set({ ...typed, chosen: [] })}>
          {t('chooseNone')}
        </button>
        <span className="quiet" aria-live="polite">
          {t('chosen', { count: chosen.length })}
        </span>
      </p>
      <CarriedPromises
        page={page}
        chosen={typed.chosen}
        onChange={(ids) => draft.set({ ...typed, chosen: ids })}
      />
      <fieldset className="carry-over-decision">
        <legend>{t('decision')}</legend>
        <label>
          <input
            type="checkbox"
            checked={typed.restOnly}
            onChange={({ target }) => draft.set({ ...typed, restOnly: target.checked })}
          />{' '}
          {t('restOnly')}
        </label>
        <label className="carry-over-words">
          <span>{t('decisionWords')}</span>
          <input
            required
            maxLength={500}
            value={typed.decision}
            onChange={({ target }) => draft.set({ ...typed, decision: target.value })}
          />
        </label>
        <label>
          <span>{t('decidedOn')}</span>{' '}
          <input
            type="date"
            required
            value={typed.decidedOn}
            onChange={({ target }) => draft.set({ ...typed, decidedOn: target.value })}
          />
        </label>
        <button
          type="submit"
          className="button button-primary"
          disabled={send.isPending || chosen.length === 0}
        >
          {t('prepare', { year: programme.year + 1 })}
        </button>
      </fieldset>
      {send.isError && (
        <p role="alert" className="fault">
          {sentenceOf(send.error)}
        </p>
      )}
    </form>
  )
}
