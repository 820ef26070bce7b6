/**
 * Where the two trees meet: what one unit does for one indicator in one month (design: "two trees, one cell"). Plans,
 * entries, actuals, reviews and suspicions are all facts about a cell.
 */
import type { IndicatorId, UnitId } from './ids.ts'
import type { Month } from './month.ts'

export type Cell = { readonly indicatorId: IndicatorId; readonly unitId: UnitId; readonly month: Month }
