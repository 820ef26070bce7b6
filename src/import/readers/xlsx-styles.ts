/** How a workbook's styles show numbers (ECMA-376 part 1, §18.8). */
import { scanXml } from './scan-xml.ts'
import { type NumberFormats, numberFormats } from './number-formats.ts'

export function readNumberFormats(bytes: Uint8Array | undefined, date1904: boolean): NumberFormats {
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
  return numberFormats(styles, codes, date1904)
}
