/** The numbered targets of a sentence, told in short for comparison with what a person read. */
import { extractIndicators } from '../../src/import/extract/extract-indicators.ts'

const signs = { eq: '=', gte: '≥', lte: '≤', approx: '≈', range: '[]' } as const

/** “≥ 600000 人”: comparator, value, unit of each quantity and rate in order; coverage without a number is 100 %. */
export function targetsOf(text: string): string[] {
  return extractIndicators(text, 2026)
    .indicators.filter(({ kind }) => kind === 'quantity' || kind === 'rate')
    .map(({ comparator, value, valueMax, unit }) =>
      [comparator === null ? '' : signs[comparator], value, valueMax, unit]
        .filter((part) => part !== null)
        .join(' '),
    )
}
