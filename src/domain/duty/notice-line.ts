/**
 * Notices as an inbox shows them: those of one kind, programme and month are one line with a count, however many posts
 * somebody holds.
 */
import type { IndicatorId, NoticeId, PostId, ProgrammeId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'
import type { Notice, NoticeKind } from './notice.ts'

export type NoticeLine = {
  readonly key: string
  readonly kind: NoticeKind
  readonly programmeId: ProgrammeId | null
  readonly month: Month | null
  /** Null where its notices are about several. */
  readonly indicatorId: IndicatorId | null
  readonly unitId: UnitId | null
  /** The order or instruction they are about; null where of several, or none. */
  readonly about: string | null
  readonly noticeIds: readonly NoticeId[]
  readonly postIds: readonly PostId[]
  /** How many things its notices are about together. */
  readonly count: number
  /** What the newest says besides. */
  readonly details: Readonly<Record<string, unknown>>
  readonly givenAt: string
  readonly done: boolean
}

/** Store and domain agree on this: what the header counts is what the inbox lists. */
export function lineKeyOf({ kind, programmeId, month, details }: Omit<Notice, 'done'>): string {
  return [
    kind,
    programmeId ?? '',
    month ?? '',
    typeof details['step'] === 'string' ? details['step'] : '',
  ].join(' ')
}

/** Newest first; done ones stand apart from open ones. */
export function linesOf(notices: readonly Notice[]): readonly NoticeLine[] {
  const newestFirst = notices.toSorted(
    (a, b) => b.givenAt.localeCompare(a.givenAt) || b.id.localeCompare(a.id),
  )
  const groups = Map.groupBy(newestFirst, (notice) => `${notice.done ? 'done' : 'open'} ${lineKeyOf(notice)}`)
  return [...groups].map(([key, group]) => lineOf(key, group))
}

function lineOf(key: string, group: readonly Notice[]): NoticeLine {
  const [newest] = group
  if (!newest) throw new Error('a group of notices has one at least')
  return {
    key,
    kind: newest.kind,
    programmeId: newest.programmeId,
    month: newest.month,
    indicatorId: onlyOne(group.map((notice) => notice.indicatorId)),
    unitId: onlyOne(group.map((notice) => notice.unitId)),
    about: onlyOne(group.map(({ details: { about } }) => (typeof about === 'string' ? about : null))),
    noticeIds: group.map((notice) => notice.id),
    postIds: [...new Set(group.map((notice) => notice.postId))],
    count: countOf(group),
    details: newest.details,
    givenAt: newest.givenAt,
    done: newest.done,
  }
}

function onlyOne<Value>(values: readonly (Value | null)[]): Value | null {
  const [first, ...others] = new Set(values)
  return others.length === 0 ? (first ?? null) : null
}

/** Two posts told of the same thing (an officer of the district and of the lead unit) count it once. */
function countOf(group: readonly Notice[]): number {
  const things = new Map(
    group.map((notice) => [
      JSON.stringify([notice.indicatorId, notice.unitId, notice.givenAt, notice.details]),
      typeof notice.details['count'] === 'number' ? notice.details['count'] : 1,
    ]),
  )
  return [...things.values()].reduce((sum, count) => sum + count, 0)
}
