/** What an entry's content is known by, so that the same row typed or loaded again is known. */
import { createHash } from 'node:crypto'
import type { EntryContent } from '../domain/entry.ts'

/**
 * A digest of all columns and of which of the equal ones it is, in the shape of a UUID of version 8 (RFC 9562): identical
 * rows within one file are told apart by their order.
 */
export function contentKey(content: EntryContent, occurrence: number): string {
  const text = JSON.stringify([
    content.month,
    content.name,
    content.place,
    content.district,
    content.identifier,
    content.doneOn,
    content.stage,
    content.certificate,
    content.sourceSystem,
    content.counts,
    content.denominator,
    content.beneficiaries,
    content.outages,
    occurrence,
    // Only where there is one: the keys of entries without a place stay what they were.
    ...(content.position
      ? [[content.position.longitude, content.position.latitude, content.position.accuracy]]
      : []),
  ])
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
