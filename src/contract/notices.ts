/** The inbox of the posts somebody acts with. */
import { z } from 'zod'
import type { IndicatorId, NoticeId, PostId, ProgrammeId, UnitId } from '../domain/ids.ts'
import { noticeKinds } from '../domain/notice.ts'
import { route } from './route.ts'
import { idOf, instantSchema, monthSchema } from './values.ts'

export const noticeSchema = z.object({
  id: idOf<NoticeId>(),
  postId: idOf<PostId>(),
  kind: z.enum(noticeKinds),
  programmeId: idOf<ProgrammeId>().nullable(),
  /** The title of the programme. */
  programme: z.string().nullable(),
  indicatorId: idOf<IndicatorId>().nullable(),
  unitId: idOf<UnitId>().nullable(),
  month: monthSchema.nullable(),
  details: z.record(z.string(), z.unknown()),
  givenAt: instantSchema,
  done: z.boolean(),
})

export const getInbox = route({
  method: 'GET',
  path: '/api/notices',
  access: 'notice.read',
  summary: 'What the posts somebody acts with were told, newest first',
  query: z.object({ show: z.enum(['open', 'all']).default('open') }),
  response: z.object({
    posts: z.array(
      z.object({ id: idOf<PostId>(), title: z.string(), unit: z.string(), standsIn: z.boolean() }),
    ),
    notices: z.array(noticeSchema),
    /** The most that are answered. */
    limit: z.int(),
  }),
})
export type Inbox = z.output<typeof getInbox.response>

export const countNotices = route({
  method: 'GET',
  path: '/api/notices/count',
  access: 'notice.read',
  summary: 'How many lines of the inbox are open',
  response: z.object({ open: z.int() }),
})

export const markNotices = route({
  method: 'POST',
  path: '/api/notices/marks',
  access: 'notice.read',
  summary: 'Mark notices done, or not done after all',
  body: z.object({ noticeIds: z.array(idOf<NoticeId>()).min(1).max(1000), done: z.boolean() }),
  response: z.object({ marked: z.int() }),
})

export const streamNotices = route({
  method: 'GET',
  path: '/api/notices/stream',
  access: 'notice.read',
  summary: 'Server-sent events: “notices” whenever the inbox may have changed; they carry nothing else',
  file: 'text/event-stream',
  stream: true,
})
