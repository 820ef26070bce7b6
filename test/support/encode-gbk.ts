/** Text in GBK, which Node only decodes: its table turned round. */
const codes = new Map<string, readonly [number, number]>()
const decoder = new TextDecoder('gbk')
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++)
    codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
}

/** Throws RangeError for a character that GBK lacks. */
export function encodeGbk(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text, (character) => {
      if (character < '\u0080') return [character.charCodeAt(0)]
      const code = codes.get(character)
      if (code === undefined) throw new RangeError(`GBK has no ${character}`)
      return code
    }).flat(),
  )
}
