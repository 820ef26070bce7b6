/** Splitting that respects brackets of every kind used in official papers. */
import { type Piece, trimmedPiece } from './piece.ts'

const closing: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '〔': '〕',
  '[': ']',
  '［': '］',
  '【': '】',
  '〈': '〉',
  '《': '》',
  '“': '”',
}

/** The pieces between separators that stand in no bracket, trimmed; empty ones are left out. */
export function splitOutsideBrackets(text: string, separator: RegExp): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const bracketEnd = findClosing(text, at)
    if (bracketEnd !== undefined) {
      at = bracketEnd
    } else if (separator.test(text.charAt(at))) {
      const piece = trimmedPiece(text, start, at)
      if (piece !== undefined) pieces.push(piece)
      start = at + 1
    }
  }
  const last = trimmedPiece(text, start, text.length)
  if (last !== undefined) pieces.push(last)
  return pieces
}

/** The same within a piece, its parts placed in the text the piece is from. */
export function splitPiece(piece: Piece, separator: RegExp): Piece[] {
  return splitOutsideBrackets(piece.name, separator).map(({ name, start, end }) => ({
    name,
    start: piece.start + start,
    end: piece.start + end,
  }))
}

/** Where the bracket opened at `at` closes; undefined when none opens there or it is never closed. */
export function findClosing(text: string, at: number): number | undefined {
  const close = closing[text.charAt(at)]
  if (close === undefined) return undefined
  const open = text.charAt(at)
  let depth = 0
  for (let i = at; i < text.length; i++) {
    if (text.charAt(i) === open) depth++
    else if (text.charAt(i) === close && --depth === 0) return i
  }
  return undefined
}
