import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { ImportPage } from '../../../contract/imports.ts'
import type { Correction } from '../../../domain/programme/correction.ts'
import type { DraftProgramme } from '../../../domain/programme/draft.ts'
import { useOpenForm } from './form-drafts.ts'
import type { ImportActions } from './import-actions.ts'
import { importQuery } from './import-queries.ts'
import { useCorrections } from './use-corrections.ts'

/** A correction without a form that was not saved, and why. */
export type LostCorrection = { readonly correction: Correction; readonly error: unknown }

export type ImportPageState = {
  readonly draft: DraftProgramme
  readonly form: string | null
  readonly actions: Omit<ImportActions, 'showInSource'>
  readonly saving: boolean
  readonly saved: Correction | undefined
  readonly lost: LostCorrection | undefined
  readonly undo: () => void
}

/** The state of a dry run and what can be done with it. */
export function useImportActionsOf(page: ImportPage): ImportPageState {
  const { draft, correct, saving, saved } = useCorrections(page)
  const [form, openForm] = useOpenForm(page.id)
  const [lost, setLost] = useState<LostCorrection>()
  const client = useQueryClient()
  const readOnly = page.programmeId !== null

  const correctNow = useCallback(
    (correction: Correction) => {
      setLost(undefined)
      correct(correction).catch((error: unknown) => setLost({ correction, error }))
    },
    [correct],
  )
  const actions = useMemo(
    () => ({
      importId: page.id,
      readOnly,
      correct,
      correctNow,
      openForm,
      nextSeq: () => (client.getQueryData(importQuery(page.id).queryKey)?.seq ?? 0) + 1,
    }),
    [page.id, readOnly, correct, correctNow, openForm, client],
  )
  const undo = useCallback(() => correctNow({ type: 'undo' }), [correctNow])
  return { draft, form: readOnly ? null : form, actions, saving, saved, lost, undo }
}
