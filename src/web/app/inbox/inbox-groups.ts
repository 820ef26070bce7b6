/** The lines of an inbox by what is to be done, in the order of a month's work. */
import type { NoticeKind } from '../../../domain/notice.ts'
import type { NoticeLine } from '../../../domain/notice-line.ts'

export const inboxGroups = ['report', 'review', 'plan', 'frozen'] as const
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
}

export function groupsOf(
  lines: readonly NoticeLine[],
): readonly { group: InboxGroup; lines: readonly NoticeLine[] }[] {
  return inboxGroups
    .map((group) => ({ group, lines: lines.filter((line) => groupOf[line.kind] === group) }))
    .filter((each) => each.lines.length > 0)
}
