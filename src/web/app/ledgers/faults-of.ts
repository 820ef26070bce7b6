import type { EntryFault } from '../../../domain/entry-fault.ts'
import { CallFailure } from '../api.ts'

/** The faults at fields that a call was refused for; none for any other failure. */
export function faultsOf(error: unknown): readonly EntryFault[] {
  if (!(error instanceof CallFailure) || error.code !== 'entry.refused') return []
  return (error.details as { faults?: readonly EntryFault[] }).faults ?? []
}
