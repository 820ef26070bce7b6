/** The programme's table as a Word document: landscape A4, heads on every page, merged cells as in the published one. */
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
} from 'docx'
import { layOutProgramme, type ProgrammeTable, type TableColumn, type TableGrid } from './programme-table.ts'
import { stablePackage } from './stable-package.ts'

/** GB/T 9704-2012 §5.2 and §7.3: titles in 小标宋, text in 仿宋. Named, not embedded: they are not free to ship. */
const titleFont = '方正小标宋简体'
const textFont = '仿宋'
/** The hint gives quotation marks and dashes, which both scripts have, their Chinese width. */
const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', hint: 'eastAsia' }
/** What Word takes where a font is missing. */
const fallbacks = { [titleFont]: '华文中宋', [textFont]: 'FangSong' }

const a4 = { width: 11_906, height: 16_838 }
const margin = 850
const tableWidth = a4.height - 2 * margin
/** In half-points: 二号 for the title as the standard has it; tables are set in 小四 or below, here 五号. */
const titleSize = 44
const textSize = 21

/** The bytes of a .docx; the same table gives the same bytes. */
export async function programmeDocx(table: ProgrammeTable): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        properties: {
          page: {
            size: { ...a4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, right: margin, bottom: margin, left: margin },
          },
        },
        children: [title(table.title), gridTable(layOutProgramme(table))],
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  return stablePackage(bytes, table, { 'word/fontTable.xml': fontTable })
}

function title(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [
      new TextRun({
        text,
        size: titleSize,
        font: { ...latin, eastAsia: titleFont },
      }),
    ],
  })
}

function gridTable({ columns, rows }: TableGrid): Table {
  const sum = columns.reduce((total, { width }) => total + width, 0)
  const widths = columns.map(({ width }) => Math.round((tableWidth * width) / sum))
  const cellOf = (column: TableColumn, lines: readonly string[], rowSpan: number, bold: boolean): TableCell =>
    new TableCell({
      rowSpan,
      verticalAlign: VerticalAlign.CENTER,
      children: paragraphsOf(column, lines, bold),
    })
  const head = columns.map((column) => cellOf({ ...column, centred: true }, [column.head], 1, true))
  const body = rows.map((row) => {
    const children = columns.flatMap((column, i) => {
      const cell = row[i]
      return cell == null ? [] : [cellOf(column, cell.lines, cell.rowSpan, false)]
    })
    return new TableRow({ cantSplit: true, children })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    margins: { top: 45, bottom: 45, left: 70, right: 70 },
    rows: [new TableRow({ tableHeader: true, children: head }), ...body],
  })
}

function paragraphsOf({ centred }: TableColumn, lines: readonly string[], bold: boolean): Paragraph[] {
  const font = { ...latin, eastAsia: textFont }
  return (lines.length === 0 ? [''] : lines).map(
    (text) =>
      new Paragraph({
        alignment: centred ? AlignmentType.CENTER : AlignmentType.BOTH,
        children: text === '' ? [] : [new TextRun({ text, bold, size: textSize, font })],
      }),
  )
}

function fontTable(): string {
  const fonts = Object.entries(fallbacks).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
