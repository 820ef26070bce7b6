/** A paper as LibreOffice prints it: where every stretch of text stands on its page, in millimetres from the top left. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { officeOfTests } from '../../scripts/provide-office.ts'
import { openPdfWriter } from '../../src/external/pdf-writer.ts'

export type PrintedText = {
  readonly text: string
  /** Of its first character's left edge on the baseline. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly isTurned: boolean
}

export type PrintedPage = {
  readonly width: number
  readonly height: number
  readonly texts: readonly PrintedText[]
}

/** The texts of one baseline, from left to right. */
export type PrintedLine = {
  readonly y: number
  readonly x: number
  readonly right: number
  readonly text: string
}

const millimetres = 25.4 / 72

/** Throws where there is no LibreOffice: a check that could not run has failed. */
export async function printed(docx: Uint8Array): Promise<readonly PrintedPage[]> {
  const office = officeOfTests()
  if (office === undefined) throw new Error('No LibreOffice: run `npm test`, or set SOFFICE_PATH')
  const bytes = await openPdfWriter(office)(docx)
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const pages: PrintedPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    pages.push({
      width: width * millimetres,
      height: height * millimetres,
      texts: items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, turn, , , x, y] = item.transform as number[]
        return [
          {
            text: item.str,
            x: (x ?? 0) * millimetres,
            y: (height - (y ?? 0)) * millimetres,
            width: item.width * millimetres,
            isTurned: turn !== 0,
          },
        ]
      }),
    })
  }
  await loading.destroy()
  return pages
}

/** Upright lines only, from top to bottom. */
export function linesOf({ texts }: PrintedPage): readonly PrintedLine[] {
  const upright = texts.filter(({ isTurned }) => !isTurned)
  return [...Map.groupBy(upright, ({ y }) => Math.round(y * 2))]
    .map(([, its]) => {
      const across = its.toSorted((a, b) => a.x - b.x)
      return {
        y: across[0]?.y ?? 0,
        x: across[0]?.x ?? 0,
        right: Math.max(...across.map(({ x, width }) => x + width)),
        text: across.map(({ text }) => text).join(''),
      }
    })
    .toSorted((a, b) => a.y - b.y)
}
