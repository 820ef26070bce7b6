/** What the years that are over teach: of each unit for the forecasts of this one, and every cell for the backtest. */
import { endedCell } from '../../domain/forecast/learning/ended-year.ts'
import type { KnownCell } from '../../domain/forecast/learning/known-cell.ts'
import { unitRecords } from '../../domain/forecast/learning/unit-records.ts'
import { cellsToForecast } from '../../domain/forecast/promises-to-forecast.ts'
import type { UnitRecords } from '../../domain/forecast/unit-record.ts'
import type { ProgrammeHistory } from '../../domain/light/history.ts'
import type { ProgrammeId } from '../../domain/values/ids.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { findHistory, type HistoryPage } from '../../store/programme-history.ts'
import { listProgrammes } from '../../store/programme-pages.ts'
import { dateIn, transaction, type Context } from '../context.ts'

/** A page with the records of the year before it. Every forecast that is shown rests on them, or two pages would differ. */
export function readWithRecords<Page extends Pick<HistoryPage, 'yearBefore'>>(
  ctx: Context,
  read: (tx: TenantTransaction) => Promise<Page | undefined>,
): Promise<{ readonly page: Page | undefined; readonly records: UnitRecords }> {
  return transaction(ctx, async (tx) => {
    const page = await read(tx)
    return { page, records: await recordsOf(tx, page?.yearBefore ?? null) }
  })
}

/** Nothing where there was no year before. */
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
