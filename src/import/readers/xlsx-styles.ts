/** How a workbook's styles show numbers (ECMA-376 part 1, §18.8). */
import { scanXml } from '../scan-xml.ts'
import { builtInFormats } from './built-in-formats.ts'
import { shownNumber } from './number-format.ts'

/** The number as a cell of that style shows it. */
export type NumberFormats = (value: number, style: number) => string

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
  return (value, style) => {
    const id = styles[style] ?? 0
    return shownNumber(value, codes.get(id) ?? builtInFormats[id] ?? 'General', date1904)
  }
}
