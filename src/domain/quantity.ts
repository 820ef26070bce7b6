/** A figure as it is reported and planned: a number, or for rates a numerator over a denominator. Never capped. */
import { Big } from 'big.js'
import { add, compareDecimals, decimal, multiply, type Decimal } from './decimal.ts'

export type Quantity = { readonly value: Decimal; readonly denominator: Decimal | null }

export function quantityOf(value: Decimal | null, denominator: Decimal | null): Quantity | null {
  return value === null ? null : { value, denominator }
}

/** Sums numerators and denominators apart: the rate of a whole is no mean of the rates of its parts. */
export function addQuantities(a: Quantity | null, b: Quantity | null): Quantity | null {
  if (a === null || b === null) return a ?? b
  const denominator =
    a.denominator === null || b.denominator === null
      ? (a.denominator ?? b.denominator)
      : add(a.denominator, b.denominator)
  return { value: add(a.value, b.value), denominator }
}

/** By their rates where both have one, else by their numbers; exact, without dividing. */
export function compareQuantities(a: Quantity, b: Quantity): -1 | 0 | 1 {
  if (a.denominator === null || b.denominator === null) return compareDecimals(a.value, b.value)
  return compareDecimals(multiply(a.value, b.denominator), multiply(b.value, a.denominator))
}

/** In percent with one decimal, half up, as printed in bulletins: 10/3 of 100 is 333.3; null where there is nothing to divide by. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  const divisor = new Big(whole)
  return divisor.eq(0) ? null : decimal(new Big(part).times(100).div(divisor).round(1, Big.roundHalfUp))
}
