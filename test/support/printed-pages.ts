/** A paper as LibreOffice prints it: where every stretch of text stands on its page, in millimetres from the top left. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
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
async function openPrinted(docx: Uint8Array) {
  const office = officeOfTests()
  if (office === undefined) throw new Error('No LibreOffice: run `npm test`, or set SOFFICE_PATH')
  const bytes = await openPdfWriter(office)(docx)
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
}

export async function printed(docx: Uint8Array): Promise<readonly PrintedPage[]> {
  const loading = await openPrinted(docx)
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

/** Where a page bears ink, in millimetres from the top left, and how much of it is red. */
export type Ink = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly red: number
}

const dotsPerPoint = 1.5

/** The ink of each page as a picture of it has it (PNG). */
export async function printedInk(docx: Uint8Array): Promise<readonly Ink[]> {
  const loading = await openPrinted(docx)
  const pdf = await loading.promise
  const { canvasFactory } = pdf as unknown as { canvasFactory: CanvasFactory }
  const inks: Ink[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: dotsPerPoint })
    const { canvas, context } = canvasFactory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvas, canvasContext: context, viewport }).promise
    inks.push(await inkOf(canvas.toBuffer('image/png')))
  }
  await loading.destroy()
  return inks
}

/** What pdf.js draws on in Node. */
type CanvasFactory = {
  readonly create: (
    width: number,
    height: number,
  ) => {
    readonly canvas: { readonly toBuffer: (type: 'image/png') => Buffer }
    readonly context: unknown
  }
}

async function inkOf(png: Buffer): Promise<Ink> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const dot = millimetres / dotsPerPoint
  const [xs, ys]: [number[], number[]] = [[], []]
  let red = 0
  for (let at = 0; at < data.length; at += info.channels) {
    const [r, g, b] = [data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255]
    if (Math.min(r, g, b) > 200) continue
    xs.push((at / info.channels) % info.width)
    ys.push(Math.floor(at / info.channels / info.width))
    if (r > 200 && g < 80 && b < 80) red++
  }
  const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)].map((dots) => dots * dot)
  return { left: left ?? 0, right: right ?? 0, top: top ?? 0, bottom: bottom ?? 0, red }
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0)

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
