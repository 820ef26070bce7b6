/** How a workbook's styles show numbers (ECMA-376 part 1, §18.8). */
import { scanXml } from './scan-xml.ts'
import { formatCode, type NumberFormats, numberFormats } from './number-formats.ts'

export function readNumberFormats(bytes: Uint8Array | undefined, date1904: boolean): NumberFormats {
  const { styles, codes } = readStyles(bytes)
  return numberFormats(styles, codes, date1904)
}

/** The format code of each style, by number. */
export function readCellStyles(bytes: Uint8Array | undefined): string[] {
  const { styles, codes } = readStyles(bytes)
  return styles.map((id) => formatCode(id, codes))
}

function readStyles(bytes: Uint8Array | undefined): { styles: number[]; codes: Map<number, string> } {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let inCells = false
  if (bytes !== undefined) {
    scanXml(bytes, 'xl/styles.xml', {
      open({ local }, attributes) {
        const id = Number(attributes['numFmtId'])
        if (local === 'numFmt') codes.set(id, attributes['formatCode'] ?? '')
        else if (local === 'cellXfs') inCells = true
        else if (local === 'xf' && inCells) styles.push(id)
      },
      close({ local }) {
        if (local === 'cellXfs') inCells = false
      },
      text: () => undefined,
    })
  }
  return { styles, codes }
}
