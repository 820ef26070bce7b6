/** PDFs: the sample over several pages, tables drawn in other ways, and what the format has in store for a reader. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../src/domain/problems/problem.ts'
import type { SourceDocument, SourceTable } from '../../src/domain/programme/source.ts'
import { accountFor } from '../../src/import/account-for.ts'
import { extractIndicators } from '../../src/import/extract/extract-indicators.ts'
import { readDocument } from '../../src/import/readers/read-document.ts'
import { readPdf } from '../../src/import/readers/read-pdf.ts'
import { recognise } from '../../src/import/recognise/recognise.ts'
import { gridLines, hexOf, line, pdfOf, streamOf, text } from '../support/pdf-file.ts'
import { programmeOf, sampleByHand } from '../support/sample-reading.ts'

const file = (name: string): Buffer => readFileSync(`test/documents/files/${name}.pdf`)
const docx = await readDocument(readFileSync('samples/changzhou-2023.docx'), 'docx')

describe.each([
  ['changzhou-2023', 'landscape, heads on each of 4 pages', 3],
  ['changzhou-2023-portrait', 'portrait, a sentence cut by a page break', 2],
  ['changzhou-2023-without-heads', 'landscape, 5 pages without heads', 0],
])('%s.pdf: %s', async (name, _, repeatedHeads) => {
  const source = await readPdf(file(name))
  const draft = recognise(source)

  it('has the cells of the .docx, and the heads of later pages behind them', () => {
    const [pdf, word] = [getTable(source), getTable(docx)]
    const own = pdf.cells.filter(({ row }) => row < word.rowCount)
    expect(own.map(withoutBlanks)).toEqual(word.cells.map(withoutBlanks))
    expect(pdf.rowCount - word.rowCount).toBe(repeatedHeads)
  })

  it('reads to the programme that was read by hand, and to its 110 promises', () => {
    expect(programmeOf(draft)).toEqual(sampleByHand)
    const texts = draft.projects.flatMap(({ tasks }) => tasks.map((task) => task.text))
    expect(texts.flatMap((task) => extractIndicators(task, 2023).indicators)).toHaveLength(110)
    expect(accountFor(source, draft)).toMatchObject({ unaccounted: [], contested: [] })
  })
})

describe('the plan of Yunxi, made up, drawn in several ways', () => {
  const rows = [
    ['序号', '项目名称', '年度目标任务', '牵头单位', '配合单位'],
    [
      '1',
      '一老一小服务',
      '新建社区嵌入式养老服务设施12处，为800户高龄老人家庭实施适老化改造，新增普惠托位600个。',
      '市民政局',
      '各县区政府\n市财政局',
    ],
    [null, null, '开展老年人免费体检5万人次以上。', '市卫健委', ''],
    [
      '2',
      '城乡环境改善',
      '改造老旧小区45个，惠及居民1.6万户；新建口袋公园20个、绿道30公里。在全市推行生活垃圾分类，覆盖率达到95%以上，建成分类示范小区100个，新增分类投放点位2000处，完成密闭式运输车辆更新60辆，让群众居住得更舒心、出行得更便捷、生活得更安心。',
      '市住建局\n市城管局',
      '各县区政府\n市自然资源\n和规划局\n市园林局',
    ],
    [null, null, '完成农村公路提档升级120公里。', '市交通运输局', '各县区政府'],
    [
      '3',
      '公共安全守护',
      '为500个小区更换燃气软管，安装报警装置3万个。',
      '市应急管理局',
      '市公安局\n市市场监管局',
    ],
    [null, null, '新增应急避难场所8处，培训应急救护人员1万人次。', '市红十字会', '市教育局'],
    [
      '4',
      '文体惠民',
      '送戏下乡300场，新建健身步道50公里，改造提升乡镇综合文化站15个，免费开放体育场馆22家。',
      '市文旅局',
      '市体育局\n各县区政府',
    ],
  ]

  it.each([
    ['yunxi-double-lines', 'double and thick borders, shaded heads repeated on the second page', 1],
    ['yunxi-dashed', 'dotted and dashed borders', 0],
    ['yunxi-no-verticals', 'no vertical lines: merged cells by how far the others reach', 0],
  ])('%s: %s', async (name, _, repeatedHeads) => {
    const table = getTable(await readPdf(file(name)))
    const heads = Array.from({ length: repeatedHeads }, () => rows[0])
    expect(gridOf(table)).toEqual([...rows, ...heads])
    expect(table.merges).toBe('stated')
  })

  it('keeps running titles and page numbers as paragraphs that part nothing', async () => {
    const { blocks } = await readPdf(file('yunxi-double-lines'))
    const paragraphs = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [[block.page, block.text]] : [],
    )
    expect(paragraphs).toEqual([
      [1, '云溪市人民政府办公室文件'],
      [1, '云溪市2025年民生实事项目责任分解表'],
      [
        1,
        '为确保2025年民生实事项目落地见效，现将各项任务分解如下，请各牵头单位按月报送进展，各配合单位主动做好衔接，年底前全面完成。',
      ],
      [1, '— 1 —'],
      [2, '云溪市人民政府办公室文件'],
      [2, '注：牵头单位排名第一的为第一牵头单位。'],
      [2, '— 2 —'],
    ])
  })
})

describe('what a page may be made of', () => {
  const xs = [50, 100, 250]
  const ys = [700, 670, 640]
  const wordsAt = (scale: number): string[] => [
    text(55 * scale, 680 * scale, '序号', 10 * scale),
    text(105 * scale, 680 * scale, '主要内容', 10 * scale),
    text(55 * scale, 650 * scale, '1', 10 * scale),
    text(105 * scale, 650 * scale, '新建公园三处', 10 * scale),
  ]
  const words = wordsAt(1)
  const drawn = [gridLines(xs, ys), ...words].join('\n')
  const large = (positions: readonly number[]): number[] => positions.map((position) => position * 100)
  const drawnLarge = [gridLines(large(xs), large(ys)), ...wordsAt(100)].join('\n')
  const expected = [
    ['序号', '主要内容'],
    ['1', '新建公园三处'],
  ]
  /** A frame of thin filled rectangles, as spreadsheets print it. */
  const filled = [
    ...xs.map((x) => `${x} 640 0.5 60 re f`),
    ...ys.map((y) => `50 ${y} 200 0.5 re f`),
    ...words,
  ].join('\n')
  /** Every cell its own box, a little apart from its neighbours. */
  const boxes = ['50 670 49 30', '101 670 149 30', '50 640 49 29', '101 640 149 29']
  const form = streamOf(
    drawn,
    true,
    '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 20 -30]',
  )

  it.each<[string, Uint8Array]>([
    ['lines', pdfOf([{ content: drawn }])],
    ['thin filled rectangles', pdfOf([{ content: filled }])],
    [
      'a box for each cell',
      pdfOf([{ content: [...boxes.map((box) => `${box} re S`), ...words].join('\n') }]),
    ],
    ['a packed stream', pdfOf([{ content: drawn }], { packed: true })],
    [
      'a form placed elsewhere',
      pdfOf([{ content: 'q /X0 Do Q' }], { objects: { 100: form }, resources: '/XObject << /X0 100 0 R >>' }),
    ],
    ['a page turned by 90°', pdfOf([{ content: drawn, rotate: 90 }])],
    ['a page turned by 180°', pdfOf([{ content: drawn, rotate: 180 }])],
    ['a table set sideways', pdfOf([{ content: `q 0 1 -1 0 800 0 cm\n${drawn}\nQ` }])],
    ['a table set sideways the other way', pdfOf([{ content: `q 0 -1 1 0 -100 700 cm\n${drawn}\nQ` }])],
    [
      'coordinates a hundred times as large',
      pdfOf([
        {
          content: `0.01 0 0 0.01 0 0 cm
${drawnLarge}`,
        },
      ]),
    ],
    ['bold made by printing twice', pdfOf([{ content: `${drawn}\n${text(105.3, 650, '新建公园三处')}` }])],
    ['a text underlined', pdfOf([{ content: `${drawn}\n${line(105, 648, 165, 648)}` }])],
  ])('%s', async (_, bytes) => {
    expect(gridOf(getTable(await readPdf(bytes)))).toEqual(expected)
  })

  it.each([
    ['UniGB-UCS2-H', hexOf('序号')],
    ['UniGB-UTF16-H', hexOf('序号')],
    ['GBK-EUC-H', 'd0f2bac5'],
    ['GB-EUC-H', 'd0f2bac5'],
    ['GBKp-EUC-H', 'd0f2bac5'],
  ])('a Chinese font that is not embedded, in %s', async (encoding, hex) => {
    const content = `BT /F1 12 Tf 50 700 Td <${hex.repeat(8)}> Tj ET`
    const { blocks } = await readPdf(pdfOf([{ content }], { encoding }))
    expect(blocks).toEqual([{ kind: 'paragraph', page: 1, text: '序号'.repeat(8) }])
  })

  it('vertical writing, from the right', async () => {
    const column = (x: number, words_: string): string =>
      `BT /F1 10 Tf 1 0 0 1 ${x} 700 Tm <${hexOf(words_)}> Tj ET`
    const content = `${column(300, '新建公园三处')}\n${column(280, '完善服务设施')}`
    const { blocks } = await readPdf(pdfOf([{ content }], { encoding: 'UniGB-UCS2-V' }))
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
      '新建公园三处',
      '完善服务设施',
    ])
  })
})

