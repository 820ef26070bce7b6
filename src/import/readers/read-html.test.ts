/** What a browser shows of a saved page, as paragraphs and tables. Places are made up. */
import { describe, expect, it } from 'vitest'
import type { SourceCell } from '../../domain/programme/source.ts'
import { isHtml, readHtml } from './read-html.ts'

const encode = (html: string): Uint8Array => new TextEncoder().encode(html)

/** Paragraphs as their text, tables as the texts of their cells by row. */
function shown(html: string): (string | string[][])[] {
  return readHtml(encode(html)).blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text
    const rows = Map.groupBy(block.cells, ({ row }) => row)
    return [...rows.values()].map((cells) => cells.map(({ text }) => text))
  })
}

function cellsOf(table: string): (readonly [number, number, number, number, string])[] {
  const [block] = readHtml(encode(`<table>${table}</table>`)).blocks
  const list = ({ row, column, rowSpan, columnSpan, text }: SourceCell) =>
    [row, column, rowSpan, columnSpan, text] as const
  return block?.kind === 'table' ? block.cells.map(list) : []
}

describe('text', () => {
  it.each<[what: string, html: string, texts: string[]]>([
    ['paragraphs', '<p>甲</p><p>乙</p>丙<div>丁</div>', ['甲', '乙', '丙', '丁']],
    ['breaks', '<p>甲<br>乙<br/>\n 丙</p>', ['甲\n乙\n丙']],
    ['blanks run together', '<p>  A \n\t B  </p>', ['A B']],
    [
      'Chinese lines joined, as the page breaks them',
      '<p>新建\n普惠园，\n  新增学位\n3个</p>',
      ['新建普惠园，新增学位 3个'],
    ],
    ['blanks that must not break', '<p>A&nbsp;&nbsp;B</p>', ['A\u00a0\u00a0B']],
    [
      'blanks that are kept',
      '<pre>A  B\nC</pre><p style="white-space: pre-wrap">D  E</p>',
      ['A  B\nC', 'D  E'],
    ],
    ['lists', '<ul><li>甲<li>乙</ul>', ['甲', '乙']],
    [
      'links and inline markup',
      '<p><a href="/">首页</a> &gt; <b>民生</b><span>实事</span></p>',
      ['首页 > 民生实事'],
    ],
    [
      'nothing hidden',
      '<p>甲</p><p style="display:none">x</p><div hidden>x</div><noscript>x</noscript><script>x</script><style>x</style><template>x</template><select><option>x</select>',
      ['甲'],
    ],
    ['nothing invisible', '<p>甲<span style="visibility: hidden">x</span></p>', ['甲']],
    [
      'no readings, no deletions',
      '<p><ruby>云岭<rp>(</rp><rt>yunling</rt></ruby><del>旧</del></p>',
      ['云岭'],
    ],
    [
      "Word's pages",
      "<!--[if gte mso 9]><xml><w:x>x</w:x></xml><![endif]--><xml>x</xml><p class=MsoNormal><span lang=EN-US>2031<o:p></o:p></span>年<![if !supportEmptyParas]>&nbsp;<![endif]></p><p style='mso-hide:all'>x</p>",
      ['2031年\u00a0'],
    ],
  ])('keeps %s', (_, html, texts) => {
    expect(shown(`<title>x</title><body>${html}`)).toEqual(texts)
  })
})

