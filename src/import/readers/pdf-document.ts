/**
 * The pages of a PDF through pdf.js, which knows the container, the fonts and the encodings. It draws nothing, runs no
 * script, loads no picture, and reads besides the bytes only the encoding tables of its own package.
 */
import { fileURLToPath } from 'node:url'
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Problem } from '../../domain/problem.ts'
import { fontsInState, type Operators, PageInterpreter, type PdfFont } from './pdf-interpreter.ts'
import { checkStreams } from './pdf-streams.ts'
import { identity, type Matrix, matrixOf, multiply } from './pdf-matrix.ts'
import type { PdfPage } from './pdf-page.ts'

const maxPages = 1000
/** As many as a thousand pages of a table hold. */
const maxCharacters = 1_000_000
/** A page of a table has one or two thousand. pdf.js keeps those of a page until all are there. */
const maxPageOperators = 40_000
const maxOperators = 400_000

/** Chinese fonts that are not embedded name one of these tables (GBK-EUC-H, UniGB-UCS2-H). */
const encodingTables = fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json')))

/** Hands over page after page. Throws Problem document.encrypted, -.broken, -.too-long, -.too-complex or -.expands-too-far. */
export async function* readPdfPages(bytes: Uint8Array): AsyncGenerator<PdfPage> {
  checkStreams(bytes)
  const task = getDocument({
    data: Uint8Array.from(bytes), // pdf.js takes the buffer away from whoever passes it
    cMapUrl: encodingTables,
    verbosity: 0,
    maxImageSize: 1,
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
  })
  try {
    const document = await task.promise
    if (document.numPages > maxPages) throw new Problem('document.too-long', { limitPages: maxPages })
    const limits = new PdfLimits()
    for (let number = 1; number <= document.numPages; number++) {
      yield await readPage(await document.getPage(number), limits)
    }
  } catch (error) {
    throw error instanceof Problem ? error : problemOf(error)
  } finally {
    await task.destroy()
  }
}

async function readPage(page: PDFPageProxy, limits: PdfLimits): Promise<PdfPage> {
  const operators = await operatorsOf(page, limits)
  const fonts = await fontsOf(page, operators)
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const interpret = (view: Matrix): PageInterpreter => {
    const interpreter = new PageInterpreter(view, (name) => fonts.get(name))
    interpreter.run(operators)
    return interpreter
  }
  const asStated = interpret(matrixOf(transform))
  const direction = asStated.directions.indexOf(Math.max(...asStated.directions))
  // Wide tables are also printed sideways on upright pages; they are read as people do, with the page turned.
  const turn = [identity, [0, -1, 1, 0, 0, width], [-1, 0, 0, -1, width, height], [0, 1, -1, 0, height, 0]][
    direction
  ]
  const { glyphs, rulings } =
    direction === 0 ? asStated : interpret(multiply(matrixOf(turn), matrixOf(transform)))
  page.cleanup()
  return { number: page.pageNumber, glyphs, rulings }
}

/** What pdf.js calls for each batch of operators; it has no way to be told a limit. */
const batchMethod = '_renderPageChunk'
type BatchedPage = Record<typeof batchMethod, (batch: Operators, state: unknown) => void>

async function operatorsOf(page: PDFPageProxy, limits: PdfLimits): Promise<Operators> {
  const batched = page as unknown as BatchedPage
  const takeBatch = batched[batchMethod]
  const { promise: tooMany, reject } = Promise.withResolvers<never>()
  let onPage = 0
  batched[batchMethod] = (batch, state) => {
    onPage += batch.fnArray.length
    if (onPage <= maxPageOperators && limits.allow(batch)) takeBatch.call(page, batch, state)
    else reject(new Problem('document.too-complex', { limit: maxPageOperators }))
  }
  return Promise.race([page.getOperatorList({ annotationMode: 0 }), tooMany])
}

/** Counts what a document draws: forms drawn within forms would never end. */
class PdfLimits {
  #operators = 0
  #characters = 0

  allow({ fnArray, argsArray }: Operators): boolean {
    this.#operators += fnArray.length
    fnArray.forEach((operator, index) => {
      const [shown] = (argsArray[index] ?? []) as unknown[]
      if (operator === OPS.showText && Array.isArray(shown)) this.#characters += shown.length
    })
    return this.#operators <= maxOperators && this.#characters <= maxCharacters
  }
}

/** The fonts that a page sets. pdf.js announces them beside the operators and is a turn of the event loop late. */
async function fontsOf(page: PDFPageProxy, { fnArray, argsArray }: Operators): Promise<Map<string, PdfFont>> {
  await new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
  const fonts = new Map<string, PdfFont>()
  const note = (name: unknown): void => {
    if (typeof name !== 'string' || fonts.has(name) || !page.commonObjs.has(name)) return
    fonts.set(name, page.commonObjs.get(name) as PdfFont)
  }
  fnArray.forEach((operator, index) => {
    const [first] = (argsArray[index] ?? []) as unknown[]
    if (operator === OPS.setFont) note(first)
    if (operator === OPS.setGState) for (const font of fontsInState(first)) note(font[0])
  })
  return fonts
}

function problemOf(error: unknown): Problem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new Problem('document.encrypted', {})
  return new Problem('document.broken', { part: 'PDF' }, { cause: error })
}
