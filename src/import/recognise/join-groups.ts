/**
 * One programme spread over several annexes or sheets: tables with the same heads whose numbers go on, or that share a
 * title and promise different things. Tables of other years, other places or other kinds stay apart.
 */
import { scoreOfLabel } from './candidate.ts'
import { trimmedPiece } from './piece.ts'
import { findProjectNumber } from './project-number.ts'
import type { Heading, TableGroup } from './table-groups.ts'
import { signatureOf, type TaskTable } from './task-table.ts'

/** Each group with those that go on from it; what stands alone stays as it is. */
export function joinGroups(groups: readonly TableGroup[]): TableGroup[][] {
  const spread: TableGroup[][] = []
  for (const group of groups) {
    const open = spread.at(-1)
    if (open !== undefined && goesOn(open, group)) open.push(group)
    else spread.push([group])
  }
  return spread
}

/** Several groups as the one programme they are; `parts` has at least one. */
export function joined(parts: readonly TableGroup[]): TableGroup {
  const [first, ...rest] = parts
  if (first === undefined) throw new Error('a programme has a part')
  if (rest.length === 0) return first
  const { tail, ...title } = withoutTail(first)
  const headings = new Map(parts.flatMap((part) => [...part.headings]))
  for (const part of parts) {
    const named = part === first ? tail : withoutTail(part).tail
    const heading = named ?? sheetHeading(part)
    const block = part.tables[0]?.block
    if (heading !== undefined && block !== undefined && !headings.has(block)) headings.set(block, heading)
  }
  const tasks = parts.reduce((sum, part) => sum + part.tasks, 0)
  const tables = parts.flatMap((part) => part.tables)
  return { ...first, tables, headings, title, label: title.title || first.label, tasks }
}

function goesOn(parts: readonly TableGroup[], next: TableGroup): boolean {
  const first = parts[0]
  const last = parts.at(-1)
  const [a, b] = [last?.tables.at(-1), next.tables[0]]
  if (first === undefined || a === undefined || b === undefined) return false
  if (signatureOf(a) !== signatureOf(b) || isOfOtherKind(next) !== isOfOtherKind(first)) return false
  if (first.title.year !== null && next.title.year !== null && first.title.year !== next.title.year)
    return false
  const [numbersBefore, numbers] = [parts.flatMap(numbersOf), numbersOf(next)]
  if (numbers[0] !== undefined && numbers[0] > 1) return numbers[0] === (numbersBefore.at(-1) ?? 0) + 1
  const namesBefore = new Set(parts.flatMap(namesOf))
  return isSameProgramme(first, next) && !namesOf(next).some((name) => namesBefore.has(name))
}

/** The same title but for what stands in brackets behind it; or a sheet without a title after one with. */
function isSameProgramme(first: TableGroup, next: TableGroup): boolean {
  const [one, other] = [withoutTail(first), withoutTail(next)]
  const tells = [one.tail?.text, other.tail?.text, next.tables[0]?.table.sheet].filter(
    (text) => text !== undefined,
  )
  if (tells.some((text) => placeOrYear.test(text))) return false
  if (other.title === '') return onOtherSheet(first, next)
  return plain(one.title) === plain(other.title) && (one.tail?.text ?? '') !== (other.tail?.text ?? '\0')
}

/** What is called so is a table for itself: 武进区, 2022年, 续建. */
const placeOrYear = /[县区市镇乡州旗]$|街道$|\d{4}|[去上今明本]年|Sheet\d+$/i

function onOtherSheet(first: TableGroup, next: TableGroup): boolean {
  const [one, other] = [first.tables[0]?.table.sheet, next.tables[0]?.table.sheet]
  return one !== undefined && other !== undefined && one !== other
}

function isOfOtherKind({ label }: TableGroup): boolean {
  return scoreOfLabel(label) < 0
}

/** A title taken apart: 2030年任务分解表（教育类） is 2030年任务分解表, and the part 教育类. */
function withoutTail({ title }: TableGroup): TableGroup['title'] & { tail: Heading | undefined } {
  const found = /[（(]([^（()）]{1,20})[)）]$/.exec(title.title)
  const { place } = title
  if (found?.[1] === undefined || place === null) return { ...title, tail: undefined }
  const end = place.end - found[0].length
  const start = place.end - found[1].length - 1
  const heading = { text: found[1], place: { ...place, start, end: place.end - 1 } }
  return { ...title, title: title.title.slice(0, found.index), place: { ...place, end }, tail: heading }
}

/** A sheet's name is no text of the document: it names the project without a place of its own. */
function sheetHeading({ tables: [table] }: TableGroup): Heading | undefined {
  const cell = table?.table.cells[0]
  if (table?.table.sheet === undefined || cell === undefined) return undefined
  return {
    text: table.table.sheet,
    place: { block: table.block, row: cell.row, column: cell.column, start: 0, end: 0 },
  }
}

function namesOf({ tables }: TableGroup): string[] {
  return tables.flatMap((table) => textsIn(table, table.columns.project ?? table.columns.content ?? []))
}

function numbersOf({ tables }: TableGroup): number[] {
  return tables.flatMap((table) =>
    textsIn(table, table.columns.no ?? []).flatMap((text) => findProjectNumber(text) ?? []),
  )
}

function textsIn({ table, firstRow }: TaskTable, columns: readonly number[]): string[] {
  return table.cells
    .filter((cell) => cell.row >= firstRow && columns.includes(cell.column))
    .map(({ text }) => trimmedPiece(text, 0, text.length)?.name ?? '')
    .filter((text) => text !== '')
}

function plain(text: string): string {
  return text.replaceAll(/\s/g, '').replace(/^附[件表]\s*\d*[：:]?/, '')
}
