/** The rows of a table with delimiters, piece by piece, in any encoding that Chinese offices save. */
import { parse, type Parser } from 'csv-parse'
import { Problem } from '../../domain/problem.ts'
import { cellText } from '../readers/cell-text.ts'
import { piecesOf, type ByteSource } from './byte-source.ts'
import type { SheetRow } from './sheet-row.ts'

const delimiters = [',', '\t', ';'] as const
const batch = 500
/** A quotation mark that is never closed would take the rest of the file for one cell. */
const maxRecordLength = 1_000_000

/** Undefined when the bytes are no text. */
export async function findEncoding(source: ByteSource): Promise<string | undefined> {
  const [first = 0, second = 0] = await source.read(0, 2)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  for (const encoding of ['utf-8', 'gb18030']) if (await decodesAs(source, encoding)) return encoding
  return undefined
}

async function decodesAs(source: ByteSource, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const piece of piecesOf(source)) {
      if (/(?![\t\n\r\f\v])\p{Cc}/u.test(decoder.decode(piece, { stream: true }))) return false
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** Throws Problem document.broken. */
export async function* readCsvRows(
  source: ByteSource,
  encoding: string,
): AsyncGenerator<readonly SheetRow[]> {
  const decoder = new TextDecoder(encoding)
  const start = new TextDecoder(encoding).decode(await source.read(0, 65_536))
  const parser = parse({
    delimiter: findDelimiter(start),
    relax_column_count: true,
    relax_quotes: true,
    bom: true,
    max_record_size: maxRecordLength,
  })
  const fed = feed(parser, source, decoder)
  fed.catch(() => undefined)
  let rows: SheetRow[] = []
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      rows.push({ number: ++number, cells: record.map(cellText) })
      if (rows.length < batch) continue
      yield rows
      rows = []
    }
  } catch (cause) {
    throw cause instanceof Problem
      ? cause
      : new Problem('document.broken', { part: `CSV ${number + 1}` }, { cause })
  }
  await fed
  if (rows.length > 0) yield rows
}

async function feed(
  parser: Parser,
  source: ByteSource,
  decoder: InstanceType<typeof TextDecoder>,
): Promise<void> {
  for await (const piece of piecesOf(source)) {
    if (parser.destroyed) return
    if (!parser.write(decoder.decode(piece, { stream: true })))
      await new Promise<void>((resolve) => {
        parser.once('drain', resolve)
        parser.once('close', resolve)
      })
  }
  if (!parser.destroyed) parser.end(decoder.decode())
}

/** The one that stands most often in the first lines. */
function findDelimiter(text: string): string {
  const counted = delimiters.map((delimiter) => ({ delimiter, count: text.split(delimiter).length }))
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).delimiter
}
