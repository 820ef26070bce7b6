/** The lines of an inbox by what is to be done, what is supervised first, then in the order of a month's work. */
import type { NoticeKind } from '../../../domain/duty/notice.ts'
import type { NoticeLine } from '../../../domain/duty/notice-line.ts'

export const inboxGroups = ['order', 'report', 'review', 'plan', 'frozen', 'acceptance'] as const
export type InboxGroup = (typeof inboxGroups)[number]

const groupOf: Readonly<Record<NoticeKind, InboxGroup>> = {
  'plan-to-sign': 'plan',
  'plan-objected': 'plan',
  'plan-to-consent': 'plan',
  'plan-decided': 'plan',
  'sheet-open': 'report',
  'due-soon': 'report',
  overdue: 'report',
  returned: 'report',
  'to-review': 'review',
  reopened: 'review',
  frozen: 'frozen',
  'order-given': 'order',
  'order-due-soon': 'order',
  'order-lapsed': 'order',
  'order-waiting': 'order',
  'order-answered': 'order',
  'instruction-given': 'order',
  'acceptance-claimed': 'acceptance',
  'acceptance-returned': 'acceptance',
  'acceptance-accepted': 'acceptance',
  'acceptance-closed': 'acceptance',
  'instruction-followed': 'order',
  'instruction-set-aside': 'order',
}

export function groupsOf(
  lines: readonly NoticeLine[],
): readonly { group: InboxGroup; lines: readonly NoticeLine[] }[] {
  return inboxGroups
    .map((group) => ({ group, lines: lines.filter((line) => groupOf[line.kind] === group) }))
    .filter((each) => each.lines.length > 0)
}
