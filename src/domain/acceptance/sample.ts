/**
 * Which entries of a promise are looked at on site before it is accepted. How many is data of the government; which, a
 * seed decides that nobody chooses: those of the entries that count whose SHA-256 of seed and id, written one after the
 * other, are the smallest. Anybody who has the ids can draw them again.
 */
import { Big } from 'big.js'
import { Problem } from '../problems/problem.ts'

export type SampleRule = {
  readonly least: number
  /** Of the entries that count, rounded up. */
  readonly percent: number
  readonly most: number
}

/** As recorded: `no` counts them; the highest is in force. */
export type RecordedSampleRule = SampleRule & { readonly no: number }

/** Before an office sets its own. */
export const defaultSampleRule: RecordedSampleRule = { no: 0, least: 3, percent: 10, most: 20 }

export function sampleRuleInForce(recorded: readonly RecordedSampleRule[]): RecordedSampleRule {
  return recorded.toSorted((a, b) => b.no - a.no)[0] ?? defaultSampleRule
}

/** Never more than there are: of two entries both are looked at. */
export function sampleSize({ least, percent, most }: SampleRule, population: number): number {
  const part = Number(new Big(population).times(percent).div(100).round(0, Big.roundUp))
  return Math.min(population, most, Math.max(least, part))
}

/** Throws Problem 'acceptance.rule-out-of-order'. */
export function checkSampleRule({ least, most }: SampleRule): void {
  if (least > most) throw new Problem('acceptance.rule-out-of-order', { least, most })
}
