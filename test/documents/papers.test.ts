/** Official papers as LibreOffice prints them, measured against GB/T 9704-2012. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { draftPaper } from '../../src/domain/papers/draft-paper.ts'
import { monthlyTable } from '../../src/domain/papers/monthly-table.ts'
import { paperBlocks, widthInCharacters, type OfficialPaper } from '../../src/domain/papers/official-paper.ts'
import { officialPaper } from '../../src/domain/papers/paper.ts'
import { noMark } from '../../src/domain/values/file-mark.ts'
import { gridXlsx } from '../../src/reports/grid-xlsx.ts'
import { programmeDocx } from '../../src/reports/programme-docx.ts'
import { progressTable } from '../../src/reports/progress-table.ts'
import { officialDocx, tableDocx } from '../../src/reports/official-docx.ts'
import { leaderPost, madeSnapshot } from '../support/frozen-snapshot.ts'
import { linesOf, printed, printedInk, type PrintedPage, type PrintedText } from '../support/printed-pages.ts'

const snapshot = madeSnapshot(
  Array.from({ length: 40 }, (_, index) => ({
    name: `新增第${index + 1}类便民服务点`,
    level: (['reached', 'on-plan', 'behind', 'far-behind'] as const)[index % 4] ?? 'on-plan',
    was: 'on-plan' as const,
    done: String(100 - 10 * (index % 4)),
    doneBefore: '50',
    problem: '施工队伍进场晚，雨季停工',
    nextStep: '增加班组、加班赶工，月底前补上',
  })),
)
const unmarked = { year: 2023, mark: noMark }
const number = { year: 2023, no: 3, date: '2023年11月10日' }
const paperOf = (kind: 'bulletin' | 'leader-brief' | 'annual-report'): OfficialPaper => {
  const of = { kind, leaderPostId: kind === 'leader-brief' ? leaderPost : null }
  const text = {
    ...draftPaper(of, snapshot, '青溪市人民政府督查室'),
    copies: '市委办公室，市人大常委会办公室。',
  }
  return officialPaper(kind, text, snapshot, number)
}

/** 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
const [top, left, width, height] = [37, 28, 156, 225]
const bottom = top + height
const isPageNumber = (text: string): boolean => /^—\s*\d+\s*—$/u.test(text)

/**
 * Where a page's number stands against the 版心. A page across is an upright one turned by a quarter clockwise: what lay
 * below lies at the left, its left above, its right below.
 */
function pageNumberOf(page: PrintedPage) {
  const isAcross = page.width > page.height
  const parts = page.texts.filter(
    ({ text, y, isTurned }) => isTurned || (y > bottom + 2 && /[—\d]/u.test(text)),
  )
  const from = Math.min(...parts.map(({ x, y }) => (isAcross ? y : x)))
  const to = Math.max(...parts.map(({ x, y, width: own }) => (isAcross ? y : x) + own))
  return {
    words: parts
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/gu, ''),
    below: isAcross ? page.width - bottom - (parts[0]?.x ?? 0) : (parts[0]?.y ?? 0) - bottom,
    fromLeft: from - left,
    fromRight: left + width - to,
  }
}

const bodyOf = (page: PrintedPage) => linesOf(page).filter(({ text }) => !isPageNumber(text))

