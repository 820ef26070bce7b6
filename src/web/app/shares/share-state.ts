/** How a promise stands to what the districts have taken on of it. */
import type { z } from 'zod'
import type { getShares } from '../../../contract/programmes.ts'
import { compareDecimals, decimal, subtract, type Decimal } from '../../../domain/values/decimal.ts'

export type SharesPage = z.output<typeof getShares.response>
export type SharedPromise = SharesPage['promises'][number]

export type ShareState = {
  readonly state: 'short' | 'over' | 'even' | 'nobody' | 'not-added'
  /** How much too few or too many; null in the other states. */
  readonly by: Decimal | null
}

const zero = decimal(0)

export function shareState({ shares, difference }: Pick<SharedPromise, 'shares' | 'difference'>): ShareState {
  if (shares.length === 0) return { state: 'nobody', by: null }
  if (difference === null) return { state: 'not-added', by: null }
  const side = compareDecimals(difference, zero)
  if (side === 0) return { state: 'even', by: null }
  return side < 0 ? { state: 'short', by: subtract(zero, difference) } : { state: 'over', by: difference }
}

/** What somebody has to settle: too few, too many, or nobody at all. */
export function isUnsettled(promise: Pick<SharedPromise, 'shares' | 'difference'>): boolean {
  return ['short', 'over', 'nobody'].includes(shareState(promise).state)
}
