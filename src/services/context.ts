/** What every use case is handed: the database, the government it acts in, who acts, and the clock. */
import { v7 } from 'uuid'
import { mayDo, type Action, type Role } from '../domain/duty/access.ts'
import type { Boundary } from '../domain/ledger/boundary.ts'
import { getPostFor, type HeldPost } from '../domain/duty/duty.ts'
import type { PersonId, TenantId, UnitId } from '../domain/values/ids.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import { Problem } from '../domain/problems/problem.ts'
import { inTenant, type Database, type TenantTransaction } from '../store/db.ts'

export type { Database } from '../store/db.ts'

export type Context = {
  readonly db: Database
  readonly tenantId: TenantId
  /** Null for the public and for what the system does by itself. */
  readonly person: SignedIn | null
  readonly now: Date
  /** The districts' outlines, where there are any: a place outside its district looks odd. */
  readonly boundaries?: readonly Boundary[]
  /** The transaction under way, when this use case is a step of a larger one. */
  readonly tx?: TenantTransaction
}

export type SignedIn = {
  readonly id: PersonId
  readonly roles: readonly Role[]
  /** With which posts, of which units. */
  readonly posts: readonly HeldPost[]
}

/** One transaction inside the tenant's wall: a new one, or the one under way. */
export function transaction<Result>(
  ctx: Context,
  work: (tx: TenantTransaction) => Promise<Result>,
): Promise<Result> {
  if (ctx.tx) return work(ctx.tx)
  return inTenant(ctx.db, ctx.tenantId, work)
}

/** Throws Problem 'access.sign-in-needed' or 'access.denied'. */
export function requireAccess(ctx: Context, action: Action): void {
  if (mayDo(ctx.person?.roles ?? [], action)) return
  if (!ctx.person) throw new Problem('access.sign-in-needed', {})
  throw new Problem('access.denied', { action })
}

/** The person acting; throws Problem 'access.sign-in-needed' for the public. */
export function requirePerson(ctx: Context): SignedIn {
  if (!ctx.person) throw new Problem('access.sign-in-needed', {})
  return ctx.person
}

/**
 * The person and the post they do this with for one of these units. Throws Problem 'access.sign-in-needed',
 * 'access.denied' or 'access.other-unit'.
 */
export function requireDuty(
  ctx: Context,
  action: Action,
  units: readonly UnitId[],
): { personId: PersonId; post: HeldPost } {
  requireAccess(ctx, action)
  const { id, posts } = requirePerson(ctx)
  return { personId: id, post: getPostFor(posts, action, units) }
}

/** The same for what needs the role of a post only, whatever its unit: the office's and the leaders' acts. */
export function requirePost(ctx: Context, action: Action): { personId: PersonId; post: HeldPost } {
  return requireDuty(
    ctx,
    action,
    (ctx.person?.posts ?? []).map((post) => post.unitId),
  )
}

/** Time-ordered, so that new rows lie together in every index. */
export function newId<Id extends string>(): Id {
  return v7() as Id
}

/** The calendar date in China at an instant. */
export function dateIn(now: Date): PlainDate {
  return days.format(now) as PlainDate
}

const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