describe('the bulletin as printed', async () => {
  const pages = await printed(await officialDocx(paperOf('bulletin'), unmarked))
  const upright = () => pages.filter((page) => page.height > page.width)
  const across = () => pages.filter((page) => page.width > page.height)

  it('is on A4, its text upright, its annex across, 版记 on a last page of its own', () => {
    const kinds = pages.map((page) => (page.height > page.width ? 'upright' : 'across'))
    expect(kinds.join(' ')).toMatch(/^(upright ){3,}(across ){2,}upright$/u)
    for (const page of pages) {
      expect(Math.min(page.width, page.height)).toBeCloseTo(210, 0)
      expect(Math.max(page.width, page.height)).toBeCloseTo(297, 0)
    }
    expect(bodyOf(pages.at(-1) as PrintedPage).map(({ text }) => text)).toEqual([
      '抄送：市委办公室，市人大常委会办公室。',
      '青溪市人民政府督查室2023年11月10日印发',
    ])
  })

  it('has its mark, number, issuer and date, then the title two lines below', () => {
    const [mark, no, sides, title, second] = bodyOf(upright()[0] as PrintedPage)
    expect(mark?.text).toBe('政务督查')
    expect(no?.text.replaceAll(/\s/gu, '')).toBe('第3期')
    expect(sides?.text.replaceAll(/\s/gu, '')).toBe('青溪市人民政府督查室2023年11月10日')
    // The mark's upper edge is 35 mm below that of the 版心: its baseline lies a good 15 mm lower.
    expect(mark?.y).toBeGreaterThan(top + 35)
    expect(mark?.y).toBeLessThan(top + 35 + 22)
    expect(`${title?.text}${second?.text}`.replaceAll(/\s/gu, '')).toBe(
      '关于青溪市2023年民生实事项目10月份推进情况的通报',
    )
    // Cut between words, and centred on the 版心.
    expect(title?.text.replaceAll(/\s/gu, '')).toBe('关于青溪市2023年民生实事项目')
    for (const line of [mark, no, title, second])
      expect(((line?.x ?? 0) + (line?.right ?? 0)) / 2).toBeCloseTo(left + width / 2, -0.5)
  })

  it('fills its pages with 22 lines of at most 28 characters, within the 版心', () => {
    const full = upright().slice(1, -2)
    expect(full.length).toBeGreaterThan(0)
    for (const page of full) {
      const lines = bodyOf(page)
      expect(lines).toHaveLength(22)
      // 225 mm in 22 lines are 10.2 mm each; a baseline lies in the lower half of its line.
      lines.forEach(({ y }, index) => {
        expect(y).toBeGreaterThan(top + (index + 0.4) * (height / 22))
        expect(y).toBeLessThan(top + (index + 1) * (height / 22))
      })
      const flush = lines.filter(({ x }) => x < left + 6)
      expect(flush.length).toBeGreaterThan(5)
      for (const { x } of flush) expect(Math.abs(x - left)).toBeLessThan(1)
    }
    for (const { text, right } of upright().slice(0, -1).flatMap(bodyOf)) {
      // A mark at a line's end may hang over its edge by its blank half.
      const inked = text.trim().replace(/[，、。；：）”]$/u, '')
      expect(widthInCharacters(inked)).toBeLessThanOrEqual(28)
      expect(right).toBeLessThan(left + width + 6)
    }
  })

  it('is numbered throughout, outside, 7 mm below the 版心; on pages across where an upright page has it', () => {
    const numbers = pages.map(pageNumberOf)
    expect(numbers.map(({ words }) => words)).toEqual(pages.map((_, index) => `—${index + 1}—`))
    expect(across().length).toBeGreaterThan(1)
    numbers.forEach(({ below, fromLeft, fromRight }, index) => {
      // The dash is 7 mm below; the baseline of 四号 a millimetre and a half lower.
      expect(below).toBeGreaterThan(7)
      expect(below).toBeLessThan(10)
      // One character, 4.9 mm, in from the outer edge: odd pages at the right, even ones at the left.
      expect(index % 2 === 0 ? fromRight : fromLeft).toBeCloseTo(4.9, -0.5)
    })
  })

  it('bears ink within its margins alone on every page, and red on the first', async () => {
    const inks = await printedInk(await officialDocx(paperOf('bulletin'), unmarked))
    expect(inks).toHaveLength(pages.length)
    inks.forEach((ink, index) => {
      const page = pages[index] as PrintedPage
      // 订口 28 mm; what hangs over the other edge is half a mark, and the number lies 7 mm below.
      const isAcross = page.width > page.height
      expect(isAcross ? ink.top : ink.left).toBeGreaterThan(left - 1)
      expect(isAcross ? ink.bottom : ink.right).toBeLessThan(left + width + 6)
      expect(isAcross ? page.width - ink.right : ink.top).toBeGreaterThan(top - 3)
    })
    expect(inks[0]?.red).toBeGreaterThan(1000)
    expect(inks.slice(1).every(({ red }) => red === 0)).toBe(true)
  })

  it('keeps the annex within its 版心, heads on every page, every task in it', () => {
    for (const page of across()) {
      const told = page.texts.filter(({ isTurned }) => !isTurned)
      for (const { x, y, width: own } of told) {
        expect(x).toBeGreaterThan(34)
        expect(x + own).toBeLessThan(35 + height + 1)
        expect(y).toBeGreaterThan(28)
        expect(y).toBeLessThan(210 - 25)
      }
      expect(told.map(({ text }) => text).join('')).toContain('全年目标任务')
    }
    const told = across().flatMap(({ texts }) => texts.map(({ text }) => text))
    for (const no of ['1.1', '5.3', '10.4']) expect(told).toContain(no)
  })
})

