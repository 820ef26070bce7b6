/** Which characters of a text stand inside quotation marks or brackets. */
import { createCharacterSet } from './character-set.ts'

export const QUOTED = 1
export const BRACKETED = 2

const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '（': '）',
  '(': ')',
  '〔': '〕',
  '［': '］',
  '[': ']',
  '【': '】',
  '〈': '〉',
}
const opens = createCharacterSet(Object.keys(closers).join(''))
const brackets = '（(〔［[【〈'

/** A mark that is not closed within this many characters is taken for a slip of the pen and ignored. */
export const longestEnclosure = 120

/** One flag byte per UTF-16 unit: `QUOTED`, `BRACKETED`, both or none; the marks themselves count as inside. */
export function markEnclosures(text: string): Uint8Array {
  const marks = new Uint8Array(text.length)
  let straightQuoteEnd = -1
  for (let index = 0; index < text.length; index++) {
    if (!opens(text.charCodeAt(index)) || index <= straightQuoteEnd) continue
    const character = text.charAt(index)
    const closer = closers[character] ?? character
    const close = findCloser(text, index, character, closer)
    if (close < 0) continue
    const flag = brackets.includes(character) ? BRACKETED : QUOTED
    for (let inside = index; inside <= close; inside++) marks[inside] = (marks[inside] ?? 0) | flag
    if (character === '"') straightQuoteEnd = close
  }
  return marks
}

function findCloser(text: string, open: number, opener: string, closer: string): number {
  const last = Math.min(text.length - 1, open + longestEnclosure)
  let depth = 0
  for (let index = open + 1; index <= last; index++) {
    const character = text.charAt(index)
    if (character === closer) {
      if (depth === 0) return index
      depth--
    } else if (character === opener) depth++
  }
  return -1
}
