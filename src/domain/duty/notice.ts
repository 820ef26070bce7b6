/**
 * What a post is told (glossary: 提醒). A notice belongs to the post, so a successor and a stand-in find it; it names
 * the place it leads to, and is given once however often the cause is looked at.
 */
import type { IndicatorId, NoticeId, PostId, ProgrammeId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'

export const noticeKinds = [
  'plan-to-sign', // a unit has a share to sign for
  'plan-objected', // a unit objects to the lead unit's plan
  'plan-to-consent', // the office is asked to consent to a change
  'plan-decided', // the office consented or refused
  'sheet-open', // a month can be reported
  'due-soon',
  'overdue',
  'returned', // a reviewer returned a figure
  'to-review', // figures wait for a step
  'reopened', // a correction after the lock reopened the chain
  'frozen', // the office froze the month
  'order-given', // a matter is supervised, or climbed a step
  'order-due-soon',
  'order-lapsed', // nothing came in time, and the ladder does not climb by itself
  'order-waiting', // a reply or a request for an extension waits for the office
  'order-answered', // the office answered, or ended the matter
  'instruction-given', // a leader wrote an instruction
  'acceptance-claimed', // a lead unit claims that a promise is kept
  'acceptance-returned',
  'acceptance-accepted',
  'acceptance-closed',
  'instruction-followed', // an order follows it, or has ended
  'instruction-set-aside', // it needs no order of its own, for a reason
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export type NewNotice = {
  readonly kind: NoticeKind
  readonly programmeId: ProgrammeId | null
  readonly indicatorId: IndicatorId | null
  readonly unitId: UnitId | null
  readonly month: Month | null
  /** What its sentence names: counts, reasons, names. */
  readonly details: Readonly<Record<string, unknown>>
  /** Two notices of one post with one key are the same notice. */
  readonly onceKey: string
}

export type Notice = Omit<NewNotice, 'onceKey'> & {
  readonly id: NoticeId
  readonly postId: PostId
  readonly givenAt: string
  readonly done: boolean
}
