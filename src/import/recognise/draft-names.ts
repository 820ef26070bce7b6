/** Pieces of a text as the names of a draft. */
import type { DraftName } from '../../domain/programme/draft.ts'
import type { Place } from '../../domain/programme/source.ts'
import type { Piece } from './piece.ts'
import type { UnitPiece } from './split-units.ts'

/** `at` is where the text is whose offsets the piece has; its `start` is where that text begins. */
export function nameOf(at: Place, { name, start, end }: Piece): DraftName {
  return { name, place: { ...at, start: at.start + start, end: at.start + end } }
}

export function unitNameOf(at: Place, { person, ...piece }: UnitPiece): DraftName {
  const unit = nameOf(at, piece)
  return person === undefined ? unit : { ...unit, person: nameOf(at, person) }
}

/** Each name once, where it is first printed. */
export function distinctNames(names: readonly DraftName[]): DraftName[] {
  const first = new Map<string, DraftName>()
  for (const name of names) if (!first.has(name.name)) first.set(name.name, name)
  return [...first.values()]
}
