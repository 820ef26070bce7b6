/** An official paper as a Word document in the form of GB/T 9704-2012; clauses are cited where they decide. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  FrameAnchorType,
  FrameWrap,
  LineRuleType,
  Packer,
  Paragraph,
  TabStopType,
  TextRun,
  type FileChild,
  type IFrameOptions,
  type IParagraphOptions,
  type ISectionOptions,
} from 'docx'
import {
  annexLine,
  copiesLine,
  printedLine,
  widthInCharacters,
  type OfficialPaper,
  type PaperAnnex,
  type PaperBlock,
} from '../domain/papers/official-paper.ts'
import { fontTable, runFont, type DocumentFont } from './document-fonts.ts'
import { formTable } from './form-docx.ts'
import { gridTable } from './grid-docx.ts'
import {
  acrossPage,
  bodySize,
  characterSpacing,
  characterWidth,
  margins,
  lineHeight,
  textHeight,
  textWidth,
  uprightPage,
} from './paper-page.ts'
import { stablePackage, type PackageOf } from './stable-package.ts'

/** In half-points: 二号, 四号, 五号; the mark as large as its pages allow (§7.2.4). */
const titleSize = 44
const imprintSize = 28
const tableSize = 18
/** 22 mm at most (§7.2.4), and all of it in one line. */
const largestMark = 110
/** What the thin line of 版记 takes. */
const borderRoom = 60
const red = 'FF0000'
/** §7.2.4: the mark's upper edge lies 35 mm below that of the 版心. */
const markGap = 1_984

type PaperOf = Omit<PackageOf, 'title'>

/** The bytes of a .docx; the same paper gives the same bytes. */
export async function officialDocx(paper: OfficialPaper, of: PaperOf): Promise<Uint8Array> {
  return packed(sectionsOf(paper), { ...of, title: paper.title })
}

/** The table alone, on pages across. */
export async function tableDocx(annex: PaperAnnex, of: PaperOf): Promise<Uint8Array> {
  return packed([{ ...acrossPage(), children: annexChildren(annex, null) }], { ...of, title: annex.title })
}

async function packed(sections: readonly ISectionOptions[], of: PackageOf): Promise<Uint8Array> {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { size: bodySize, font: runFont('text') } } } },
    sections,
  })
  return stablePackage(await Packer.toBuffer(document), of, {
    'word/fontTable.xml': fontTable,
    'word/styles.xml': withinLines,
  })
}

/**
 * The style of every paragraph: nothing hangs over the edge of the 版心, digits get no room of their own, and a page is
 * filled to its last line: 22 lines of 28 characters.
 */
function withinLines(styles: string): string {
  const off = ['widowControl', 'overflowPunct', 'autoSpaceDE', 'autoSpaceDN'].map(
    (name) => `<w:${name} w:val="0"/>`,
  )
  return styles.replace(
    '<w:name w:val="Normal"/><w:qFormat/>',
    `<w:name w:val="Normal"/><w:qFormat/><w:pPr>${off.join('')}</w:pPr>`,
  )
}

/** 版记 stands at the foot of the last page (§7.4.1): after annexes that is a page of its own. */
function sectionsOf(paper: OfficialPaper): readonly ISectionOptions[] {
  const { annexes, imprint } = paper
  const foot = imprint ? imprintLines(imprint) : []
  const text = textChildren(paper)
  if (annexes.length === 0) return [{ ...uprightPage(), children: [...text, ...foot] }]
  return [
    { ...uprightPage(), children: text },
    ...annexes.map((annex, index) => ({
      ...acrossPage(),
      children: annexChildren(annex, annexes.length === 1 ? '附件' : `附件${index + 1}`),
    })),
    ...(foot.length > 0 ? [{ ...uprightPage(), children: foot }] : []),
  ]
}

