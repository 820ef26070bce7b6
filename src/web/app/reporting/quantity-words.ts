import type { Decimal } from '../../../domain/decimal.ts'
import { percentOf, type Quantity } from '../../../domain/quantity.ts'
import { grouped } from '../../ui/figures.ts'

/** "1,234", for a rate "98 / 100"; nothing at all is a dash. */
export function quantityWords(quantity: Quantity | null): string {
  if (quantity === null) return '—'
  return quantity.denominator === null
    ? grouped(quantity.value)
    : `${grouped(quantity.value)} / ${grouped(quantity.denominator)}`
}

/** "98%" of a rate; undefined for a number. */
export function rateWords(quantity: Quantity | null): string | undefined {
  if (!quantity || quantity.denominator === null) return undefined
  const percent = percentOf(quantity.value, quantity.denominator)
  return percent === null ? undefined : `${percent}%`
}

/** How far of a target, uncapped: "283.6%". */
export function shareWords(part: Decimal, whole: Decimal): string | undefined {
  const percent = percentOf(part, whole)
  return percent === null ? undefined : `${percent}%`
}
