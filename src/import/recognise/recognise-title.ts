/** The document's title and year: what stands above the table and reads like a title. */
import { taskTextOf } from '../../domain/programme/source-offset.ts'
import type { Place, SourceDocument } from '../../domain/programme/source.ts'
import { trimmedPiece } from './piece.ts'
import { annexMark, isSignature } from './asides.ts'

export type Title = { readonly title: string; readonly place: Place | null; readonly year: number | null }

/** What makes a line a title, by weight. The year and the thing promised weigh more than the kind of paper. */
const signs: readonly (readonly [RegExp, number])[] = [
  [/(19|20)\d{2}|二[〇○零]\p{Script=Han}{2}年/u, 3],
  [/民生|实事/, 3],
  [/(分解|任务|计划|责任|项目|清单|安排|台账|目标)表?$|(清单|方案)$/, 2],
  [/项目|工程|任务/, 1],
  [/[。；;：:]$/, -5],
]
const longestTitle = 80

const chineseDigits = '〇一二三四五六七八九'

/**
 * The title of what begins at row `headRow` of block `block`: of lines that read equally like a title the first wins,
 * the issuing body stands below. Where none does, the last line above is taken for it. `from` is the first block whose
 * lines may be the title; those before tell the year where no line from there on does.
 */
export function recogniseTitle(source: SourceDocument, block: number, headRow = 0, from = 0): Title {
  const own = linesAbove(source, from, block, headRow)
  const rated = own
    .map((line) => ({ ...line, weight: weigh(line.title) }))
    .filter(({ weight }) => weight >= 0)
  const likely = rated.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)[0]
  const best = likely ?? rated.at(-1)
  const year = [best, ...own].map((line) => findYear(line?.title ?? '')).find((y) => y !== undefined)
  return {
    title: best?.title ?? '',
    place: best?.place ?? null,
    year: year ?? yearBefore(source, from) ?? null,
  }
}

/** Of a document with many tables only the first lines are asked, so that the work grows with its size alone. */
const mostLinesBefore = 300

function yearBefore({ blocks }: SourceDocument, end: number): number | undefined {
  for (const block of blocks.slice(0, Math.min(end, mostLinesBefore))) {
    const year = block.kind === 'paragraph' ? findYear(taskTextOf(block.text).normalize('NFC')) : undefined
    if (year !== undefined) return year
  }
  return undefined
}

/** How much a line reads like a title: 5 and more have a year or 民生实事 and the kind of paper. */
export function titleWeight(text: string): number {
  return weigh(taskTextOf(text))
}

function linesAbove(
  source: SourceDocument,
  from: number,
  block: number,
  headRow: number,
): { title: string; place: Place }[] {
  const paragraphs = source.blocks.slice(from, block).flatMap((b, index) => {
    return b.kind === 'paragraph' ? [{ text: b.text, place: { block: from + index } }] : []
  })
  const content = source.blocks[block]
  const cells = (content?.kind === 'table' ? content.cells : [])
    .filter((cell) => cell.row < headRow)
    .map(({ row, column, text }) => ({ text, place: { block, row, column } }))
  return [...paragraphs, ...cells].flatMap(({ text, place }) => {
    const piece = trimmedPiece(text, 0, text.length)
    if (piece === undefined) return []
    return [
      { title: taskTextOf(text).normalize('NFC'), place: { ...place, start: piece.start, end: piece.end } },
    ]
  })
}

function weigh(text: string): number {
  if (annexMark.test(text) || isSignature(text) || text.length > longestTitle) return -1
  return signs.reduce((sum, [sign, weight]) => sum + (sign.test(text) ? weight : 0), 0)
}

export function findYear(text: string): number | undefined {
  const arabic = /(?<!\d)((?:19|20)\d{2})(?=年|度|\D|$)/.exec(text)?.[1]
  if (arabic !== undefined) return Number(arabic)
  const chinese = /[一二][〇○零一二三四五六七八九]{3}(?=年)/.exec(text)?.[0].replaceAll(/[○零]/g, '〇')
  if (chinese === undefined) return undefined
  return Number(Array.from(chinese, (digit) => chineseDigits.indexOf(digit)).join(''))
}
