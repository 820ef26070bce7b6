/**
 * Splitting a figure by weights so that the parts add up to it exactly: the method of the largest remainder (Hamilton).
 * Done in whole numbers of the smallest step, so nothing is lost to rounding.
 */
import { Big } from 'big.js'
import { decimal, type Decimal } from './decimal.ts'

export type Weighed<Key extends string = string> = { readonly key: Key; readonly weight: Decimal }

const digitsAfterPoint = (text: string): number => text.split('.')[1]?.length ?? 0

/** `value` in steps of 10^-decimals; what is finer than a step is rounded to the nearest, halves up. */
export function toSteps(value: Decimal, decimals: number): bigint {
  return BigInt(new Big(value).times(new Big(10).pow(decimals)).round(0, Big.roundHalfUp).toFixed())
}

export function fromSteps(steps: bigint, decimals: number): Decimal {
  return decimal(new Big(steps.toString()).div(new Big(10).pow(decimals)))
}

/**
 * The parts of `total`, by key. Steps left over go to the largest remainders, then to the larger weight, then by key, so
 * that the order of the list decides nothing. Weights that are all zero weigh the same.
 */
export function splitByWeights<Key extends string>(
  total: Decimal,
  weighed: readonly Weighed<Key>[],
  decimals: number,
): Map<Key, Decimal> {
  const finest = Math.max(decimals, digitsAfterPoint(total))
  const steps = toSteps(total, finest)
  const scale = Math.max(0, ...weighed.map(({ weight }) => digitsAfterPoint(weight)))
  const stated = weighed.map(({ weight }) => toSteps(weight, scale))
  const weights = stated.every((weight) => weight === 0n) ? stated.map(() => 1n) : stated
  const sum = weights.reduce((a, b) => a + b, 0n)
  const parts = weighed.map(({ key }, index) => {
    const weight = weights[index] ?? 0n
    return { key, weight, whole: (steps * weight) / (sum || 1n), rest: (steps * weight) % (sum || 1n) }
  })
  const left = Number(steps - parts.reduce((a, { whole }) => a + whole, 0n))
  const first = new Set(parts.toSorted(byRemainder).slice(0, left))
  return new Map(parts.map((part) => [part.key, fromSteps(part.whole + (first.has(part) ? 1n : 0n), finest)]))
}

type Part = { readonly key: string; readonly weight: bigint; readonly rest: bigint }

function byRemainder(a: Part, b: Part): number {
  if (a.rest !== b.rest) return a.rest > b.rest ? -1 : 1
  if (a.weight !== b.weight) return a.weight > b.weight ? -1 : 1
  return a.key < b.key ? -1 : 1
}

/** Percentages of `total`. Where they do not add up to 100 the parts do not add up to it either, and the sum shows it. */
export function splitByPercentages<Key extends string>(
  total: Decimal,
  percentages: readonly Weighed<Key>[],
  decimals: number,
): Map<Key, Decimal> {
  const sum = percentages.reduce((all, { weight }) => all.plus(weight), new Big(0))
  const finest = Math.max(decimals, digitsAfterPoint(total))
  const whole = new Big(total).times(sum).div(100).round(finest, Big.roundHalfUp)
  if (sum.eq(0)) return new Map(percentages.map(({ key }) => [key, decimal(0)]))
  return splitByWeights(decimal(whole), percentages, decimals)
}
