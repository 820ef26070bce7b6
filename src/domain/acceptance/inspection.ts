/** What was found where a drawn entry is said to be. */
import { Problem } from '../problems/problem.ts'
import type { PlainDate } from '../values/plain-date.ts'

export const findings = ['found', 'differs', 'not-found'] as const
export type Finding = (typeof findings)[number]

export type Inspection = {
  readonly finding: Finding
  readonly note: string
  readonly inspectedOn: PlainDate
}

/** Throws Problem 'acceptance.note-missing' or 'acceptance.date-ahead'. */
export function checkInspection({ finding, note, inspectedOn }: Inspection, today: PlainDate): void {
  if (finding !== 'found' && note.trim() === '')
    throw new Problem('acceptance.note-missing', { place: 'note' })
  if (inspectedOn > today) throw new Problem('acceptance.date-ahead', { place: 'inspectedOn', today })
}
