/** Where in a flattened text one table ends and the next begins: before heads stand lines that can only be their title. */
import { recogniseUnit } from '../directory/recognise-unit.ts'
import { annexMark, isPageMark, isSignature } from '../recognise/asides.ts'
import { findColumnRole } from '../recognise/column-heads.ts'
import { titleWeight } from '../recognise/recognise-title.ts'
import { ownTitle } from '../recognise/table-groups.ts'
import { areTaskHeads } from '../recognise/task-table.ts'

/** Lines of a table, or between two; `end` is not included. */
export type TextStretch = { readonly kind: 'table' | 'lines'; readonly start: number; readonly end: number }

/** What may follow a table: a note, an annex, a heading. Any other line behind a cell is a further line of it. */
const afterTable =
  /^[（(]?(注|备注|说明|附件|附表|附|\p{Script=Han}{0,2}联系人)[\d一二三四五六七八九十]*\s*([：:]|$)/u
/** A heading with its number, where heads follow. */
const numbered = /^(?:第?[一二三四五六七八九十]{1,3}[、部章]|[（(][一二三四五六七八九十]{1,3}[)）])/
const mostHeads = 20

/** The tables between lines `first` and `end`, and what stands between them. `cellALine`: each cell has lines of its own. */
export function splitTables(
  lines: readonly string[],
  first: number,
  end: number,
  cellALine: boolean,
): TextStretch[] {
  const stretches: TextStretch[] = []
  let start = first
  let heads = ''
  for (let at = first; at < end; at++) {
    const own = headsAt(lines, at, cellALine)
    if (own === undefined) continue
    const title = heads === '' ? at : titleAbove(lines, start, at)
    const isNext = heads !== '' && (title < at || own !== heads) // else they come again over a page
    heads = own
    if (!isNext) continue
    stretches.push({ kind: 'table', start, end: title })
    if (title < at) stretches.push({ kind: 'lines', start: title, end: at })
    start = at
  }
  stretches.push({ kind: 'table', start, end })
  return stretches
}

/** The heads that begin in a line, as one text. */
function headsAt(lines: readonly string[], at: number, cellALine: boolean): string | undefined {
  const line = lines[at] ?? ''
  if (!cellALine) return line.includes('\t') && areTaskHeads(line.split('\t')) ? line.trim() : undefined
  if (!line.startsWith('\t') || lines[at - 1]?.startsWith('\t') === true) return undefined
  const cells: string[] = []
  for (let i = at; cells.length < mostHeads && lines[i]?.startsWith('\t') === true; i++) {
    const text = lines[i]?.trim() ?? ''
    if (findColumnRole(text) === undefined) break
    cells.push(text)
  }
  return areTaskHeads(cells) ? cells.join('\t') : undefined
}

/** The first of the lines without a tab right above that is no further line of a cell; `at` where there is none. */
function titleAbove(lines: readonly string[], start: number, at: number): number {
  let from = at
  while (from > start + 1 && lines[from - 1]?.includes('\t') === false) from--
  for (let i = from; i < at; i++) if (isTitleLine(lines, i)) return i
  return at
}

function isTitleLine(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? ''
  if (line === '') return false
  const alone = lines[at - 1]?.trim() === '' && recogniseUnit(line) === null
  return (
    alone ||
    annexMark.test(line) ||
    isPageMark(line) ||
    numbered.test(line) ||
    titleWeight(line) >= ownTitle ||
    endsTable(lines, at)
  )
}

/** A note, or who issued the table and when: a body's name is signature with a date below it, else one more unit. */
export function endsTable(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? ''
  const dated =
    /^\p{L}{4,30}$/u.test(line) && isSignature(lines.slice(at + 1).find((next) => next.trim() !== '') ?? '')
  return afterTable.test(line) || isSignature(line) || dated
}
