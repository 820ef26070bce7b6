import { useFormDraft, type FormDraft } from '../imports/form-drafts.ts'

/** The decision as typed: its name and number, its date as the date field gives it. */
export type TypedDecision = { readonly text: string; readonly on: string }

/** The form's name among those of an import. */
export const decisionForm = 'decision'

/** Kept over a reload like every form of an import. */
export function useDecisionDraft(importId: string): FormDraft<TypedDecision> {
  return useFormDraft<TypedDecision>(importId, decisionForm, { text: '', on: '' })
}
