/** The inbox: what the posts somebody acts with were told. */
import type { NoticeId } from '../domain/ids.ts'
import { announcements, announce, readAnnouncement, type Announced } from '../store/announce.ts'
import { appendLog } from '../store/log.ts'
import { countOpenLines, listNotices, markNotices as markStoredNotices } from '../store/notices.ts'
import type { TenantId } from '../domain/ids.ts'
import { requireAccess, requirePerson, transaction, type Context, type Database } from './context.ts'

/** More than anybody reads; older ones come up as newer ones are done. */
const inboxLimit = 1000

const postIdsOf = (ctx: Context) => requirePerson(ctx).posts.map((post) => post.id)

export async function getInbox(ctx: Context, show: 'open' | 'all') {
  requireAccess(ctx, 'notice.read')
  const notices = await transaction(ctx, (tx) =>
    listNotices(tx, postIdsOf(ctx), { openOnly: show === 'open', limit: inboxLimit }),
  )
  const posts = requirePerson(ctx).posts.map(({ id, title, unit, standsIn }) => ({
    id,
    title,
    unit,
    standsIn,
  }))
  return { posts, notices, limit: inboxLimit }
}

export async function countNotices(ctx: Context) {
  requireAccess(ctx, 'notice.read')
  return { open: await transaction(ctx, (tx) => countOpenLines(tx, postIdsOf(ctx))) }
}

/** Ids of other posts' notices are passed over: one cannot tell them from ids there are not. */
export function markNotices(ctx: Context, noticeIds: readonly NoticeId[], done: boolean) {
  requireAccess(ctx, 'notice.read')
  const { id: personId } = requirePerson(ctx)
  return transaction(ctx, async (tx) => {
    const marked = await markStoredNotices(tx, postIdsOf(ctx), noticeIds, { done, by: personId, at: ctx.now })
    if (marked === 0) return { marked }
    await announce(tx, 'notices')
    await appendLog(tx, {
      at: ctx.now,
      personId,
      action: 'notice.mark',
      subjectKind: 'notice',
      subjectId: noticeIds.length === 1 ? (noticeIds[0] ?? null) : null,
      details: { done, notices: marked },
    })
    return { marked }
  })
}

/** Hears what is announced for any government; `missed` when some of it may not have been heard. */
export function hearAnnouncements(
  db: Database,
  heard: (tenantId: TenantId, what: Announced) => void,
  missed: () => void,
): { readonly close: () => Promise<void> } {
  return db.listen({
    channel: announcements,
    missed,
    heard: (payload) => {
      const announcement = readAnnouncement(payload)
      if (announcement) heard(announcement.tenantId, announcement.what)
    },
  })
}
