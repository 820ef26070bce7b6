import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergedRowSpans } from './merged-cells.ts'

it.each([
  { rows: '', spans: [] },
  { rows: 'a', spans: [1] },
  { rows: 'aab', spans: [2, 0, 1] },
  { rows: 'abba', spans: [1, 2, 0, 1] },
  { rows: 'aaaa', spans: [4, 0, 0, 0] },
])('the column $rows spans $spans', ({ rows, spans }) => {
  expect(mergedRowSpans(Array.from(rows), (row) => row)).toEqual(spans)
})

it('covers every row exactly once, and never two rows that differ', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (rows) => {
      const spans = mergedRowSpans(rows, (row) => row)
      const covered = spans.flatMap((span, row) =>
        rows.slice(row, row + span).map((other) => [rows[row], other]),
      )
      expect(covered).toHaveLength(rows.length)
      for (const [first, other] of covered) expect(other).toBe(first)
    }),
  )
})
