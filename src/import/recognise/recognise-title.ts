/** The document's title and year: what stands above the table and reads like a title. */
import { taskTextOf } from '../../domain/source-offset.ts'
import type { Place, SourceDocument } from '../../domain/source.ts'
import { trimmedPiece } from './piece.ts'
import type { TaskTable } from './task-table.ts'

export type Title = { readonly title: string; readonly place: Place | null; readonly year: number | null }

export const annexMark = /^附\s*[件表录]?\s*[\d一二三四五六七八九十]*\s*[：:]?$/

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
 * Of lines that read equally like a title the first wins: the issuing body stands below. Where none does, the last line
 * above the table is taken for it.
 */
export function recogniseTitle(source: SourceDocument, table: TaskTable): Title {
  const lines = linesAbove(source, table)
  const rated = lines
    .map((line) => ({ ...line, weight: weigh(line.title) }))
    .filter(({ weight }) => weight >= 0)
  const likely = rated.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)[0]
  const best = likely ?? rated.at(-1)
  const year = [best, ...lines].map((line) => findYear(line?.title ?? '')).find((y) => y !== undefined)
  return { title: best?.title ?? '', place: best?.place ?? null, year: year ?? null }
}

function linesAbove(
  source: SourceDocument,
  { block, table, headRow }: TaskTable,
): { title: string; place: Place }[] {
  const paragraphs = source.blocks.slice(0, block).flatMap((b, index) => {
    return b.kind === 'paragraph' ? [{ text: b.text, place: { block: index } }] : []
  })
  const cells = table.cells
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
  if (annexMark.test(text) || text.length > longestTitle) return -1
  return signs.reduce((sum, [sign, weight]) => sum + (sign.test(text) ? weight : 0), 0)
}

function findYear(text: string): number | undefined {
  const arabic = /(?<!\d)((?:19|20)\d{2})(?=年|度|\D|$)/.exec(text)?.[1]
  if (arabic !== undefined) return Number(arabic)
  const chinese = /[一二][〇○零一二三四五六七八九]{3}(?=年)/.exec(text)?.[0].replaceAll(/[○零]/g, '〇')
  if (chinese === undefined) return undefined
  return Number(Array.from(chinese, (digit) => chineseDigits.indexOf(digit)).join(''))
}
