/** The blocks of all pages in reading order, with what a page break cut put together again. */
import type { SourceBlock } from '../../domain/programme/source.ts'
import type { PageBlock, PageLine } from './pdf-blocks.ts'
import type { TextLine } from './pdf-lines.ts'
import { boundsOf } from './pdf-page.ts'
import { continueTable } from './pdf-page-breaks.ts'
import { openTable, type OpenTable, sourceTableOf } from './pdf-table.ts'
import { isWrapped, joinWrapped, type Measure } from './pdf-wraps.ts'

type OpenParagraph = {
  readonly kind: 'paragraph'
  readonly page: number
  readonly lines: TextLine[]
  readonly measure: Measure
}

const pageNumber =
  /^[\s—–\-·.]*(第\s*)?(\d{1,4}|[ivxlc]{1,6})(\s*页)?(\s*[/，,]?\s*共?\s*\d{1,4}\s*页?)?[\s—–\-·.]*$/i

/** Fewer on a page are the end of a document, a signature and its date. */
const fewestBlocks = 6

/** Running titles and page numbers stay where they are, as paragraphs of their own, and part nothing. */
export function blocksOf(pages: readonly (readonly PageBlock[])[]): SourceBlock[] {
  const isMargin = marginLines(pages)
  const open: (OpenTable | OpenParagraph)[] = []
  let last: OpenTable | OpenParagraph | undefined
  let measure: Measure | undefined
  for (const page of pages) {
    measure = pageMeasure(page, measure)
    for (const block of page) {
      if (block.kind === 'line' && isMargin(block)) open.push(paragraphOf(block, measure))
      else if (block.kind === 'table') {
        if (last?.kind === 'table' && continueTable(last, block)) continue
        last = openTable(block)
        open.push(last)
      } else if (last?.kind === 'paragraph' && runsOn(last, block.line)) last.lines.push(block.line)
      else {
        last = paragraphOf(block, measure)
        open.push(last)
      }
    }
  }
  return open.map((block) =>
    block.kind === 'table'
      ? sourceTableOf(block)
      : { kind: 'paragraph', page: block.page, text: joinWrapped(block.lines, block.measure) },
  )
}

function paragraphOf({ page, line }: PageLine, measure: Measure): OpenParagraph {
  return { kind: 'paragraph', page, lines: [line], measure }
}

/** Where the page's text stands, as its lines and tables show; a page of a few lines shows nothing of its own. */
function pageMeasure(page: readonly PageBlock[], before: Measure | undefined): Measure {
  const tells = page.length >= fewestBlocks || page.some(({ kind }) => kind === 'table')
  if (!tells && before !== undefined) return before
  const { left, right } = boundsOf(page.map((block) => (block.kind === 'table' ? block.grid : block.line)))
  return { left, right }
}

/** A paragraph's next line begins at the margin, in letters of the same size, since the line before it was full. */
function runsOn({ lines, measure }: OpenParagraph, line: TextLine): boolean {
  const last = lines.at(-1)
  if (last === undefined || Math.abs(last.size - line.size) > 0.5) return false
  return line.left < measure.left + line.size && isWrapped(last, line, measure)
}

/** Page numbers, and the outermost lines of a page that other pages have in the same place. */
function marginLines(pages: readonly (readonly PageBlock[])[]): (line: PageLine) => boolean {
  const outermost = pages.map((page) => outermostLines(page))
  const counts = new Map<string, number>()
  for (const lines of outermost)
    for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  const margin = new Set(
    outermost.flat().filter((line) => pageNumber.test(line.line.text) || (counts.get(keyOf(line)) ?? 0) > 1),
  )
  return (line) => margin.has(line)
}

function outermostLines(page: readonly PageBlock[]): PageLine[] {
  const lines = [...page.slice(0, 2), ...page.slice(2).slice(-2)]
  return lines.filter((block) => block.kind === 'line')
}

function keyOf({ line }: PageLine): string {
  return `${Math.round(line.top / 4)} ${line.text.replaceAll(/\d+/g, '#')}`
}
