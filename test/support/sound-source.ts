/** What any document must be, whatever it was read from. */
import type { SourceDocument, SourceTable } from '../../src/domain/programme/source.ts'

/** What is wrong with a document: cells outside their table, out of order or over one another, characters of no text. */
export function findFaults(source: SourceDocument): string[] {
  return source.blocks.flatMap((block, index) => {
    const texts = block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text)
    const garbled = texts.filter((text) => /(?![\t\n])\p{Cc}/u.test(text) || !text.isWellFormed())
    const faults = block.kind === 'paragraph' ? [] : faultsOf(block)
    return [...garbled.map((text) => `garbled: ${JSON.stringify(text)}`), ...faults].map(
      (fault) => `block ${index}: ${fault}`,
    )
  })
}

function faultsOf({ cells, rowCount, columnCount }: SourceTable): string[] {
  const faults: string[] = []
  const until: number[] = []
  let previous = -1
  for (const { row, column, rowSpan, columnSpan } of cells) {
    const at = `cell ${row}, ${column}`
    if (rowSpan < 1 || columnSpan < 1) faults.push(`${at} has no extent`)
    if (row + rowSpan > rowCount || column + columnSpan > columnCount) faults.push(`${at} leaves the table`)
    if (row * columnCount + column <= previous) faults.push(`${at} is out of order`)
    previous = row * columnCount + column
    for (let c = column; c < column + columnSpan; c++) {
      if ((until[c] ?? 0) > row) faults.push(`${at} lies over another`)
      until[c] = row + rowSpan
    }
  }
  return faults
}
