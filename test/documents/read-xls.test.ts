/** What a reader of an Excel 97 sheet sees, and where. Places are made up. */
import { describe, expect, it } from 'vitest'
import type { SourceBlock } from '../../src/domain/programme/source.ts'
import { type BinaryRecord, double, record, string16, u16, u32, xlsOf } from '../support/binary-workbook.ts'
import { readers } from '../support/document-readers.ts'

const labelShared = 0x00fd
const number = 0x0203
const label = 0x0204
const sharedStrings = 0x00fc
const continued = 0x003c

function read(bytes: Uint8Array): readonly SourceBlock[] {
  return readers['xls']?.(bytes).blocks ?? []
}

function shown(records: readonly BinaryRecord[], global: readonly BinaryRecord[] = []): string[] {
  return read(xlsOf(global, [{ name: '清单', records }])).flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [],
  )
}

/** Cell formats: general, the built-in 2001年3月 of Chinese Excel, percent, and one of the workbook's own. */
const formats = [
  ...[0, 57, 9, 176].map((format) => record(0x00e0, u16(0, format), new Uint8Array(16))),
  record(0x041e, u16(176), string16('0!.0,"万"')),
]

describe('numbers', () => {
  it.each<[what: string, cell: BinaryRecord, text: string]>([
    ['a double', record(number, u16(0, 0, 0), double(1.0000000000000002)), '1'],
    ['a month', record(number, u16(0, 0, 1), double(45260)), '2023年11月'],
    ['a percentage', record(number, u16(0, 0, 2), double(0.95)), '95%'],
    ['a format of its own', record(number, u16(0, 0, 3), double(27000)), '2.7万'],
    ['a packed integer', record(0x027e, u16(0, 0, 0), u32((176 << 2) | 2)), '176'],
    ['a negative one', record(0x027e, u16(0, 0, 0), u32(((-5 << 2) | 2) >>> 0)), '-5'],
    ['hundredths', record(0x027e, u16(0, 0, 0), u32((1234 << 2) | 3)), '12.34'],
    ['half a double', record(0x027e, u16(0, 0, 0), double(1.5).subarray(4)), '1.5'],
    ['the result of a formula', record(0x0006, u16(0, 0, 0), double(40), new Uint8Array(6)), '40'],
    ['a truth', record(0x0205, u16(0, 0, 0), [1, 0]), 'TRUE'],
    ['an error', record(0x0205, u16(0, 0, 0), [0x2a, 1]), '#N/A'],
  ])('%s is shown as the sheet shows it', (_, cell, text) => {
    expect(shown([cell], formats)).toEqual([text])
  })

  it('in a row of packed ones stand one after another', () => {
    const row = record(0x00bd, u16(0, 0), u16(0), u32((1 << 2) | 2), u16(2), u32((2 << 2) | 3), u16(1))
    expect(shown([row], formats)).toEqual(['1', '2%'])
  })
})

describe('texts', () => {
  it('stand in the table of strings, in the cell, or behind a formula', () => {
    const cells = [
      record(labelShared, u16(0, 0, 0), u32(1)),
      record(label, u16(0, 1, 0), string16('二')),
      record(0x0006, u16(0, 2, 0), [0, 0, 0, 0, 0, 0, 0xff, 0xff], new Uint8Array(6)),
      record(0x0207, string16('三\r\n四')),
    ]
    const strings = record(sharedStrings, u32(2), u32(2), string16('零'), string16('一'))
    expect(shown(cells, [strings])).toEqual(['一', '二', '三\n四'])
  })

  it('go on in further records, there of other width, and with what does not show', () => {
    // “新建 AB” as two wide characters, then four narrow ones in the next record; then a string with a change of font.
    const first = record(sharedStrings, u32(2), u32(2), u16(6), [1], Buffer.from('新建', 'utf16le'))
    const second = record(
      continued,
      [0],
      Buffer.from(' AB.'),
      u16(1),
      [1 | 8 | 4],
      u16(1),
      u32(3),
      Buffer.from('完', 'utf16le'),
      u16(0, 5),
      [1, 2, 3],
    )
    const cells = [record(labelShared, u16(0, 0, 0), u32(0)), record(labelShared, u16(0, 1, 0), u32(1))]
    expect(shown(cells, [first, second])).toEqual(['新建 AB.', '完'])
  })
})

it('states merged areas, and sheets by name, hidden ones last', () => {
  const cells = [
    record(label, u16(3, 1, 0), string16('云岭市')),
    record(label, u16(4, 2, 0), string16('民政局')),
  ]
  const merged = record(0x00e5, u16(1), u16(3, 4, 1, 1))
  const chart = [
    record(0x0809, u16(0x0600, 0x0020)),
    record(label, u16(0, 0, 0), string16('图')),
    record(0x000a),
  ]
  const blocks = read(
    xlsOf(
      [],
      [
        { name: '旧', records: [record(label, u16(0, 0, 0), string16('去年'))], state: 1 },
        { name: '清单', records: [...cells, ...chart, merged] },
      ],
    ),
  )
  expect(blocks).toMatchObject([{ sheet: '清单', rowCount: 5, columnCount: 3 }, { sheet: '旧' }])
  expect(blocks[0]).toMatchObject({
    cells: [
      { row: 3, column: 1, rowSpan: 2, columnSpan: 1, text: '云岭市' },
      { row: 3, column: 2, text: '' },
      { row: 4, column: 2, text: '民政局' },
    ],
  })
})

describe('refused are', () => {
  const sheet = { name: '清单', records: [record(label, u16(0, 0, 0), string16('一'))] }
  it.each<[string, Uint8Array, string]>([
    ['passwords', xlsOf([record(0x002f, new Uint8Array(6))], [sheet]), 'document.encrypted'],
    ['macros', xlsOf([], [sheet], ['/_VBA_PROJECT_CUR/VBA/dir']), 'document.macros'],
    [
      'strings that end early',
      xlsOf([record(sharedStrings, u32(1), u32(4_000_000_000), string16('一'))], [sheet]),
      'document.broken',
    ],
    ['containers cut short', xlsOf([], [sheet]).subarray(0, 600), 'document.broken'],
  ])('%s', (_, bytes, code) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code }))
  })
})
