/** The months of a programme: their dates, and the rule and calendar that decide them. */
import type { ProgrammeId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import { acceptRule, periodsOf, phaseOf, type PeriodRule } from '../../domain/reporting/period.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { NamedDay } from '../../domain/reporting/working-day.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findPeriodFacts, insertDays, insertRule } from '../../store/period-facts.ts'
import { findPeriods } from '../../store/period-pages.ts'
import { dateIn, requireAccess, requirePost, transaction, type Context } from '../context.ts'
import { calendarOf } from './month-dates.ts'

/** Throws Problem 'programme.not-found'. */
export async function getPeriods(ctx: Context, programmeId: ProgrammeId) {
  requireAccess(ctx, 'period.read')
  const page = await transaction(ctx, (tx) => findPeriods(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { facts, cells, rules, months } = page
  const today = dateIn(ctx.now)
  const countsOf = new Map(months.map((counts) => [counts.month, counts]))
  return {
    year: facts.year,
    today,
    rules,
    days: facts.days,
    months: periodsOf(facts.rules, facts.year, calendarOf(facts)).map((period) => {
      const { submitted = 0, approved = 0, frozen = 0 } = countsOf.get(period.month) ?? {}
      return { ...period, phase: phaseOf(period, today), cells, submitted, approved, frozen }
    }),
  }
}

export type NewPeriodRule = {
  readonly no: number
  readonly fromMonth: Month
  readonly rule: PeriodRule
  readonly reason: string
}

/**
 * A rule for the months not yet open. Throws Problem 'period.already-open', 'period.out-of-order', 'period.wrong-month'
 * or 'period.overtaken'.
 */
export function setPeriodRule(ctx: Context, programmeId: ProgrammeId, next: NewPeriodRule) {
  const { personId, post } = requirePost(ctx, 'period.set')
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const facts = await findPeriodFacts(tx, programmeId)
    if (!facts) throw new Problem('programme.not-found', {})
    const { no, fromMonth, rule, reason } = next
    if (Number(fromMonth.slice(0, 4)) !== facts.year)
      throw new Problem('period.wrong-month', { month: fromMonth, year: facts.year })
    if (no !== facts.rules.length + 1) throw new Problem('period.overtaken', {})
    acceptRule(facts.rules, { no, fromMonth, rule }, facts.year, calendarOf(facts), dateIn(ctx.now))
    await insertRule(tx, { programmeId, no, fromMonth, rule, reason, by: personId, at: ctx.now })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'period.set',
      subjectKind: 'programme',
      subjectId: programmeId,
      details: { no, fromMonth, rule, reason },
    })
    return { no }
  })
}

/** Days off and days made up, of the government's whole calendar. Throws Problem 'period.day-passed'. */
export function setCalendarDays(ctx: Context, days: readonly NamedDay[]) {
  const { personId, post } = requirePost(ctx, 'period.set')
  const today = dateIn(ctx.now)
  // What has passed decided dates that people went by.
  const passed = days.find(({ day }) => day < today)
  if (passed) throw new Problem('period.day-passed', { day: passed.day })
  const each = [...new Map(days.map((day) => [day.day, day])).values()]
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    await insertDays(tx, each, personId, ctx.now)
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'calendar.set',
      subjectKind: 'tenant',
      subjectId: ctx.tenantId,
      details: { days: each },
    })
    return { recorded: each.length }
  })
}
