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

/** Where each bracket that is closed again closes, by where it opens. */
export function matchBrackets(text: string): ReadonlyMap<number, number> {
  const matches = new Map<number, number>()
  const open = new Map<string, number[]>(Object.values(closing).map((close) => [close, []]))
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    const start = open.get(character)?.pop()
    if (start !== undefined) matches.set(start, at)
    open.get(closing[character] ?? '')?.push(at)
  }
  return matches
}

/** The pieces between separators that stand in no bracket, trimmed; empty ones are left out. */
export function splitOutsideBrackets(text: string, separator: RegExp): Piece[] {
  const brackets = matchBrackets(text)
  const pieces: Piece[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    at = brackets.get(at) ?? at
    if (!separator.test(text.charAt(at))) continue
    const piece = trimmedPiece(text, start, at)
    if (piece !== undefined) pieces.push(piece)
    start = at + 1
  }
  const last = trimmedPiece(text, start, text.length)
  return last === undefined ? pieces : [...pieces, last]
}

/** The same within a piece, its parts placed in the text the piece is from. */
export function splitPiece(piece: Piece, separator: RegExp): Piece[] {
  return splitOutsideBrackets(piece.name, separator).map(({ name, start, end }) => ({
    name,
    start: piece.start + start,
    end: piece.start + end,
  }))
}
