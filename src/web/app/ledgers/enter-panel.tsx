import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterEntry, type LedgerPage } from '../../../contract/ledgers.ts'
import type { TypedEntry } from '../../../domain/entry.ts'
import { countingWords } from '../../../domain/ledger-words.ts'
import { call, CallFailure } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'
import { useLanguage } from '../language.ts'
import { EntryFields } from './entry-fields.tsx'
import { faultsOf } from './faults-of.ts'
import { positionSourceOf } from './picked-places.ts'
import { ledgersKey } from './ledger-queries.ts'

type EnterPanelProps = { page: LedgerPage; unit: LedgerPage['units'][number]; open: (panel: string) => void }

const nothing: TypedEntry = {}

/** Entering one thing after another: what the next is likely to share stays in the form. */
export function EnterPanel({ page, unit, open }: EnterPanelProps) {
  const { t } = useTranslation('ledgers')
  const { language } = useLanguage()
  const client = useQueryClient()
  const sentenceOf = useFailureSentence()
  const programmeId = page.programme.id
  const draft = useFormDraft(`ledger.${page.indicatorId}.${unit.id}`, 'enter', nothing)
  const [last, setLast] = useState<string | null>(null)
  const enter = useMutation({
    mutationFn: (again: boolean) =>
      call(enterEntry, {
        params: { programmeId, indicatorId: page.indicatorId, unitId: unit.id },
        body: { typed: draft.values, again, positionSource: positionSourceOf(draft.values) },
      }),
    onSuccess: async ({ id }) => {
      setLast(id)
      const { district = '', datum = '', 'done-on': doneOn = '', period = '' } = draft.values
      draft.set({
        ...(district && { district }),
        ...(datum && { datum }),
        ...(doneOn && { 'done-on': doneOn }),
        ...(period && { period }),
      })
      await client.invalidateQueries({ queryKey: ledgersKey(programmeId) })
    },
  })
  const faults = faultsOf(enter.error)
  const isKnown = enter.error instanceof CallFailure && enter.error.code === 'entry.known'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate(false)
      }}
    >
      <p className="quiet">
        <span lang="zh-CN">{unit.name}</span> ·{' '}
        {countingWords(page.target.ledger, page.target.unit)[language]}
      </p>
      <EntryFields page={page} stages={unit.stages} typed={draft.values} set={draft.set} faults={faults} />
      {enter.isError && faults.length === 0 && <p role="alert">{sentenceOf(enter.error)}</p>}
      {faults.length > 0 && <p role="alert">{t('faultCount', { count: faults.length })}</p>}
      <p className="ledger-bar">
        <button type="submit" className="button button-primary" disabled={enter.isPending}>
          {t('save')}
        </button>
        {isKnown && (
          <button
            type="button"
            className="button"
            disabled={enter.isPending}
            onClick={() => enter.mutate(true)}
          >
            {t('enterAnyway')}
          </button>
        )}
        {draft.touched && (
          <button type="button" className="quiet-button" onClick={draft.forget}>
            {t('clear')}
          </button>
        )}
      </p>
      <output className="ledger-status">
        {last !== null && enter.isSuccess && (
          <>
            {t('entered')}{' '}
            <button type="button" className="quiet-button" onClick={() => open(last)}>
              {t('showIt')}
            </button>
          </>
        )}
      </output>
    </form>
  )
}
