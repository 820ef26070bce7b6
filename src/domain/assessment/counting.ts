/** A line that counts cases: so many, each worth so much, limited by its rule, and a bonus by what is left of all of them. */
import { Big } from 'big.js'
import { decimal, type Decimal } from '../values/decimal.ts'

export type Counting = {
  readonly times: number
  readonly each: Decimal
  /** `times` × `each`, with two decimals. */
  readonly product: Decimal
  /** At most so much by this rule, where that is less; null elsewhere. */
  readonly most: Decimal | null
  /** What was left of all bonuses together, where that is less still; null elsewhere. */
  readonly left: Decimal | null
}

/** `most` is the limit of the rule; undefined where it has none. */
export function countingOf(times: number, each: Decimal, most: Decimal | undefined): Counting {
  const product = new Big(each).times(times).round(2, Big.roundHalfUp)
  const isLimited = most !== undefined && product.gt(most)
  return { times, each, product: decimal(product), most: isLimited ? most : null, left: null }
}

/** What it comes to, without a sign. */
export function countedPoints({ product, most, left }: Counting): Decimal {
  return left ?? most ?? product
}
