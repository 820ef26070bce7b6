/** Stand-ins: the holder of a post gives it to somebody else for a period. */
import { endedNow, requireMayDelegate, type NewDelegation } from '../domain/delegation.ts'
import type { DelegationId, PostId } from '../domain/ids.ts'
import { Problem } from '../domain/problem.ts'
import { announce } from '../store/announce.ts'
import { listColleagues as listStoredColleagues } from '../store/duty-pages.ts'
import { appendLog, takeTurn } from '../store/log.ts'
import {
  endDelegation as endStoredDelegation,
  findCandidate,
  findDelegatedPost,
  findPost,
  insertDelegation,
} from '../store/posts.ts'
import { mayDo } from '../domain/access.ts'
import { dateIn, newId, requireAccess, requirePerson, transaction, type Context } from './context.ts'

/** Among whom a stand-in is chosen. */
export function listColleagues(ctx: Context) {
  requireAccess(ctx, 'post.delegate')
  const { id } = requirePerson(ctx)
  return transaction(ctx, async (tx) =>
    (await listStoredColleagues(tx, dateIn(ctx.now))).filter((colleague) => colleague.id !== id),
  )
}

/** Throws Problem 'post.not-found', 'post.no-such-person', 'access.denied' or 'delegation.*'. */
export function delegatePost(
  ctx: Context,
  postId: PostId,
  asked: NewDelegation & { readonly reason: string },
): Promise<{ delegationId: DelegationId }> {
  requireAccess(ctx, 'post.delegate')
  const { id: by } = requirePerson(ctx)
  const { toPersonId, from, to, reason } = asked
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const today = dateIn(ctx.now)
    const post = await findPost(tx, postId)
    if (!post) throw new Problem('post.not-found', { place: 'postId' })
    // One may hold an administrator's post besides one of the staff: that one is never given away.
    if (!mayDo([post.role], 'post.delegate')) throw new Problem('access.denied', { action: 'post.delegate' })
    const held = await findDelegatedPost(tx, postId, today)
    if (!held) throw new Problem('delegation.not-holder', {})
    requireMayDelegate(held, asked, by, today)
    if (!(await findCandidate(tx, toPersonId, from)))
      throw new Problem('post.no-such-person', { place: 'toPersonId' })
    const id = newId<DelegationId>()
    await insertDelegation(tx, { id, postId, toPersonId, from, to, reason, by, at: ctx.now })
    await announce(tx, 'notices')
    await appendLog(tx, {
      at: ctx.now,
      personId: by,
      action: 'post.delegate',
      subjectKind: 'post',
      subjectId: postId,
      details: { delegationId: id, toPersonId, from, to, reason },
    })
    return { delegationId: id }
  })
}

/** At once. Throws Problem 'delegation.not-found'. */
export function endDelegation(ctx: Context, id: DelegationId): Promise<{ ended: boolean }> {
  requireAccess(ctx, 'post.delegate')
  const { id: by } = requirePerson(ctx)
  return transaction(ctx, async (tx) => {
    const today = dateIn(ctx.now)
    const postId = await endStoredDelegation(tx, id, by, today, endedNow(today))
    if (postId === undefined) throw new Problem('delegation.not-found', {})
    await announce(tx, 'notices')
    await appendLog(tx, {
      at: ctx.now,
      personId: by,
      action: 'post.end-delegation',
      subjectKind: 'post',
      subjectId: postId,
      details: { delegationId: id },
    })
    return { ended: true }
  })
}
