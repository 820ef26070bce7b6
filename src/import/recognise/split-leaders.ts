/** The people named in a cell: one a line, or with 、 ， ； / or blanks between them. */
import { splitOutsideBrackets, splitPiece } from './brackets.ts'
import type { Piece } from './piece.ts'

/** Columns are justified by padding names of two characters to the width of three: “李 明”. */
const loneCharacter = /^\p{Script=Han}$/u

export function splitLeaders(text: string): Piece[] {
  return splitOutsideBrackets(text, /[、，,；;/]/).flatMap((part) =>
    joinPadded(splitPiece(part, /\s/).map((word) => ({ ...word, name: word.name.normalize('NFC') }))),
  )
}

/** Two characters that stand alone are one name; of four, the second two are another. */
function joinPadded(words: readonly Piece[]): Piece[] {
  const names: Piece[] = []
  let half = false
  for (const word of words) {
    const lone = loneCharacter.test(word.name)
    const previous = names.at(-1)
    if (lone && half && previous !== undefined) {
      names[names.length - 1] = { name: previous.name + word.name, start: previous.start, end: word.end }
      half = false
    } else {
      names.push(word)
      half = lone
    }
  }
  return names
}