describe('a paper without annexes', () => {
  const letter = (paragraphs: number): OfficialPaper => ({
    head: { mark: '青溪市人民政府督查室文件', number: '青政督〔2023〕3号', line: null, compact: false },
    title: '关于限期办结督查事项的通知',
    addressee: '市教育局：',
    body: paperBlocks(
      Array.from({ length: paragraphs }, (_, index) => `第${index + 1}段，请抓紧办理并反馈。`).join('\n'),
    ),
    signature: { issuer: '青溪市人民政府督查室', date: '2023年11月10日' },
    imprint: { copies: '市委办公室。', issuer: '青溪市人民政府督查室', date: '2023年11月10日' },
    annexes: [],
  })

  // On the first page there is room for some ten lines: texts that leave room, fill the page, and go over it.
  it.each([2, 6, 7, 8, 9, 28])(
    'of %d paragraphs has 版记 at the foot of its last page, apart from its text and date',
    async (paragraphs) => {
      const pages = await printed(await officialDocx(letter(paragraphs), unmarked))
      const told = pages.map(bodyOf)
      const all = told.flat().map(({ text }) => text.replaceAll(/\s/gu, ''))
      for (let no = 1; no <= paragraphs; no++) expect(all).toContain(`第${no}段，请抓紧办理并反馈。`)
      const last = told.at(-1) ?? []
      const [copies, issued] = last.slice(-2)
      expect(copies?.text).toContain('抄送：市委办公室。')
      expect(issued?.text).toContain('印发')
      // The foot of 版记 is the foot of the 版心.
      expect(issued?.y).toBeGreaterThan(bottom - 6)
      expect(issued?.y).toBeLessThan(bottom)
      const before = last.at(-3)?.y ?? 0
      expect((copies?.y ?? 0) - before).toBeGreaterThan(8)
      expect(all.filter((text) => text.includes('抄送'))).toHaveLength(1)
      // The date stands below the issuer, with it, four characters from the right.
      const dated = told.map((lines) =>
        lines.findIndex(({ text }) => text.replaceAll(/\s/gu, '') === number.date),
      )
      const page = dated.findIndex((at) => at >= 0)
      const date = told[page]?.[dated[page] ?? -1]
      expect(told[page]?.[(dated[page] ?? 0) - 1]?.text).toBe('青溪市人民政府督查室')
      expect(date?.right).toBeCloseTo(left + width - 4 * (width / 28), -0.5)
    },
  )
})

it('the brief for a leader is one page, however much lags', async () => {
  const pages = await printed(await officialDocx(paperOf('leader-brief'), unmarked))
  expect(pages).toHaveLength(1)
  const told = pages.flatMap(bodyOf).map(({ text }) => text)
  expect(told[0]).toBe('督查专报')
  expect(told.join('')).toMatch(/另有\d+项滞后的承诺，详见本月月报。/u)
})

