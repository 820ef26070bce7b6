/** Pages saved as one file (.mht, RFC 2557): a message of which the first HTML part is the page. */

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: Uint8Array }

/** No message has headers longer than this. */
const headersWithin = 65_536
/** A message within a message within a message is none that browsers write. */
const maxNesting = 4

/** Whether the bytes begin with the headers of such a message. */
export function isMhtml(bytes: Uint8Array): boolean {
  const { headers } = parsePart(bytes)
  return /^multipart\/related/i.test(headers.get('content-type') ?? '')
}

/** The page and the encoding its part declares; undefined when no part is a page. */
export function findPage(bytes: Uint8Array): { html: Uint8Array; charset: string | undefined } | undefined {
  const part = findHtmlPart(parsePart(bytes), maxNesting)
  if (part === undefined) return undefined
  const charset = parameter(part.headers.get('content-type') ?? '', 'charset')
  return { html: decodeBody(part), charset }
}

function findHtmlPart(part: Part, nesting: number): Part | undefined {
  const type = part.headers.get('content-type') ?? ''
  if (/^text\/html/i.test(type)) return part
  const boundary = parameter(type, 'boundary')
  if (boundary === undefined || nesting === 0) return undefined
  for (const inner of partsOf(part.body, boundary)) {
    const found = findHtmlPart(parsePart(inner), nesting - 1)
    if (found !== undefined) return found
  }
  return undefined
}

function* partsOf(body: Uint8Array, boundary: string): Generator<Uint8Array> {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const mark = `--${boundary}`
  let start = buffer.indexOf(mark, 0, 'latin1')
  while (start !== -1) {
    const content = start + mark.length
    const next = buffer.indexOf(mark, content, 'latin1')
    yield body.subarray(content, next === -1 ? body.length : next)
    start = next
  }
}

/** Headers, an empty line, the body. */
function parsePart(bytes: Uint8Array): Part {
  const head = latin1(bytes.subarray(0, headersWithin))
  const start = head.search(/\S/)
  const end = /\r?\n\r?\n/.exec(head.slice(start))
  const headers = new Map<string, string>()
  if (start === -1 || end === null) return { headers, body: bytes }
  const lines = head
    .slice(start, start + end.index)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  for (const line of lines) {
    const colon = line.indexOf(':')
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: bytes.subarray(start + end.index + end[0].length) }
}

function parameter(header: string, name: string): string | undefined {
  const [, quoted, plain] = new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header) ?? []
  return quoted ?? plain
}

function decodeBody({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(latin1(body), 'base64')
  if (encoding !== 'quoted-printable') return body
  const decoded = latin1(body)
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(decoded, 'latin1')
}

/** Not TextDecoder: to browsers latin1 is Windows-1252, which changes bytes. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
