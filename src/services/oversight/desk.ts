/** The office's desk: what changed, what is due, what lags and why, who has not reported, what looks odd. */
import { stillChased } from '../../domain/acceptance/closing.ts'
import { dueItems, type DueItem } from '../../domain/desk/due-items.ts'
import { countLevels, laggingPromises } from '../../domain/desk/lagging-promises.ts'
import { missingReports } from '../../domain/desk/missing-reports.ts'
import { groupProblems } from '../../domain/desk/problem-groups.ts'
import { turnedLights } from '../../domain/desk/turned-lights.ts'
import { defaultThreshold } from '../../domain/forecast/early-warning.ts'
import { learnedModel } from '../../domain/forecast/learned-model.ts'
import { cellsToForecast } from '../../domain/forecast/promises-to-forecast.ts'
import { turnedForecasts } from '../../domain/forecast/turned-forecasts.ts'
import { lightRulesFor } from '../../domain/light/light-rules.ts'
import { programmeLights } from '../../domain/light/programme-lights.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { periodsOf } from '../../domain/reporting/period.ts'
import type { ProgrammeId } from '../../domain/values/ids.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import { findDesk } from '../../store/desk-pages.ts'
import { dateIn, requireAccess, type Context } from '../context.ts'
import { calendarOf } from '../reporting/month-dates.ts'
import { lightMoment } from './light-moment.ts'
import { readWithRecords } from './past-years.ts'
import { promiseNames, withPromise, type NameOf, type PromiseName } from './promise-names.ts'

/** The desk shows the worst; all of them are a click away. */
const shown = 12

/** Throws Problem 'programme.not-found'. */
export async function getDesk(ctx: Context, programmeId: ProgrammeId) {
  requireAccess(ctx, 'desk.read')
  const today = dateIn(ctx.now)
  const since = yesterdayIn(today)
  const { page, records } = await readWithRecords(ctx, (tx) => findDesk(tx, programmeId, since))
  if (!page) throw new Problem('programme.not-found', {})
  const { facts, history, published, desk } = page
  const moment = lightMoment(facts, today, null)
  const { rules } = lightRulesFor(page.lightRules, moment.month)
  const { subjects } = programmeLights(history, moment, rules)
  const isChased = stillChased(history)
  const chased = subjects.filter(({ subjectId }) => isChased(subjectId))
  const named = promiseNames(history)
  const calendar = calendarOf(facts)
  const periods = periodsOf(facts.rules, facts.year, calendar)
  const turned = turnedForecasts({
    year: history.year,
    month: moment.month,
    cells: cellsToForecast(history),
    records,
    model: learnedModel,
    threshold: defaultThreshold,
  })
  return {
    programme: { id: history.id, title: history.title, year: history.year },
    month: moment.month,
    since: since.toISOString(),
    colours: rules.colours,
    changes: desk.changes.map(({ indicatorId, ...change }) => ({
      ...change,
      promise: indicatorId === null ? null : (named(indicatorId) ?? null),
    })),
    publishedMonth: published[0]?.month ?? null,
    turnedLights: withPromise(
      turnedLights(published, chased).map((light) => ({ ...light, indicatorId: light.now.subjectId })),
      named,
    ),
    turnedForecasts: withPromise(
      turned.filter(({ indicatorId }) => isChased(indicatorId)),
      named,
    ),
    due: dueItems({ facts: desk, history, periods, calendar, today }).flatMap((item) =>
      namedItem(item, named),
    ),
    levels: countLevels(chased.flatMap(({ scope, level }) => (scope === 'indicator' ? [level] : []))),
    closed: history.indicators.filter(({ closedOn }) => closedOn !== null).length,
    lagging: withPromise(
      laggingPromises(chased)
        .slice(0, shown)
        .map((light) => ({ light, indicatorId: light.subjectId })),
      named,
    ),
    problems: groupProblems(desk.problems.filter(({ indicatorId }) => isChased(indicatorId))).map(
      ({ words, problems }) => ({
        words,
        problems: withPromise(problems, named),
      }),
    ),
    missing: missingReports(history, moment.pastDue),
    doubts: withPromise(desk.doubts, named),
  }
}

type Objection = Extract<DueItem, { kind: 'objection' }>

function namedItem(
  item: DueItem,
  named: NameOf,
): (Exclude<DueItem, Objection> | (Objection & { readonly promise: PromiseName }))[] {
  return item.kind === 'objection' ? withPromise([item], named) : [item]
}

/** Midnight in China at the beginning of the day before. */
function yesterdayIn(today: PlainDate): Date {
  return new Date(Date.parse(`${today}T00:00:00+08:00`) - 86_400_000)
}
