/** Reads a figure as an official types it: 2.7万, １２００, 22,400, 1.5亿. */
import { decimal, multiply, type Decimal } from './decimal.ts'

const scales: Readonly<Record<string, number>> = { '': 1, 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 }

/** At most what the contract takes: 18 digits before the point and 9 behind it. */
const figure = /^(-?\d{1,18}(?:\.\d{1,9})?)([百千万亿]?)$/

/** The figure in full, or undefined when it is not one: "2.7万" is 27000. */
export function readTypedNumber(typed: string): Decimal | undefined {
  const plain = typed.normalize('NFKC').replaceAll(/[,\s]/g, '')
  const found = figure.exec(plain)
  if (!found) return undefined
  const [, digits = '', scale = ''] = found
  const value = multiply(decimal(digits), scales[scale] ?? 1)
  return /^-?\d{1,18}(\.\d{1,9})?$/.test(value) ? value : undefined
}
