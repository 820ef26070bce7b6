/**
 * Where the two trees meet: what one unit does for one indicator in one month (design: "two trees, one cell"). Plans,
 * entries, actuals, reviews and suspicions are all facts about a cell.
 */
import type { IndicatorId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'

export type Cell = { readonly indicatorId: IndicatorId; readonly unitId: UnitId; readonly month: Month }
