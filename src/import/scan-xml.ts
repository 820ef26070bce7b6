/**
 * XML as a stream of tags and text, with distrust: no document type (so no entities of its own and nothing fetched),
 * and no depth that ordinary documents do not have.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Problem } from '../domain/problem.ts'

/** Ten tables within each other need about 80 levels. */
const maxDepth = 200

export type XmlTag = SaxesTagNS

export type XmlHandler = {
  readonly open: (tag: XmlTag) => void
  readonly close: (tag: XmlTag) => void
  readonly text: (text: string) => void
}

/** Scans a part of a document. Throws Problem document.broken, naming the part. */
export function scanXml(bytes: Uint8Array, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  parser.on('error', (cause) => {
    throw broken(part, cause)
  })
  parser.on('doctype', () => {
    throw broken(part)
  })
  parser.on('opentag', (tag) => {
    if (++depth > maxDepth) throw broken(part)
    handler.open(tag)
  })
  parser.on('closetag', (tag) => {
    depth--
    handler.close(tag)
  })
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  parser.write(decode(bytes, part)).close()
}

/** Office parts are UTF-8 or UTF-16 (ECMA-376 part 2, §8.2.1). */
function decode(bytes: Uint8Array, part: string): string {
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe
  const encoding = utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw broken(part, cause)
  }
}

function broken(part: string, cause?: unknown): Problem {
  return new Problem('document.broken', { part }, { cause })
}
