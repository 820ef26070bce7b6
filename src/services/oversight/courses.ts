/** What the charts of promises are drawn from. */
import { forecastProgramme } from '../../domain/forecast/forecast.ts'
import { learnedModel } from '../../domain/forecast/learned-model.ts'
import { cellsToForecast } from '../../domain/forecast/promises-to-forecast.ts'
import { milestoneCourses } from '../../domain/light/milestone-course.ts'
import { progressCourse } from '../../domain/light/progress-course.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { IndicatorId, ProgrammeId } from '../../domain/values/ids.ts'
import { findHistory } from '../../store/programme-history.ts'
import { dateIn, requireAccess, transaction, type Context } from '../context.ts'
import { lightMoment } from './light-moment.ts'
import { readWithRecords } from './past-years.ts'
import { promiseNames, withPromise } from './promise-names.ts'

/** Throws Problem 'programme.not-found' or 'plan.no-such-promise'. */
export async function getCourse(ctx: Context, programmeId: ProgrammeId, indicatorId: IndicatorId) {
  requireAccess(ctx, 'light.read')
  const { page, records } = await readWithRecords(ctx, (tx) => findHistory(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { facts, history } = page
  const indicator = history.indicators.find(({ id }) => id === indicatorId)
  const promise = promiseNames(history)(indicatorId)
  if (!indicator || !promise) throw new Problem('plan.no-such-promise', { place: { indicatorId } })
  const { month } = lightMoment(facts, dateIn(ctx.now), null)
  const { kind, unit, value } = indicator.target
  // What other promises do is part of what this one is expected to.
  const forecast = forecastProgramme({
    year: history.year,
    month,
    cells: cellsToForecast(history),
    records,
    model: learnedModel,
  }).indicators.find((each) => each.indicatorId === indicatorId)
  return {
    promise,
    unit: kind === 'rate' ? '%' : (unit ?? ''),
    target: value,
    month,
    points: progressCourse(indicator, history.year, month),
    fan: forecast?.fan ?? [],
  }
}

/** Throws Problem 'programme.not-found'. */
export async function getMilestones(ctx: Context, programmeId: ProgrammeId) {
  requireAccess(ctx, 'light.read')
  const page = await transaction(ctx, (tx) => findHistory(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { history } = page
  const today = dateIn(ctx.now)
  return {
    programme: { id: history.id, title: history.title, year: history.year },
    today,
    milestones: withPromise(milestoneCourses(history, today), promiseNames(history)),
  }
}
