import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  decideEntry,
  replaceEntry,
  withdrawEntry,
  type EntryDetails,
  type LedgerPage,
} from '../../../contract/ledgers.ts'
import type { TypedEntry } from '../../../domain/entry.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'
import { useMayDo } from '../session.tsx'
import { EntryFields } from './entry-fields.tsx'
import { faultsOf } from './faults-of.ts'
import { positionSourceOf } from './picked-places.ts'
import { ledgersKey } from './ledger-queries.ts'
import { useOwnUnits } from './own-units.ts'

type EntryActionsProps = {
  page: LedgerPage
  entry: EntryDetails
  typed: TypedEntry
  open: (panel: string) => void
}

/** What may still be done: its unit corrects or withdraws it, a reviewer accepts or rejects it. */
export function EntryActions({ page, entry, typed, open }: EntryActionsProps) {
  const { t } = useTranslation('ledgers')
  const mayDo = useMayDo()
  const own = useOwnUnits().some(({ id }) => id === entry.unitId)
  const client = useQueryClient()
  const sentenceOf = useFailureSentence()
  const [reason, setReason] = useState('')
  const draft = useFormDraft(`ledger.${entry.id}`, 'correct', { typed, open: false })
  const params = { programmeId: page.programme.id, entryId: entry.id }
  const act = useMutation({
    mutationFn: async (what: 'accept' | 'reject' | 'withdraw' | 'correct') => {
      if (what === 'correct')
        return call(replaceEntry, {
          params,
          body: {
            typed: draft.values.typed,
            reason,
            positionSource: positionSourceOf(draft.values.typed),
          },
        })
      if (what === 'withdraw') return call(withdrawEntry, { params, body: { reason } })
      return call(decideEntry, { params, body: { decision: what, reason } })
    },
    onSuccess: async ({ id }, what) => {
      setReason('')
      if (what === 'correct') {
        draft.forget()
        open(id)
      }
      await client.invalidateQueries({ queryKey: ledgersKey(page.programme.id) })
    },
  })
  const closed = entry.state === 'replaced' || entry.state === 'withdrawn'
  const mayDecide = mayDo('entry.decide') && !closed
  const mayCorrect = own && entry.state !== 'replaced'
  if (!mayDecide && !mayCorrect) return null
  const faults = faultsOf(act.error)
  const button = (what: 'accept' | 'reject' | 'withdraw', primary = false) => (
    <button
      type="button"
      className={primary ? 'button button-primary' : 'button'}
      disabled={act.isPending}
      onClick={() => act.mutate(what)}
    >
      {t(what)}
    </button>
  )
  return (
    <form
      noValidate
      className="ledger-actions"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate('correct')
      }}
    >
      {mayCorrect && draft.values.open && (
        <EntryFields
          page={page}
          stages={page.units.find(({ id }) => id === entry.unitId)?.stages ?? []}
          typed={draft.values.typed}
          set={(next) => draft.set({ typed: next, open: true })}
          faults={faults}
        />
      )}
      <p className="ledger-field">
        <label htmlFor={`reason-${entry.id}`}>{t('reason')}</label>
        <textarea
          id={`reason-${entry.id}`}
          rows={2}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </p>
      {act.isError && (
        <p role="alert">
          {faults.length > 0 ? t('faultCount', { count: faults.length }) : sentenceOf(act.error)}
        </p>
      )}
      <p className="ledger-bar">
        {mayDecide && entry.state !== 'accepted' && button('accept', true)}
        {mayDecide && entry.state !== 'rejected' && button('reject')}
        {mayCorrect &&
          (draft.values.open ? (
            <>
              <button type="submit" className="button button-primary" disabled={act.isPending}>
                {t('saveCorrection')}
              </button>
              <button type="button" className="quiet-button" onClick={draft.forget}>
                {t('cancel')}
              </button>
            </>
          ) : (
            <button type="button" className="button" onClick={() => draft.set({ typed, open: true })}>
              {t('correct')}
            </button>
          ))}
        {own && !closed && !draft.values.open && button('withdraw')}
      </p>
    </form>
  )
}
