import { createContext, useContext } from 'react'
import type { Correction } from '../../../domain/programme/correction.ts'
import type { Correct } from './use-corrections.ts'

/** What the rows of a dry run can ask for. Stays the same object while the draft changes, so that rows need not. */
export type ImportActions = {
  readonly importId: string
  /** Adopted: nothing can be corrected any more. */
  readonly readOnly: boolean
  /** For forms: rejects when it was not saved. */
  readonly correct: Correct
  /** Without a form: what goes wrong is said above the panes. */
  readonly correctNow: (correction: Correction) => void
  readonly openForm: (form: string | null) => void
  /** The number the next correction will have, for keys of new readings. */
  readonly nextSeq: () => number
  /** Leads to where a key stands on the other side. */
  readonly showInSource: (key: string) => void
}

export const ImportActionsContext = createContext<ImportActions | undefined>(undefined)

export function useImportActions(): ImportActions {
  const actions = useContext(ImportActionsContext)
  if (!actions) throw new Error('The rows of a dry run stand inside its page')
  return actions
}
