/** What looks odd in figures that were just stated, held against what their months before added. */
import type { Cell } from '../domain/cell.ts'
import { subtract, type Decimal } from '../domain/decimal.ts'
import { incrementsOf } from '../domain/suspicion.ts'
import { listEarlierLevels } from '../store/actuals.ts'
import type { TenantTransaction } from '../store/db.ts'
import type { Context } from './context.ts'
import { findSuspicionsOfActual } from './suspicions.ts'

export type StatedCell = Cell & {
  /** As stated; the level it leads to, where that is a plain figure. */
  readonly value: Decimal | null
  readonly denominator: Decimal | null
  readonly level: Decimal | null
}

export async function findSuspicionsOfFigures(
  ctx: Context,
  tx: TenantTransaction,
  stated: readonly StatedCell[],
): Promise<void> {
  const earlier = await listEarlierLevels(tx, stated)
  for (const { value, denominator, level, ...cell } of stated) {
    if (value === null) continue
    const levels =
      earlier.find((each) => each.indicatorId === cell.indicatorId && each.unitId === cell.unitId)?.levels ??
      []
    const before = levels.at(-1)
    const increment = level === null ? null : before === undefined ? level : subtract(level, before)
    await findSuspicionsOfActual(ctx, tx, cell, { value, denominator, increment }, incrementsOf(levels))
  }
}