function textChildren({ head, title, addressee, body, annexes, signature }: OfficialPaper): FileChild[] {
  return [
    ...(head ? headLines(head) : []),
    // §7.3.1: two lines below the red line, centred.
    ...(head ? [line('')] : []),
    ...(head && !head.compact ? [line('')] : []),
    ...titleLines(title),
    line(''),
    ...(addressee === null ? [] : [line(addressee)]),
    ...body.map((block) => (block.kind === 'form' ? formTable(block) : blockLine(block))),
    ...annexNote(annexes),
    ...(signature ? signatureLines(signature) : []),
  ]
}

const titleLook = { font: 'title', size: titleSize, alignment: AlignmentType.CENTER } as const
const titleCharacters = Math.floor(textWidth / (titleSize * 10))

/** §7.3.1: a title of two lines is cut where a word ends, and its lines come out as alike as that lets them. */
function titleLines(title: string): Paragraph[] {
  if (widthInCharacters(title) <= titleCharacters) return [line(title, titleLook)]
  const unevenness = (cut: number) =>
    Math.abs(widthInCharacters(title.slice(0, cut)) - widthInCharacters(title.slice(cut)))
  const fits = (cut: number) => unevenness(cut) <= 2 * titleCharacters - widthInCharacters(title)
  const anywhere = Array.from({ length: title.length - 1 }, (_, index) => index + 1)
  const afterWords = [...title.matchAll(/项目|工程|工作|事项(?!目)|情况|问题|方案|计划|年度|任务/gu)]
    .map(({ index, 0: word }) => index + word.length)
    .filter(fits)
  const cuts = afterWords.length > 0 ? afterWords : anywhere.filter((cut) => !isTorn(title, cut))
  const cut = cuts.toSorted((a, b) => unevenness(a) - unevenness(b))[0]
  if (cut === undefined) return [line(title, titleLook)]
  return [line(title.slice(0, cut), titleLook), line(title.slice(cut), titleLook)]
}

/** A figure keeps what it counts, and no line begins with a particle or a mark. */
function isTorn(title: string, cut: number): boolean {
  return /[\d〔（“]$/u.test(title.slice(0, cut)) || /^[的了\p{P}]/u.test(title.slice(cut))
}

function headLines(head: NonNullable<OfficialPaper['head']>): Paragraph[] {
  const below = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 8, color: red } }
  const { mark, number, line: parts } = head
  if (head.compact) return compactHead(head, below)
  const markSize = Math.min(largestMark, Math.floor(textWidth / 10 / mark.length) - 2)
  const markRun = new TextRun({ text: mark, size: markSize, color: red, font: runFont('title') })
  const marked = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: markGap, line: 1_200, lineRule: LineRuleType.EXACT },
    children: [markRun],
  })
  // §7.2.5: the number two lines below the mark.
  if (parts === null)
    return [marked, line(''), line(''), line(number, { alignment: AlignmentType.CENTER, border: below })]
  return [
    marked,
    line(number, { alignment: AlignmentType.CENTER }),
    line(''),
    sides(parts[0], parts[1], { border: below }),
  ]
}

/** Left and right above or below a line as wide as the 版心; one character in, which an indent would take from the line. */
function sides(
  left: string,
  right: string,
  {
    border,
    size = bodySize,
    ...look
  }: Pick<IParagraphOptions, 'border' | 'frame'> & { readonly size?: number },
): Paragraph {
  return new Paragraph({
    ...flow,
    ...look,
    ...(border && { border }),
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth - size * 10 }],
    children: [run(right === '' ? `　${left}` : `　${left}\t${right}`, size)],
  })
}

function compactHead(
  { mark, number, line: parts }: NonNullable<OfficialPaper['head']>,
  below: NonNullable<IParagraphOptions['border']>,
): Paragraph[] {
  const [issuer, date] = parts ?? ['', '']
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 2 * lineHeight, lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text: mark, size: 72, color: red, font: runFont('title') })],
    }),
    sides([number, issuer].filter(Boolean).join('　'), date, { border: below }),
  ]
}

function blockLine(block: PaperBlock): Paragraph {
  if (block.kind === 'paragraph') return line(block.text, { indented: true, alignment: AlignmentType.BOTH })
  // §7.3.3: 一、 in 黑体, （一） in 楷体, the rest in 仿宋.
  const font = ({ 1: 'heading1', 2: 'heading2', 3: 'text' } as const)[block.level]
  return line(block.text, { font, indented: true, keepNext: true })
}

