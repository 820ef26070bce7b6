/** Names of the forms of a dry run; the one that is open is remembered by its name. */
import type { DraftTask } from '../../../domain/programme/draft.ts'

export const formOf = {
  edit: (indicator: string) => `edit:${indicator}`,
  split: (indicator: string) => `split:${indicator}`,
  add: (task: string) => `add:${task}`,
  unit: (name: string) => `unit:${name}`,
} as const

/** Whether a form stands within a task. */
export function isFormOf(form: string | null, task: DraftTask): boolean {
  if (form === null) return false
  if (form === formOf.add(task.key)) return true
  return task.indicators.some(({ key }) => form === formOf.edit(key) || form === formOf.split(key))
}
