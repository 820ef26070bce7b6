/** A stand-in for the holder of a post, for a period (glossary: 代岗): the post's duties and its present inbox come along. */
import type { PersonId } from './ids.ts'
import type { PlainDate } from './plain-date.ts'
import { Problem } from './problem.ts'
import { addDays } from './working-day.ts'

/** For longer the post is handed over. */
export const longestDelegation = 184

export type NewDelegation = {
  readonly toPersonId: PersonId
  readonly from: PlainDate
  readonly to: PlainDate
}

export type KnownDelegation = {
  readonly person: string
  readonly from: PlainDate
  /** The last day it counts for, its early end taken in. */
  readonly until: PlainDate
}

export type DelegatedPost = {
  /** Whoever holds it today. */
  readonly holderId: PersonId
  /** The holder's last day; null while there is none. */
  readonly heldUntil: PlainDate | null
  readonly delegations: readonly KnownDelegation[]
}

/**
 * Nothing where the holder may. Throws Problem 'delegation.not-holder' (which a stand-in is not), and for what is asked
 * 'delegation.to-oneself', '.in-the-past', '.ends-before-start', '.too-long', '.beyond-holding' or '.overlaps'.
 */
export function requireMayDelegate(
  post: DelegatedPost,
  asked: NewDelegation,
  by: PersonId,
  today: PlainDate,
): void {
  const { from, to } = asked
  if (post.holderId !== by) throw new Problem('delegation.not-holder', {})
  if (asked.toPersonId === by) throw new Problem('delegation.to-oneself', { place: 'toPersonId' })
  if (from < today) throw new Problem('delegation.in-the-past', { place: 'from', today })
  if (to < from) throw new Problem('delegation.ends-before-start', { place: 'to' })
  if (to > addDays(from, longestDelegation - 1))
    throw new Problem('delegation.too-long', { place: 'to', days: longestDelegation })
  if (post.heldUntil !== null && to > post.heldUntil)
    throw new Problem('delegation.beyond-holding', { place: 'to', until: post.heldUntil })
  const other = post.delegations.find((known) => known.from <= to && known.until >= from)
  if (other)
    throw new Problem('delegation.overlaps', {
      place: 'from',
      person: other.person,
      from: other.from,
      to: other.until,
    })
}

/** The last day that one ended now counts for: it ends at once, so not today. */
export function endedNow(today: PlainDate): PlainDate {
  return addDays(today, -1)
}
