/** The text in shapes that lie over a sheet, a paragraph each (ECMA-376 part 1, §21.1.2). */
import { scanXml } from './scan-xml.ts'
import { cellText } from './cell-text.ts'

export function readDrawingText(bytes: Uint8Array | undefined, part: string): string[] {
  const paragraphs: string[] = []
  if (bytes === undefined) return paragraphs
  let open = ''
  let inText = false
  scanXml(bytes, part, {
    open({ local }) {
      if (local === 't') inText = true
      else if (local === 'br') open += '\n'
    },
    close({ local }) {
      if (local === 't') inText = false
      if (local !== 'p') return
      if (open.trim() !== '') paragraphs.push(cellText(open))
      open = ''
    },
    text(text) {
      if (inText) open += text
    },
  })
  return paragraphs
}
