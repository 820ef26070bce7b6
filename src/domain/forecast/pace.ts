/** Where a course leads if it goes on as it went; each rises with the latest figure. */
import { at, type Course } from './course.ts'

/** How far the plan’s rest carries: what was done of the plan so far goes on as it went. */
export function byPlan({ levels, plan, month }: Course): number {
  return carried(at(levels, month), at(plan, month))
}

function carried(done: number, planned: number): number {
  return Math.min(3, done + ((done + trust) / (planned + trust)) * (1 - planned))
}

/** A plan of nearly nothing says nearly nothing of who is ahead: so much of the target counts as done and planned. */
const trust = 0.12

/** Straight on from the average of the last `months`, up to the deadline. */
export function byPace({ levels, month, due }: Course, months: number): number {
  const span = Math.min(months, month)
  const done = at(levels, month)
  return Math.min(3, done + ((done - at(levels, month - span)) / span) * (due - month))
}

/** Months since the level last rose. */
export function stalledFor({ levels, month }: Course): number {
  for (let back = 0; back < month; back++) {
    if (at(levels, month - back) > at(levels, month - back - 1)) return back
  }
  return month
}

/**
 * The part of the time left that the rest would take, 0 to 2: between what it takes at the pace of the last three months
 * and what it takes where the plan's rest goes on as its past went.
 */
export function timeNeeded(course: Course): number {
  const { levels, plan, month, due } = course
  const span = Math.min(3, month)
  const done = at(levels, month)
  const pace = (done - at(levels, month - span)) / span
  const byItsPace = pace <= 0 ? mostTime : Math.min(mostTime, Math.max(0, 1 - done) / (pace * (due - month)))
  const planned = at(plan, month)
  const ahead = (done + trust) / (planned + trust)
  const enough = planned + Math.max(0, 1 - done) / ahead
  const met = plan.findIndex((level, index) => index > month && level >= enough)
  if (met === -1) return (byItsPace + mostTime) / 2
  const before = at(plan, met - 1)
  const part = (enough - before) / (at(plan, met) - before)
  return (byItsPace + (met - 1 + Math.max(0, part) - month) / (due - month)) / 2
}

const mostTime = 2

type Span = 3 | 6

/**
 * The last end of a quarter (3 months) or half-year (6), and the last month in which what was done by then is reported:
 * part of it comes a month later.
 */
function lastRush({ month }: Course, span: Span): { end: number; seen: number } {
  const end = Math.floor(month / span) * span
  return { end, seen: Math.min(month, end + 1) }
}

/**
 * How much a course keeps to the ends of quarters or half-years, 0 to 1: by the part of what was done that was reported
 * in their last months and the months after those.
 */
export function rhythmOf(course: Course, span: Span): number {
  const { levels } = course
  const { end, seen } = lastRush(course, span)
  const done = at(levels, seen)
  if (end === 0 || done <= 0) return 0
  let rushed = 0
  let months = 0
  for (let last = span; last <= end; last += span) {
    const until = Math.min(seen, last + 1)
    rushed += Math.max(0, at(levels, until) - at(levels, last - 1))
    months += until - last + 1
  }
  // Evenly, these months would have their share: that is no rhythm.
  const evenly = months / seen
  return Math.min(1, Math.max(0, (rushed / done - evenly) / (0.85 - evenly)))
}

/** Where the last rush left the course; NaN before the first. */
function afterRush(course: Course, span: Span): number {
  const { end, seen } = lastRush(course, span)
  return end === 0 ? Number.NaN : carried(at(course.levels, seen), at(course.plan, end))
}

/** Who rushes and rests is behind in between: `now`, raised towards where the last rush left the course. */
export function inRhythm(course: Course, span: Span, now: number): number {
  const after = afterRush(course, span)
  return Number.isNaN(after) ? now : now + rhythmOf(course, span) * Math.max(0, after - now)
}

/** In the rhythm, of quarters or half-years, that raises it more. */
export function inEitherRhythm(course: Course, now: number): number {
  return Math.max(inRhythm(course, 3, now), inRhythm(course, 6, now))
}

/** How far the rushes carried so far: 0 without a rhythm, 1 where they reach the plan. */
export function rushesOf(course: Course, span: Span): number {
  const after = afterRush(course, span)
  return Number.isNaN(after) ? 0 : rhythmOf(course, span) * Math.min(1, after)
}
