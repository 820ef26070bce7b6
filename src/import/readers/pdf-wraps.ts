/** Which line breaks of a cell were typed, and which are only where its width ended. */
import { type Box, boundsOf } from './pdf-page.ts'
import type { TextLine } from './pdf-lines.ts'

/** What may not begin a line, and what may not end one (GB/T 15834–2011, §5.1). */
const noStart = /^[，。、；：？！）》」』】〕〉”’％%…·,.;:?!)\]]/
const noEnd = /[（《「『【〔〈“‘(［[]$/
const word = /[\p{Script=Latin}\d.,]/u

/** Names are short, so columns for them are narrow; a list of names looks like one wrapped name when all fill the width. */
const narrowColumn = 12
const sentence = /[。；，：,;:\d]/

/** Where the text of a column may stand. */
export type Measure = { readonly left: number; readonly right: number }

/** The text's room in cells that share a column: within their borders by the padding that is seen on the left. */
export function measureOf(cells: readonly (Box & { readonly lines: readonly TextLine[] })[]): Measure {
  const lines = cells.flatMap((cell) => cell.lines.map((line) => ({ line, cell })))
  const padding = lines.reduce(
    (least, { line, cell }) => Math.min(least, Math.max(0, line.left - cell.left)),
    0.6 * (lines[0]?.line.size ?? 0),
  )
  const bounds = boundsOf(cells)
  const right = lines.reduce((most, { line }) => Math.max(most, rightOf(line)), bounds.right - padding)
  return { left: bounds.left + padding, right }
}

/** Punctuation may hang over the margin. */
function rightOf({ glyphs, right }: TextLine): number {
  return glyphs.findLast((glyph) => !noStart.test(glyph.text))?.right ?? right
}

/**
 * The lines of one cell or paragraph as text. A line after which the next one's first word would have had no room was
 * wrapped, and is joined on; "\n" stays where a line ends short. In a narrow column full lines stay apart as well, since
 * a break within a name can be mended by who knows the names and a missing one between two names cannot.
 */
export function joinWrapped(lines: readonly TextLine[], measure: Measure): string {
  const keepsAll = looksLikeNames(lines, measure)
  let text = ''
  lines.forEach((line, index) => {
    const previous = lines[index - 1]
    if (previous !== undefined) {
      const wrapped = isWrapped(previous, line, measure) && !(keepsAll && mayBeTwoNames(previous, line))
      text += !wrapped ? '\n' : /[a-z]$/i.test(previous.text) && /^[a-z]/i.test(line.text) ? ' ' : ''
    }
    text += line.text
  })
  return text
}

/** Whether `line` ends where it does because `next` did not fit behind it. */
export function isWrapped(line: TextLine, next: TextLine, measure: Measure): boolean {
  const before = line.left - measure.left
  const behind = measure.right - line.right
  const centred = before > 0.5 * line.size && Math.abs(before - behind) < 0.4 * line.size
  const room = centred ? before + behind : behind
  return room < firstWordWidth(next) + gapBetween(line, next) * line.size
}

/** Between Chinese and Latin word processors leave a quarter of a character. */
function gapBetween(line: TextLine, next: TextLine): number {
  return word.test(line.text.slice(-1)) === word.test(next.text.slice(0, 1)) ? 0.05 : 0.3
}

/** The width of what cannot be parted from the first character. */
function firstWordWidth(line: TextLine): number {
  let end = 1
  for (; end < line.glyphs.length; end++) {
    const [last, next] = [line.glyphs[end - 1]?.text ?? '', line.glyphs[end]?.text ?? '']
    if (!noStart.test(next) && !noEnd.test(last) && !(word.test(last) && word.test(next))) break
  }
  return (line.glyphs[end - 1]?.right ?? line.right) - line.left
}

/** A name is never one character, and 、 at the end of a line already parts what it parts. */
function mayBeTwoNames(line: TextLine, next: TextLine): boolean {
  return Array.from(next.text).length > 1 && !/[、，,；;]$/.test(line.text)
}

function looksLikeNames(lines: readonly TextLine[], measure: Measure): boolean {
  const size = lines[0]?.size ?? 1
  return measure.right - measure.left < narrowColumn * size && !lines.some((line) => sentence.test(line.text))
}
