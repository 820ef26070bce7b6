/** The programme's table as a Word document: landscape A4, heads on every page, merged cells as in the published one. */
import { AlignmentType, Document, Packer, PageOrientation, Paragraph, TextRun } from 'docx'
import type { FileMark } from '../domain/values/file-mark.ts'
import { fontTable, runFont } from './document-fonts.ts'
import { gridTable } from './grid-docx.ts'
import { layOutProgramme, type ProgrammeTable } from './programme-table.ts'
import { stablePackage } from './stable-package.ts'

const a4 = { width: 11_906, height: 16_838 }
const margin = 850
const tableWidth = a4.height - 2 * margin
/** In half-points: 二号 for the title as the standard has it; tables are set in 小四 or below, here 五号. */
const titleSize = 44
const textSize = 21

/** The bytes of a .docx; the same table gives the same bytes. */
export async function programmeDocx(table: ProgrammeTable, mark: FileMark): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        properties: {
          page: {
            size: { ...a4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, right: margin, bottom: margin, left: margin },
          },
        },
        children: [
          title(table.title),
          gridTable(layOutProgramme(table), { tableWidth, size: textSize, justified: true }),
        ],
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  return stablePackage(bytes, { ...table, mark }, { 'word/fontTable.xml': fontTable })
}

function title(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [new TextRun({ text, size: titleSize, font: runFont('title') })],
  })
}
