/** Plain text in any encoding that Chinese offices save: UTF-8, UTF-16 with its mark, GB18030 (so GBK and GB2312 too). */

const encodings = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
  { encoding: 'utf-8', mark: [] },
  { encoding: 'gb18030', mark: [] },
] as const

/** The text without its byte order mark and with "\n" line ends, or undefined when the bytes are not text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const { encoding, mark } of encodings) {
    if (!mark.every((byte, i) => bytes[i] === byte)) continue
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return isPlain(text) ? text.replaceAll(/\r\n?/g, '\n') : undefined
    } catch {
      // not this encoding: the next may fit
    }
  }
  return undefined
}

/** Control characters other than tab, line and page breaks, and unassigned ones, are in no text. */
function isPlain(text: string): boolean {
  return !/(?![\t\n\r\f\v])[\p{Cc}\p{Cn}]/u.test(text)
}
