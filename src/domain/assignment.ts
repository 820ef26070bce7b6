/**
 * Who may come to hold which post, and when (glossary: 任职). Duty binds to the post: its tasks and its inbox stay
 * where they are when the holder changes.
 */
import type { Role } from './access.ts'
import type { PersonId } from './ids.ts'
import { addDays } from './working-day.ts'
import type { PlainDate } from './plain-date.ts'
import { Problem } from './problem.ts'

/** GB/T 22239 level 3 keeps these three apart. */
const administrators: ReadonlySet<Role> = new Set(['system-admin', 'security-admin', 'audit-admin'])

export type Candidate = {
  readonly id: PersonId
  readonly name: string
  /** Of the posts held on the first day or later. */
  readonly roles: readonly Role[]
}

/** Throws Problem 'post.to-oneself' or 'post.administrators-apart'. */
export function requireMayHold(candidate: Candidate, role: Role, by: PersonId): void {
  if (candidate.id === by) throw new Problem('post.to-oneself', { place: 'personId' })
  if (!administrators.has(role)) return
  const other = candidate.roles.find((held) => administrators.has(held) && held !== role)
  if (other) throw new Problem('post.administrators-apart', { place: 'personId', person: candidate.name })
}

/** The holding that has no end: of today's holder or of a successor already named. */
export type OpenHolding = { readonly personId: PersonId; readonly since: PlainDate }

export type Handover = {
  /** Null: the post stays vacant. */
  readonly personId: PersonId | null
  /** The first day that the present holder no longer acts. */
  readonly from: PlainDate
  /** Whom the administrator saw holding it; null where vacant. */
  readonly seen: PersonId | null
}

/**
 * The last day of the one who leaves, null where nobody does. Throws Problem 'post.overtaken', 'post.vacant',
 * 'post.same-person', 'post.in-the-past' or 'post.before-start'.
 */
export function acceptHandover(
  present: OpenHolding | undefined,
  { personId, from, seen }: Handover,
  today: PlainDate,
): PlainDate | null {
  if ((present?.personId ?? null) !== seen) throw new Problem('post.overtaken', {})
  if (!present && personId === null) throw new Problem('post.vacant', { place: 'personId' })
  if (present && present.personId === personId) throw new Problem('post.same-person', { place: 'personId' })
  requireNotPast(from, today)
  if (!present) return null
  if (from <= present.since) throw new Problem('post.before-start', { place: 'from', since: present.since })
  return addDays(from, -1)
}

/** Throws Problem 'post.in-the-past'. */
export function requireNotPast(from: PlainDate, today: PlainDate): void {
  if (from < today) throw new Problem('post.in-the-past', { place: 'from', today })
}
