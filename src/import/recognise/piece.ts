/** A stretch of text that means something, with where it stands. */
export type Piece = { readonly name: string; readonly start: number; readonly end: number }

/** The piece of text[start, end) without the blanks around it; undefined when nothing else is there. */
export function trimmedPiece(text: string, start: number, end: number): Piece | undefined {
  const raw = text.slice(start, end)
  const name = raw.trim()
  if (name === '') return undefined
  const from = start + raw.length - raw.trimStart().length
  return { name, start: from, end: from + name.length }
}
