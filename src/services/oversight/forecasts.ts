/** Where every promise will end, and what will be missed unless something changes. */
import { defaultThreshold, earlyWarnings } from '../../domain/forecast/early-warning.ts'
import { forecastProgramme } from '../../domain/forecast/forecast.ts'
import { endedCell } from '../../domain/forecast/learning/ended-year.ts'
import type { KnownCell } from '../../domain/forecast/learning/known-cell.ts'
import { unitRecords } from '../../domain/forecast/learning/unit-records.ts'
import { learnedModel } from '../../domain/forecast/learned-model.ts'
import { cellsToForecast } from '../../domain/forecast/promises-to-forecast.ts'
import type { UnitRecords } from '../../domain/forecast/unit-record.ts'
import type { ProgrammeHistory } from '../../domain/light/history.ts'
import type { ProgrammeId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { listProgrammes } from '../../store/programme-pages.ts'
import { findHistory } from '../../store/programme-history.ts'
import { dateIn, requireAccess, transaction, type Context } from '../context.ts'
import { lightMoment } from './light-moment.ts'

/** As it looks at the end of a month. Throws Problem 'programme.not-found' or 'period.wrong-month'. */
export async function getForecasts(ctx: Context, programmeId: ProgrammeId, asked: Month | null) {
  requireAccess(ctx, 'light.read')
  const [page, records] = await transaction(ctx, async (tx) => {
    const found = await findHistory(tx, programmeId)
    return [found, await recordsOf(tx, found?.yearBefore ?? null)] as const
  })
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
  return {
    programme: { id: history.id, title: history.title },
    month,
    threshold: defaultThreshold,
    learnedFrom: learnedModel.source,
    promises: history.indicators.map(({ id, taskId, sentence, target }) => ({
      id,
      no: history.tasks.find((task) => task.id === taskId)?.no ?? '',
      sentence,
      unit: target.kind === 'rate' ? '%' : (target.unit ?? ''),
      target: target.value,
    })),
    forecasts: forecasts.indicators,
    warnings: warnings.map(({ forecast, firstSeen, belowSince, probabilities }) => ({
      indicatorId: forecast.indicatorId,
      firstSeen,
      belowSince,
      probabilities,
    })),
  }
}

/** What the year before says of the units; nothing where there was none. */
async function recordsOf(tx: TenantTransaction, yearBefore: ProgrammeId | null): Promise<UnitRecords> {
  const past = yearBefore === null ? undefined : await findHistory(tx, yearBefore)
  return past ? unitRecords(endedCells(past.history), past.history.year) : new Map()
}

/** Every cell of the years that are over, oldest first: what `npm run backtest` judges by and learns from. */
export async function listEndedYears(ctx: Context) {
  const thisYear = Number(dateIn(ctx.now).slice(0, 4))
  return transaction(ctx, async (tx) => {
    const years: { readonly year: number; readonly cells: readonly KnownCell[] }[] = []
    for (const { id, year, share } of await listProgrammes(tx)) {
      if (year >= thisYear || share !== null) continue
      const page = await findHistory(tx, id)
      if (page) years.unshift({ year, cells: endedCells(page.history) })
    }
    return years
  })
}

function endedCells(history: ProgrammeHistory): KnownCell[] {
  return cellsToForecast(history).map((cell) => endedCell(cell, history.year))
}
