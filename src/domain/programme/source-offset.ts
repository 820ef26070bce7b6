/** From a task's text in one line back to the characters of the document, and on to a count that a person can find. */
import type { Place, SourceBlock, SourceCell, SourceDocument, SourceTable } from './source.ts'

/**
 * The sentences of a cell's text in one line. Word processors break lines where a column ends, so a line break and the
 * blanks around it are no part of the sentence.
 */
export function taskTextOf(cellText: string): string {
  return cellText
    .split('\n')
    .map((line) => line.trim())
    .join('')
}

/**
 * Where the character at `offset` of `taskTextOf(cellText)` stands in `cellText`; for the offset behind the last
 * character, the place behind it. A span [start, end) is thus [sourceOffset(start), sourceOffset(end - 1) + 1).
 * Throws RangeError for an offset outside the text.
 */
export function sourceOffset(cellText: string, offset: number): number {
  let lineStart = 0
  let taken = 0
  let behindLast = 0
  for (const line of cellText.split('\n')) {
    const kept = line.trim().length
    const keptStart = lineStart + (line.length - line.trimStart().length)
    if (offset >= taken && offset < taken + kept) return keptStart + offset - taken
    if (kept > 0) behindLast = keptStart + kept
    taken += kept
    lineStart += line.length + 1
  }
  if (offset === taken) return behindLast
  throw new RangeError(`offset ${offset} is outside a text of ${taken} characters`)
}

/** The whole text a place is in: its paragraph's or its cell's. Throws RangeError when the document has no such place. */
export function getPlaceText(source: SourceDocument, place: Place): string {
  const block = source.blocks[place.block]
  if (block?.kind === 'paragraph') return block.text
  const cell = block === undefined ? undefined : findCell(block, place.row ?? -1, place.column ?? -1)
  if (cell === undefined) {
    throw new RangeError(
      `no text at block ${place.block}, row ${place.row ?? '–'}, column ${place.column ?? '–'}`,
    )
  }
  return cell.text
}

/** The cell whose top left corner is there. Cells are in reading order, so it is found by halving. */
export function findCell({ cells }: SourceTable, row: number, column: number): SourceCell | undefined {
  let low = 0
  let high = cells.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const cell = cells[middle]
    if (cell === undefined) return undefined
    const order = cell.row - row || cell.column - column
    if (order === 0) return cell
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

/** The characters of a place. */
export function textAt(source: SourceDocument, place: Place): string {
  return getPlaceText(source, place).slice(place.start, place.end)
}

/** How many UTF-16 units of the document's text stand before a place, paragraphs and cells counted in reading order. */
export function linearOffset(source: SourceDocument, place: Place): number {
  let before = 0
  for (const block of source.blocks.slice(0, place.block)) before += lengthOf(block)
  const block = source.blocks[place.block]
  if (block?.kind !== 'table') return before + place.start
  for (const cell of block.cells) {
    if (cell.row === place.row && cell.column === place.column) break
    before += cell.text.length
  }
  return before + place.start
}

function lengthOf(block: SourceBlock): number {
  if (block.kind === 'paragraph') return block.text.length
  return block.cells.reduce((sum, cell) => sum + cell.text.length, 0)
}
