/** Where one table of a flattened text ends and the next begins: at heads that come again under a title of their own. */
import { annexMark } from '../recognise/asides.ts'
import { findColumnRole } from '../recognise/column-heads.ts'
import { titleWeight } from '../recognise/recognise-title.ts'
import { areTaskHeads } from '../recognise/task-table.ts'

/** A line that weighs as much is a title, as in recognise/table-groups.ts. */
const ownTitle = 5
const numberedHeading = /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/

/** The lines cut before what stands above each further row of heads; heads with nothing above only come again. */
export function cutBeforeHeads(lines: readonly string[], cellALine: boolean): (readonly string[])[] {
  const cuts: number[] = []
  let headed = false
  for (let at = 0; at < lines.length; at++) {
    if (!(cellALine ? headsBeginAt(lines, at) : areTaskHeads((lines[at] ?? '').split('\t')))) continue
    const above = headed ? beginOfHeading(lines, at) : undefined
    if (above !== undefined) cuts.push(above)
    headed = true
  }
  return [0, ...cuts].map((from, index) => lines.slice(from, cuts[index]))
}

/** The first line above the heads that no cell goes on with: an annex, a title, a numbered heading. */
function beginOfHeading(lines: readonly string[], heads: number): number | undefined {
  let from = heads
  while (from > 0 && !(lines[from - 1] ?? '').includes('\t')) from--
  const found = lines.slice(from, heads).findIndex((line) => {
    const text = line.trim()
    return (
      annexMark.test(text) || numberedHeading.test(text) || (text !== '' && titleWeight(text) >= ownTitle)
    )
  })
  return found === -1 ? undefined : from + found
}

/** Heads on lines of their own: a run of known ones that none stands before. */
function headsBeginAt(lines: readonly string[], at: number): boolean {
  const isHead = (line: string | undefined): boolean =>
    line !== undefined && line.startsWith('\t') && findColumnRole(line.slice(1)) !== undefined
  if (!isHead(lines[at]) || isHead(lines[at - 1])) return false
  let end = at
  while (isHead(lines[end])) end++
  return areTaskHeads(lines.slice(at, end).map((line) => line.slice(1)))
}
