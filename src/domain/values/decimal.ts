/**
 * Exact decimal figures. A figure travels as its canonical text ("22400", "85.6", "-0.5"): exact in JSON, in
 * PostgreSQL's numeric and on screen alike. Arithmetic goes through big.js; nothing that is published is a float.
 */
import { Big } from 'big.js'

declare const brand: unique symbol
export type Decimal = string & { readonly [brand]: 'Decimal' }

/** The canonical form of a number: no exponent, no trailing zeros, no plus sign. Throws RangeError on anything else. */
export function decimal(value: string | number | Big): Decimal {
  try {
    const text = new Big(value).toFixed()
    return (text === '-0' ? '0' : text) as Decimal
  } catch {
    throw new RangeError(`“${String(value)}” is not a decimal number`)
  }
}

export function multiply(a: Decimal, b: Decimal | number): Decimal {
  return decimal(new Big(a).times(b))
}

export function add(a: Decimal, b: Decimal): Decimal {
  return decimal(new Big(a).plus(b))
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return decimal(new Big(a).minus(b))
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return new Big(a).cmp(b)
}