/** §7.3.4: one line below the text, two characters in. */
function annexNote(annexes: readonly PaperAnnex[]): Paragraph[] {
  if (annexes.length === 0) return []
  const named = annexes.map(({ title }, index) =>
    line(
      annexes.length === 1 ? annexLine(title) : `${index === 0 ? '附件：' : '　　　'}${index + 1}. ${title}`,
      {
        indented: true,
      },
    ),
  )
  return [line(''), ...named]
}

/** §7.3.5.1: the date four characters from the right, the issuer centred above it, never alone on a page. */
function signatureLines({ issuer, date }: NonNullable<OfficialPaper['signature']>): Paragraph[] {
  const fromRight = (characters: number) => ({ right: Math.max(0, Math.round(characters * characterWidth)) })
  const centred = 4 + (widthInCharacters(date) - widthInCharacters(issuer)) / 2
  return [
    line('', { keepNext: true }),
    line('', { keepNext: true }),
    line(issuer, { alignment: AlignmentType.RIGHT, indent: fromRight(centred), keepNext: true }),
    line(date, { alignment: AlignmentType.RIGHT, indent: fromRight(4) }),
  ]
}

/**
 * §7.4: thick lines above and below, a thin one between; a frame at the foot of the 版心, which text does not run into. Where
 * it begins is stated, as LibreOffice does not align frames to a foot: its lines are of one height and can be counted.
 */
function imprintLines({ copies, issuer, date }: NonNullable<OfficialPaper['imprint']>): Paragraph[] {
  const thick = { style: BorderStyle.SINGLE, size: 8, space: 1, color: '000000' }
  const thin = { ...thick, size: 6 }
  const copied = copies === null ? null : copiesLine(copies)
  const perLine = textWidth / (imprintSize * 10)
  const lines = 1 + (copied === null ? 0 : Math.ceil((1 + widthInCharacters(copied)) / perLine))
  const frame = (from: number): IFrameOptions => ({
    type: 'absolute',
    position: {
      x: margins.left,
      y: margins.top + textHeight - from * lineHeight - (from - 1) * borderRoom,
    },
    width: textWidth,
    wrap: FrameWrap.NOT_BESIDE,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
  })
  const last = sides(issuer, printedLine(date), {
    size: imprintSize,
    frame: frame(1),
    border: { top: copied === null ? thick : thin, bottom: thick },
  })
  const anchor = new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } })
  return copied === null
    ? [last, anchor]
    : [
        sides(copied, '', { size: imprintSize, frame: frame(lines), border: { top: thick } }),
        anchor,
        last,
        anchor,
      ]
}

function annexChildren({ title, grid }: PaperAnnex, label: string | null): FileChild[] {
  return [
    // §7.3.7: 附件 in 黑体 at the top left, the title centred on the third line.
    ...(label === null ? [] : [line(label, { font: 'heading1' }), line('')]),
    line(title, titleLook),
    line(''),
    // Columns are narrow: justified lines would tear words apart.
    gridTable(grid, { tableWidth: textHeight, size: tableSize, justified: false }),
  ]
}

const flow = { spacing: { line: lineHeight, lineRule: LineRuleType.EXACT } } as const

type LineLook = Pick<IParagraphOptions, 'alignment' | 'border' | 'indent' | 'keepNext'> & {
  readonly font?: DocumentFont
  readonly size?: number
  /** Two characters in, as every paragraph of the text begins. */
  readonly indented?: boolean
}

function line(
  text: string,
  { font = 'text', size = bodySize, indented = false, ...look }: LineLook = {},
): Paragraph {
  return new Paragraph({
    ...flow,
    ...look,
    ...(indented && { indent: { firstLine: Math.round(2 * characterWidth) } }),
    children: text === '' ? [] : [run(text, size, font)],
  })
}

function run(text: string, size = bodySize, font: DocumentFont = 'text'): TextRun {
  return new TextRun({ text, size, font: runFont(font), ...(size === bodySize && { characterSpacing }) })
}
