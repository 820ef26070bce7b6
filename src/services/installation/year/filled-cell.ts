/** A cell filled in as its sheet asks: the figure told, and every reason that the browser would ask for with it. */
import {
  nothingTyped,
  readActual,
  type ActualField,
  type TypedActual,
} from '../../../domain/reporting/actual.ts'
import type { Period, Phase } from '../../../domain/reporting/period.ts'
import { situationOf, type ReportedCell } from '../../../domain/reporting/reported-cell.ts'
import { lagOf, narrativeOf } from '../../../domain/simulation/demonstration-conduct.ts'
import type { DemonstrationCell, ToldFigure } from '../../../domain/simulation/demonstration-year.ts'

export type OpenPeriod = Period & { readonly phase: Phase; readonly toleratedPercent: number }

/** Null where the sheet does not take it, as where somebody has changed the plan meanwhile. */
export function filledCell(
  seed: string,
  cell: ReportedCell,
  story: DemonstrationCell,
  told: ToldFigure,
  period: OpenPeriod,
): TypedActual | null {
  const { month } = period
  const situation = situationOf(cell, month, period)
  const typed = { ...nothingTyped, ...told, narrative: narrativeOf(seed, story, month) }
  const asked = new Set(readActual(typed, situation).faults.map(({ field }) => field))
  const reasons: Partial<Record<ActualField, string>> = {
    ...lagOf(seed, story, month),
    correctionReason: '经复核，原填报数含尚未验收的部分，予以更正。',
    lateReason: '承办科室统计汇总较晚。',
  }
  const filled = {
    ...typed,
    ...Object.fromEntries(Object.entries(reasons).filter(([field]) => asked.has(field as ActualField))),
  }
  return readActual(filled, situation).faults.length === 0 ? filled : null
}
