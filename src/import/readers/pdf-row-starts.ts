/** Where the rows of a table begin that no line is drawn between. */
import type { TextLine } from './pdf-lines.ts'
import { middleOf } from './pdf-page.ts'

const number = /^[（(]?(\d{1,3}|[一二三四五六七八九十]{1,3})[）)、.．]?$/

/**
 * In the widest gap before each number of the first column, where no drawn line (`floors`) parts it from the one above.
 * Without numbers and lines every line that has text in the first column begins a row.
 */
export function rowStarts(
  lines: readonly TextLine[],
  firstColumn: readonly (TextLine | undefined)[],
  floors: readonly number[],
): number[] {
  const numbered = firstColumn.flatMap((line, index) => (number.test(line?.text ?? '') ? [index] : []))
  const isParted = (from: number, to: number): boolean =>
    floors.some((floor) => floor > middleOfLine(lines, from) && floor < middleOfLine(lines, to))
  if (numbered.length > 1) {
    return numbered.flatMap((index, order) => {
      const from = order === 0 ? 0 : (numbered[order - 1] ?? 0)
      return isParted(from, index) ? [] : (widestGap(lines, from, index) ?? [])
    })
  }
  if (floors.length > 0) return []
  return firstColumn.flatMap((line, index) =>
    line === undefined ? [] : (widestGap(lines, index - 1, index) ?? []),
  )
}

function middleOfLine(lines: readonly TextLine[], index: number): number {
  const line = lines[index]
  return line === undefined ? 0 : middleOf(line)
}

/** The middle of the widest gap between the lines `from` and `to`; of equal ones the last. */
function widestGap(lines: readonly TextLine[], from: number, to: number): number | undefined {
  let widest = -Infinity
  let middle: number | undefined
  for (let index = Math.max(0, from) + 1; index <= to; index++) {
    const [above, below] = [lines[index - 1], lines[index]]
    if (above === undefined || below === undefined) continue
    const gap = below.top - above.bottom
    if (gap < widest - 0.5) continue
    widest = Math.max(widest, gap)
    middle = (above.bottom + below.top) / 2
  }
  return middle
}
