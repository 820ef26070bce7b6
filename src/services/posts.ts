/** Posts and who holds them, as the system administrator keeps them. Duties and inbox stay with the post. */
import type { Role } from '../domain/access.ts'
import {
  acceptHandover,
  requireMayHold,
  requireNotPast,
  type Candidate,
  type Handover,
} from '../domain/assignment.ts'
import type { PersonId, PostId, UnitId } from '../domain/ids.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import { Problem } from '../domain/problem.ts'
import type { TenantTransaction } from '../store/db.ts'
import { listPosts as listStoredPosts } from '../store/duty-pages.ts'
import { appendLog, takeTurn } from '../store/log.ts'
import { insertHeldPost, insertHolding } from '../store/people.ts'
import { endDelegationsOf, endHolding, findCandidate, findPost, findUnitForPost } from '../store/posts.ts'
import { announce } from '../store/announce.ts'
import { dateIn, newId, requireAccess, requirePerson, transaction, type Context } from './context.ts'

export async function listPosts(ctx: Context) {
  requireAccess(ctx, 'person.read')
  const today = dateIn(ctx.now)
  return { today, posts: await transaction(ctx, (tx) => listStoredPosts(tx, today)) }
}

export type NewPost = {
  readonly unitId: UnitId
  readonly title: string
  readonly role: Exclude<Role, 'public'>
  readonly from: PlainDate
  /** Who holds it from then on; null: nobody yet. */
  readonly personId: PersonId | null
}

/** Throws Problem 'post.*'. */
export function createPost(ctx: Context, post: NewPost): Promise<{ postId: PostId }> {
  requireAccess(ctx, 'post.assign')
  const { id: by } = requirePerson(ctx)
  const { unitId, title, role, from, personId } = post
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    requireNotPast(from, dateIn(ctx.now))
    const unit = await findUnitForPost(tx, unitId, post, from)
    if (!unit) throw new Problem('post.no-such-unit', { place: 'unitId' })
    if (unit.taken) throw new Problem('post.title-taken', { place: 'title', unit: unit.name, title })
    if (personId !== null) requireMayHold(await getCandidate(tx, personId, from), role, by)
    const postId = newId<PostId>()
    await insertHeldPost(tx, { id: postId, unitId, title, role, validFrom: from }, personId)
    await appendLog(tx, {
      at: ctx.now,
      personId: by,
      action: 'post.create',
      subjectKind: 'post',
      subjectId: postId,
      details: { unitId, title, role, from, personId },
    })
    return { postId }
  })
}

/** One act: the holder's last day, and the successor's first the day after. Throws Problem 'post.*'. */
export function handOver(
  ctx: Context,
  postId: PostId,
  handover: Handover,
): Promise<{ lastDay: PlainDate | null }> {
  requireAccess(ctx, 'post.assign')
  const { id: by } = requirePerson(ctx)
  const { personId, from } = handover
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const post = await findPost(tx, postId)
    if (!post) throw new Problem('post.not-found', { place: 'postId' })
    const present = post.open ?? undefined
    const lastDay = acceptHandover(present, handover, dateIn(ctx.now))
    if (personId !== null) requireMayHold(await getCandidate(tx, personId, from), post.role, by)
    if (present && lastDay !== null) {
      await endHolding(tx, postId, present, lastDay)
      await endDelegationsOf(tx, postId, lastDay)
    }
    if (personId !== null) await insertHolding(tx, postId, personId, from)
    await announce(tx, 'notices')
    await appendLog(tx, {
      at: ctx.now,
      personId: by,
      action: 'post.hand-over',
      subjectKind: 'post',
      subjectId: postId,
      details: { from, lastDay, predecessor: present?.personId ?? null, successor: personId },
    })
    return { lastDay }
  })
}

async function getCandidate(tx: TenantTransaction, personId: PersonId, from: PlainDate): Promise<Candidate> {
  const candidate = await findCandidate(tx, personId, from)
  if (!candidate) throw new Problem('post.no-such-person', { place: 'personId' })
  return candidate
}