it('the report of the year is signed, and sealed with room for it', async () => {
  const pages = await printed(await officialDocx(paperOf('annual-report'), unmarked))
  const told = pages.flatMap(bodyOf).map(({ text }) => text.replaceAll(/\s/gu, ''))
  expect(told[0]).toBe('青溪市人民政府督查室文件')
  expect(told[1]).toBe('〔2023〕3号')
  expect(told).toContain('附件：青溪市2023年民生实事项目10月份推进情况表')
})

it('the monthly table opens as a document and as a workbook', async () => {
  const annex = monthlyTable(snapshot)
  const pages = await printed(await tableDocx(annex, unmarked))
  expect(pages.every((page) => page.width > page.height)).toBe(true)
  const sheet = await printed(await gridXlsx({ ...annex, ...unmarked, sheet: '10月月报' }))
  const told = sheet.flatMap(({ texts }) => texts.map(({ text }) => text)).join('')
  for (const words of ['是否达序', '新增第40类便民服务点']) expect(told).toContain(words)
  // A page holds every column, and no line runs into another.
  expect(sheet[0]?.texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['序号', '说明']))
  expect(
    sheet.flatMap(({ texts }) => texts.filter((one) => texts.some((other) => runInto(one, other)))),
  ).toEqual([])
})

/** Lines of 11-point type are 4 mm apart, and a little less on a page that is scaled down. */
function runInto(a: PrintedText, b: PrintedText): boolean {
  const apart = b.y - a.y
  return apart > 0.5 && apart < 2.5 && a.x < b.x + b.width && b.x < a.x + a.width
}

it('the programme’s table with its progress opens, every task with where it stands', async () => {
  const pages = await printed(await programmeDocx(progressTable(snapshot), noMark))
  const told = pages
    .flatMap(({ texts }) => texts.map(({ text }) => text))
    .join('')
    .replaceAll(/\s/gu, '')
  for (let no = 1; no <= 40; no++) expect(told).toContain(`新增第${no}类便民服务点`)
})

it('asks for the fonts of the standard, names what stands in for them, and is red where it must be', async () => {
  const parts = unzipSync(await officialDocx(paperOf('bulletin'), unmarked))
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  const document = text('word/document.xml')
  const run = (words: string): string =>
    new RegExp(`<w:rPr>((?!</w:rPr>).)*</w:rPr><w:t[^>]*>${words}`, 'u').exec(document)?.[0] ?? ''
  expect(run('政务督查')).toMatch(/w:eastAsia="方正小标宋简体".*w:color w:val="FF0000"/u)
  expect(run('关于青溪市')).toMatch(/w:eastAsia="方正小标宋简体".*w:sz w:val="44"/u)
  expect(run('一、总体')).toMatch(/w:eastAsia="黑体".*w:sz w:val="32"/u)
  expect(run('截至10月')).toMatch(/w:eastAsia="仿宋_GB2312".*w:sz w:val="32"/u)
  expect(document).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
  const fonts = text('word/fontTable.xml')
  for (const [font, other] of [
    ['仿宋_GB2312', '仿宋'],
    ['楷体_GB2312', '楷体'],
    ['方正小标宋简体', '华文中宋'],
  ])
    expect(fonts).toContain(`<w:font w:name="${font}"><w:altName w:val="${other}"/>`)
})

it('the same paper gives the same bytes, whenever it is made', async () => {
  const [first, second] = [
    await officialDocx(paperOf('bulletin'), unmarked),
    await officialDocx(structuredClone(paperOf('bulletin')), unmarked),
  ]
  expect(Buffer.compare(first, second)).toBe(0)
  const parts = Object.values(unzipSync(first)).map((part) => strFromU8(part))
  // A date of the clock, or an id made up on the way, would not come again.
  expect(parts.join('')).not.toMatch(new RegExp(`${new Date().getUTCFullYear()}-\\d\\d-\\d\\dT`, 'u'))
})
