/** Where every promise will end, and what will be missed unless something changes. */
import { stillChased } from '../../domain/acceptance/closing.ts'
import { defaultThreshold, earlyWarnings } from '../../domain/forecast/early-warning.ts'
import { forecastProgramme } from '../../domain/forecast/forecast.ts'
import { learnedModel } from '../../domain/forecast/learned-model.ts'
import { cellsToForecast } from '../../domain/forecast/promises-to-forecast.ts'
import type { ProgrammeId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { findHistory } from '../../store/programme-history.ts'
import { dateIn, requireAccess, type Context } from '../context.ts'
import { lightMoment } from './light-moment.ts'
import { readWithRecords } from './past-years.ts'

/** As it looks at the end of a month. Throws Problem 'programme.not-found' or 'period.wrong-month'. */
export async function getForecasts(ctx: Context, programmeId: ProgrammeId, asked: Month | null) {
  requireAccess(ctx, 'light.read')
  const { page, records } = await readWithRecords(ctx, (tx) => findHistory(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { facts, history } = page
  const { month } = lightMoment(facts, dateIn(ctx.now), asked)
  const input = {
    year: history.year,
    month,
    cells: cellsToForecast(history),
    records,
    model: learnedModel,
  }
  const forecasts = forecastProgramme(input)
  const warnings = earlyWarnings({ ...input, threshold: defaultThreshold, level: 'indicators' }, forecasts)
  const isChased = stillChased(history)
  return {
    programme: { id: history.id, title: history.title },
    month,
    threshold: defaultThreshold,
    learnedFrom: learnedModel.source,
    promises: history.indicators.map(({ id, taskId, sentence, target, closedOn }) => ({
      id,
      no: history.tasks.find((task) => task.id === taskId)?.no ?? '',
      sentence,
      unit: target.kind === 'rate' ? '%' : (target.unit ?? ''),
      target: target.value,
      closedOn,
    })),
    forecasts: forecasts.indicators,
    warnings: warnings
      .filter(({ forecast }) => isChased(forecast.indicatorId))
      .map(({ forecast, firstSeen, belowSince, probabilities }) => ({
        indicatorId: forecast.indicatorId,
        firstSeen,
        belowSince,
        probabilities,
      })),
  }
}
