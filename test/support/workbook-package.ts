/** Excel workbooks written by hand, small enough to be read in a test. */
import { strToU8, zipSync, type Zippable } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Sheet = {
  readonly name: string
  /** The content of the worksheet element. */
  readonly xml: string
  readonly state?: 'hidden' | 'veryHidden'
}

export type WorkbookContent = {
  readonly sheets: readonly Sheet[]
  /** The content of the sst element. */
  readonly strings?: string
  /** The content of the styleSheet element. */
  readonly styles?: string
  readonly date1904?: boolean
  readonly parts?: Zippable
}

export function xlsxOf({
  sheets,
  strings,
  styles,
  date1904 = false,
  parts = {},
}: WorkbookContent): Uint8Array {
  const targets = [
    ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ]
  const entries = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"${state === undefined ? '' : ` state="${state}"`}/>`,
  )
  return zipSync({
    '_rels/.rels': part(
      'Relationships',
      `<Relationship Id="r1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': part(
      'workbook',
      `<workbookPr date1904="${date1904}"/><sheets>${entries.join('')}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      'Relationships',
      targets
        .map(
          ([type, target], i) =>
            `<Relationship Id="r${i}" Type="${relationships}/${type}" Target="${target}"/>`,
        )
        .join(''),
    ),
    ...Object.fromEntries(
      sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, part('worksheet', xml)]),
    ),
    'xl/sharedStrings.xml': part('sst', strings ?? ''),
    'xl/styles.xml': part('styleSheet', styles ?? ''),
    ...parts,
  })
}

/** One visible sheet of these rows; see `cell`. */
export function sheetOf(rows: readonly string[], rest = ''): { name: string; xml: string } {
  return { name: 'Sheet1', xml: `<sheetData>${rows.join('')}</sheetData>${rest}` }
}

/** A cell of a text that stands in it. */
export function textCell(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

export function numberCell(at: string, value: number | string, style = 0): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`
}

function part(root: string, content: string): Uint8Array {
  return strToU8(`<${root} xmlns="${main}" xmlns:r="${relationships}">${content}</${root}>`)
}
