/** Which coordinates in the forms were chosen on a map: what is typed over them is typed. */
import type { TypedEntry } from '../../../domain/entry.ts'

const picked = new Set<string>()
const keyOf = ({ longitude, latitude, datum }: TypedEntry) => `${longitude} ${latitude} ${datum}`

export function notePicked(place: TypedEntry): void {
  picked.add(keyOf(place))
}

export function positionSourceOf(typed: TypedEntry): 'map' | 'typed' {
  return picked.has(keyOf(typed)) ? 'map' : 'typed'
}