describe('tables', () => {
  it('state merged cells', () => {
    const rows = '<tr><td rowspan=2>1<td colspan=2>甲<tr><td>乙<td>丙'
    expect(cellsOf(rows)).toEqual([
      [0, 0, 2, 1, '1'],
      [0, 1, 1, 2, '甲'],
      [1, 1, 1, 1, '乙'],
      [1, 2, 1, 1, '丙'],
    ])
  })

  it.each<[what: string, rows: string, cells: ReturnType<typeof cellsOf>]>([
    [
      'rowspan=0 reaches the end of its group',
      '<tbody><tr><td rowspan=0>1<td>甲<tr><td>乙<tbody><tr><td>2',
      [
        [0, 0, 2, 1, '1'],
        [0, 1, 1, 1, '甲'],
        [1, 1, 1, 1, '乙'],
        [2, 0, 1, 1, '2'],
      ],
    ],
    [
      'no cell leaves its group',
      '<thead><tr><th rowspan=9>序号<tbody><tr><td>1',
      [
        [0, 0, 1, 1, '序号'],
        [1, 0, 1, 1, '1'],
      ],
    ],
    [
      'of overlapping cells the first has the place',
      '<tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙',
      [
        [0, 0, 1, 1, '甲'],
        [0, 1, 2, 1, '乙'],
        [1, 0, 1, 1, '丙'],
      ],
    ],
    [
      'absurd spans are cut',
      '<tr><td colspan=99999>甲<tr><td rowspan=-3 colspan=x>乙',
      [
        [0, 0, 1, 1000, '甲'],
        [1, 0, 1, 1, '乙'],
      ],
    ],
    [
      'head first, foot last',
      '<tfoot><tr><td>合计<tbody><tr><td>1<thead><tr><td>序号',
      [
        [0, 0, 1, 1, '序号'],
        [1, 0, 1, 1, '1'],
        [2, 0, 1, 1, '合计'],
      ],
    ],
    [
      'hidden rows and cells have no place',
      '<tr style="display: none"><td>x<tr><td style="display:none">x<td>甲<td>乙',
      [
        [0, 0, 1, 1, '甲'],
        [0, 1, 1, 1, '乙'],
      ],
    ],
    [
      'invisible cells have one',
      '<tr><td style="visibility:hidden">x<td>甲',
      [
        [0, 0, 1, 1, ''],
        [0, 1, 1, 1, '甲'],
      ],
    ],
    [
      'lines of a cell',
      '<tr><td><p>甲局</p><p>乙局<br>丙局</p><td><div>一\n二</div>',
      [
        [0, 0, 1, 1, '甲局\n乙局\n丙局'],
        [0, 1, 1, 1, '一二'],
      ],
    ],
  ])('%s', (_, rows, cells) => {
    expect(cellsOf(rows)).toEqual(cells)
  })

  it('that lay out the page give way to the table within them', () => {
    const data = '<table><tr><td>序号<td>内容<tr><td>1<td>新建</table>'
    const page = `<table><tr><td><table><tr><td>首页<td>政务</table><td><h1>清单</h1>${data}<p>注</p></table>`
    expect(shown(page)).toEqual([
      [['首页', '政务']],
      '清单',
      [
        ['序号', '内容'],
        ['1', '新建'],
      ],
      '注',
    ])
  })

  it('of one cell are a frame around paragraphs', () => {
    expect(shown('<table><tr><td><p>一、教育</p><p>新建</p></table>')).toEqual(['一、教育', '新建'])
  })

  it('within a cell of a larger table are lines of it, and no text comes twice', () => {
    const inner = '<table><tr><td>甲局<td>乙局</table>'
    expect(shown(`<table><tr><td>1<td>新建<td>${inner}<tr><td>2<td>改建<td>丙局</table>`)).toEqual([
      [
        ['1', '新建', '甲局\n乙局'],
        ['2', '改建', '丙局'],
      ],
    ])
  })

  it('have their caption above them', () => {
    expect(shown('<table><caption>清单</caption><tr><td>1<td>甲</table>')).toEqual(['清单', [['1', '甲']]])
  })
})

describe('encodings', () => {
  const han = [0xd4, 0xc6, 0xc1, 0xeb] // 云岭 in GB2312
  const gb = (head: string): Uint8Array => Uint8Array.from([...encode(head), ...encode('<p>'), ...han])

  it.each<[what: string, bytes: Uint8Array]>([
    ['GB2312 as declared', gb('<meta charset="gb2312">')],
    ['GBK by http-equiv', gb('<meta http-equiv="Content-Type" content="text/html; charset=GBK">')],
    ['GB2312 undeclared', gb('')],
    ['UTF-8', encode('<meta charset="utf-8"><p>云岭')],
    ['UTF-8 that still declares GB2312', encode('<meta charset="gb2312"><p>云岭')],
    ['UTF-8 with a mark', encode('\ufeff<p>云岭')],
    ['UTF-16 with a mark', Uint8Array.from(Buffer.from('\ufeff<p>云岭', 'utf16le'))],
  ])('%s', (_, bytes) => {
    expect(readHtml(bytes).blocks).toEqual([{ kind: 'paragraph', text: '云岭' }])
  })

  it('a broken byte costs one character', () => {
    expect(readHtml(Uint8Array.from([...gb('<meta charset=gb2312>'), 0xff])).blocks).toEqual([
      { kind: 'paragraph', text: '云岭\ufffd' },
    ])
  })
})

describe('pages in one file', () => {
  const page = (encoding: string, body: string): string =>
    [
      'From: <Saved by a browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html"; boundary="----=_b"',
      '',
      '',
      '------=_b',
      'Content-Type: image/gif',
      '',
      'GIF',
      '------=_b',
      'Content-Type: text/html; charset="gb2312"',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '------=_b--',
    ].join('\r\n')

  it.each([
    ['quoted-printable', '<p style=3D"">=D4=C6=C1=\r\n=EB</p>'],
    ['base64', Buffer.from([...encode('<p>'), 0xd4, 0xc6, 0xc1, 0xeb]).toString('base64')],
  ])('are read from %s', (encoding, body) => {
    const bytes = encode(page(encoding, body))
    expect(isHtml(bytes)).toBe(true)
    expect(readHtml(bytes).blocks).toEqual([{ kind: 'paragraph', text: '云岭' }])
  })

  it('without a page are refused', () => {
    const bytes = encode(page('8bit', '').replace('text/html; charset', 'text/plain; charset'))
    expect(() => readHtml(bytes)).toThrow(expect.objectContaining({ code: 'document.broken' }))
  })
})

describe('what is a page', () => {
  it.each([
    '<!DOCTYPE html>',
    '\n<html lang="zh">',
    '<?xml version="1.0"?>\n<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html PUBLIC "x">',
    '<table border=1><tr>',
    '<meta charset="gb2312"><table>',
    '<!--a--><!--b--><HTML>',
  ])('%s', (start) => {
    expect(isHtml(encode(start))).toBe(true)
  })

  it.each([
    '序号\t项目名称',
    '<?xml version="1.0"?><w:document/>',
    'Content-Type: 见附件',
    '注：<table>为表格',
    '<tableau>',
    `${'<!--a-->'.repeat(500)}x`,
    '',
  ])('%s is none', (start) => {
    expect(isHtml(encode(start))).toBe(false)
  })
})
