import { describe, expect, it } from 'vitest'
import { Problem } from '../../src/domain/problems/problem.ts'
import { piecesOf, type ByteSource } from '../../src/import/rows/byte-source.ts'
import { readRows } from '../../src/import/rows/read-rows.ts'
import { maxPartMegabytes, openZipParts } from '../../src/import/rows/zip-parts.ts'
import { bombOf, countedSource, type Bomb } from '../support/bomb.ts'

const megabyte = 1024 * 1024
const sheet = 'xl/worksheets/sheet1.xml'
const xmlns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const sheetStart = `<worksheet ${xmlns}><sheetData>`
const row = '<row><c t="inlineStr"><is><t>口袋公园</t></is></c><c><v>1</v></c></row>'

type Outcome = { code: string; rows: number; megabytes: number; taken: number }

/** How reading ends, after how many rows, and how much more memory it took at most. */
async function read({ bytes }: Bomb): Promise<Outcome> {
  const source = countedSource(bytes)
  const before = process.memoryUsage().rss
  let rows = 0
  let most = before
  const measured = (code: string): Outcome => ({
    code,
    rows,
    megabytes: Math.round((most - before) / megabyte),
    taken: source.taken(),
  })
  const watched: ByteSource = {
    size: source.size,
    read: (offset, length) => {
      most = Math.max(most, process.memoryUsage().rss)
      return source.read(offset, length)
    },
  }
  try {
    for await (const batch of readRows(watched, '台账.xlsx')) rows += batch.length
    return measured('read')
  } catch (error) {
    return measured(error instanceof Problem ? error.code : String(error))
  }
}

describe('a workbook of a few megabytes that unpacks to more than a gigabyte', { timeout: 300_000 }, () => {
  it.each([
    ['rows', row.repeat(100_000), 1_048_576],
    ['rows without cells', '<row></row>'.repeat(700_000), 0],
  ])('is refused after as many as a sheet can have where it is %s', async (_, piece, most) => {
    const bomb = bombOf({ part: sheet, before: sheetStart, piece, times: 160 })
    expect(bomb.unpacked).toBeGreaterThan(1024 * megabyte)
    expect(bomb.bytes.length).toBeLessThan(8 * megabyte)
    const outcome = await read(bomb)
    expect(outcome.code).toBe('document.broken')
    expect(outcome.rows).toBeLessThanOrEqual(most)
    expect(outcome.megabytes, 'MB more while it was read').toBeLessThan(400)
  })

  it.each([
    ['one text', sheetStart + '<row><c t="inlineStr"><is><t>', '公'.repeat(2_000_000)],
    ['one figure', sheetStart + '<row><c><v>', '1'.repeat(8_000_000)],
    ['the name of one tag', `${sheetStart}<`, 'a'.repeat(8_000_000)],
    ['one text in stretches', sheetStart + '<row><c><v>', `<![CDATA[${'1'.repeat(1000)}]]>`.repeat(8000)],
    ['blanks between rows', sheetStart, ' '.repeat(8_000_000)],
  ])('is refused at once where it is %s', async (_, before, piece) => {
    const bomb = bombOf({ part: sheet, before, piece, times: 160 })
    expect(bomb.unpacked).toBeGreaterThan(300_000_000)
    const outcome = await read(bomb)
    expect([outcome.code, outcome.rows]).toEqual(['document.broken', 0])
    expect(outcome.megabytes, 'MB more while it was read').toBeLessThan(150)
    expect(outcome.taken, 'bytes of it that were read').toBeLessThan(bomb.bytes.length)
  })

  it.each([
    ['one text', `<sst ${xmlns}><si><t>`, '公'.repeat(2_000_000), 'document.broken'],
    ['texts', `<sst ${xmlns}>`, `<si><t>${'公'.repeat(1000)}</t></si>`.repeat(2000), 'document.too-complex'],
  ])('is refused where its strings are %s', async (_, before, piece, code) => {
    const outcome = await read(bombOf({ part: 'xl/sharedStrings.xml', before, piece, times: 200 }))
    expect([outcome.code, outcome.rows]).toEqual([code, 0])
    // Sixty million characters are held before it is clear.
    expect(outcome.megabytes, 'MB more while it was read').toBeLessThan(400)
  })
})

it(`no part is unpacked beyond ${maxPartMegabytes} MB, however little it is compressed`, async () => {
  // Stored, not deflated, and made while it is read: a part of 2 GB.
  const size = 2 ** 31
  const stored = storedSource(size)
  const parts = await openZipParts(stored)
  let unpacked = 0
  const reading = async () => {
    for await (const piece of parts.pieces(sheet)) unpacked += piece.length
  }
  await expect(reading()).rejects.toMatchObject({ code: 'document.expands-too-far' })
  expect(unpacked).toBeLessThanOrEqual(maxPartMegabytes * megabyte)
}, 120_000)

/** A zip of one stored part of so many zeros, of which nothing but its head and directory is there. */
function storedSource(size: number): ByteSource {
  const name = Buffer.from(sheet)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt32LE(size, 20)
  entry.writeUInt16LE(name.length, 28)
  const start = Buffer.concat([local, name])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(start.length + size, 16)
  const tail = Buffer.concat([entry, name, end])
  const whole = start.length + size + tail.length
  return {
    size: whole,
    read: (offset, length) => {
      const until = Math.min(whole, offset + length)
      const piece = Buffer.alloc(Math.max(0, until - offset))
      if (offset < start.length) start.copy(piece, 0, offset)
      const tailAt = start.length + size
      if (until > tailAt) tail.copy(piece, Math.max(0, tailAt - offset), Math.max(0, offset - tailAt))
      return Promise.resolve(piece)
    },
  }
}

it('in pieces a file ends where it says', async () => {
  const source = countedSource(Buffer.from('abcdefgh'))
  const pieces: string[] = []
  for await (const piece of piecesOf(source, 1, 7, 4)) pieces.push(Buffer.from(piece).toString())
  expect(pieces).toEqual(['bcde', 'fg'])
})
