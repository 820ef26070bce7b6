/** A set of characters asked by code: a byte per code unit, because every character of a text is asked for. */
export type CharacterSet = (code: number) => boolean

export function createCharacterSet(characters: string): CharacterSet {
  const member = new Uint8Array(0x10000)
  for (let index = 0; index < characters.length; index++) member[characters.charCodeAt(index)] = 1
  return (code) => member[code] === 1
}