it('two tables that follow each other on the second page are two', async () => {
  const [upper, lower] = [
    [700, 670, 640],
    [600, 570, 540],
  ]
  const table = (ys: number[] = []): string =>
    [
      gridLines([50, 100, 250], ys),
      ...ys
        .slice(1)
        .flatMap((y, row) => [text(55, y + 10, `第${row}行`), text(105, y + 10, `第${row}行的主要内容`)]),
    ].join('\n')
  const { blocks } = await readPdf(
    pdfOf([{ content: table(upper) }, { content: `${table(upper)}\n${table(lower)}` }]),
  )
  expect(blocks.map((block) => (block.kind === 'table' ? block.rowCount : 0))).toEqual([4, 2])
})

describe('files that cannot be read', () => {
  const nested = Object.fromEntries(
    Array.from({ length: 12 }, (_, level) => [
      100 + level,
      streamOf(
        level === 11 ? line(0, 0, 9, 9) : `/X${level + 1} Do `.repeat(10),
        false,
        `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X${level + 1} ${101 + level} 0 R >> >>`,
      ),
    ]),
  )
  const page = text(50, 700, '新建公园三处，改造老旧小区四十五个')

  it.each<[string, Uint8Array, string]>([
    [
      'pages without text',
      pdfOf([{ content: line(0, 0, 9, 9) }, { content: text(50, 20, '2') }]),
      'document.scanned',
    ],
    ['a file of which only the mark is left', Buffer.from('%PDF-1.7\n'), 'document.broken'],
    ['the first third of a file', file('yunxi-dashed').subarray(0, 20_000), 'document.broken'],
    [
      'a page that unpacks to 400 MB',
      pdfOf([{ content: ' '.repeat(4e8) }], { packed: true }),
      'document.expands-too-far',
    ],
    [
      'forms within forms, a trillion lines in all',
      pdfOf([{ content: '/X0 Do' }], { objects: nested, resources: '/XObject << /X0 100 0 R >>' }),
      'document.too-complex',
    ],
    [
      'a thousand and one pages',
      pdfOf(Array.from({ length: 1001 }, () => ({ content: page }))),
      'document.too-long',
    ],
    ['a password', file('password'), 'document.encrypted'],
  ])('%s', { timeout: 20_000 }, async (_, bytes, code) => {
    await expect(readPdf(bytes)).rejects.toSatisfy((error) => error instanceof Problem && error.code === code)
  })

  it('but one that only its owner may change is read', async () => {
    const { blocks } = await readPdf(file('owner-password'))
    expect(blocks).toContainEqual({ kind: 'paragraph', page: 1, text: '云溪市2025年民生实事项目责任分解表' })
  })
})

function getTable({ blocks }: SourceDocument): SourceTable {
  const tables = blocks.filter((block) => block.kind === 'table')
  const [table] = tables
  if (table === undefined || tables.length > 1) throw new Error(`${tables.length} tables`)
  return table
}

/** The texts by row and column; null where a merged cell reaches. */
function gridOf({ rowCount, columnCount, cells }: SourceTable): (string | null)[][] {
  const grid = Array.from({ length: rowCount }, () =>
    Array.from({ length: columnCount }, (): string | null => null),
  )
  for (const { row, column, text: words } of cells) (grid[row] ?? [])[column] = words
  return grid
}

function withoutBlanks(cell: SourceTable['cells'][number]): object {
  return { ...cell, text: cell.text.replaceAll(/\s/g, '') }
}
