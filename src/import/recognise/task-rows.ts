/** The rows of task tables as projects and tasks: which cells say what, before their texts are taken apart. */
import type { IgnoredReason, ReadingWarning } from '../../domain/programme/draft.ts'
import { taskTextOf } from '../../domain/programme/source-offset.ts'
import type { Place, SourceCell } from '../../domain/programme/source.ts'
import type { ColumnRole } from './column-heads.ts'
import { findRules } from './find-rules.ts'
import type { Tail } from './find-tails.ts'
import { labelOf } from './label-of.ts'
import { trimmedPiece } from './piece.ts'
import { findProjectNumber, splitLeadingNumber } from './project-number.ts'
import { splitTasks } from './split-tasks.ts'
import { isPageMark, isSignature } from './asides.ts'
import { areTaskHeads, cellsOfColumn, type TaskTable } from './task-table.ts'

export type RowTask = {
  readonly table: TaskTable
  readonly cell: SourceCell
  /** Its stretch of the cell's text, and what names units behind it. */
  readonly start: number
  readonly end: number
  readonly tails: readonly Tail[]
  /** Its rows: the cell's own, and further ones that only name units. The last is not included. */
  readonly row: number
  endRow: number
}

export type RowProject = {
  readonly name: string
  readonly place: Place
  /** The numbers beside its rows; different ones when the table numbers its tasks. */
  readonly numbers: { readonly value: number; readonly place: Place }[]
  readonly tasks: RowTask[]
}

const nameRoles: readonly ColumnRole[] = ['leaders', 'lead', 'cooperating', 'responsible', 'persons']

const unnamed = '未命名项目'

/** Reads the rows of the tables of one document; a project may go on from one table to the next. */
export class TaskRowReader {
  readonly projects: RowProject[] = []
  /** Cells that are left out for a reason which their place alone does not tell. */
  readonly reasons = new Map<SourceCell, IgnoredReason>()
  readonly warnings: ReadingWarning[] = []
  /** Whether an empty cell may mean "as above": the document does not say which cells are merged. */
  mergesLost = false
  readonly #title: string
  readonly #joined = new Set<RowProject>()

  /** `title` names the one project of a table that has no projects. */
  constructor(title: string) {
    this.#title = title
  }

  /** `heading` stands above a table that holds the tasks of one project, and names it. */
  readTable(table: TaskTable, heading?: { readonly text: string; readonly place: Place }): void {
    if (heading !== undefined) this.#openNamed(heading.text, heading.place)
    if (table.table.merges === 'lost') this.mergesLost = true
    const startingIn = Map.groupBy(table.table.cells, (cell) => cell.row)
    const cellAt = cellFinder(table)
    for (let row = table.firstRow; row < table.table.rowCount; row++) {
      const cells = (startingIn.get(row) ?? []).filter((cell) => cell.text.trim() !== '')
      if (cells.length === 0) continue
      if (areTaskHeads(cells.map((cell) => cell.text)))
        for (const cell of cells) this.reasons.set(cell, 'table-head')
      else if (isAside(cells, this.#title))
        for (const cell of cells) this.reasons.set(cell, asideReason(cell, this.#title))
      else if (isHeading(cells, table)) this.#readHeading(table, cells)
      else this.#readRow(table, row, cellAt)
    }
  }

  /** A row of one cell: a group of tasks where the table has no column for projects, else no more than a heading. */
  #readHeading(table: TaskTable, cells: readonly SourceCell[]): void {
    const hasProjects = (table.columns.project ?? []).length > 0
    for (const cell of cells) {
      if (findRules(cell.text).length > 0) continue
      if (isNote(cell.text)) this.reasons.set(cell, 'note')
      else if (hasProjects || table.items) this.reasons.set(cell, 'heading')
      else this.#openProject(table, cell, undefined)
    }
  }

  #readRow(table: TaskTable, row: number, cellAt: CellFinder): void {
    const nameCell = cellAt('project', row)[0]
    const numberCell = cellAt('no', row)[0]
    const named = nameCell?.row === row && nameCell.text.trim() !== ''
    if (named) this.#openOrJoin(table, nameCell, numberCell)
    const contents = cellAt('content', row).filter((cell) => cell.row === row && cell.text.trim() !== '')
    if (table.items && contents[0] !== undefined) this.#openItem(table, contents[0], numberCell)
    const project = this.projects.at(-1) ?? this.#openUnnamed(table, row)
    this.#readNumber(table, row, numberCell, project)
    if (nameCell?.row === row && !named && contents.length > 0) this.mergesLost = true
    for (const cell of contents) {
      for (const part of partsOf(cell.text))
        project.tasks.push({ table, cell, ...part, row, endRow: row + cell.rowSpan })
    }
    const last = project.tasks.at(-1)
    const addsNames = nameRoles.some((role) => cellAt(role, row).some((cell) => cell.row === row))
    if (last?.table === table && addsNames) last.endRow = Math.max(last.endRow, row + 1)
  }

  #openOrJoin(table: TaskTable, nameCell: SourceCell, numberCell: SourceCell | undefined): void {
    const current = this.projects.at(-1)
    const { name } = this.#nameOf(table, nameCell)
    if (current === undefined || current.name !== name) return this.#openProject(table, nameCell, numberCell)
    this.reasons.set(nameCell, 'repeated')
    const number = numberCell === undefined ? undefined : findProjectNumber(numberCell.text)
    const sameNumber = number === undefined || current.numbers.some(({ value }) => value === number)
    if (numberCell !== undefined && sameNumber) this.reasons.set(numberCell, 'repeated')
    if (!sameNumber || this.#joined.has(current)) return
    this.#joined.add(current)
    this.warnings.push({
      code: 'joined-over-page',
      place: placeOf(table, nameCell),
      details: { no: String(current.numbers[0]?.value ?? this.projects.length), name },
    })
  }

  /** A numbered item with no name of its own is a project named by how its text begins. */
  #openItem(table: TaskTable, content: SourceCell, numberCell: SourceCell | undefined): void {
    const value = numberCell === undefined ? undefined : findProjectNumber(numberCell.text)
    const numbered = (table.columns.no ?? []).length > 0
    if (numbered && (value === undefined || numberCell?.row !== content.row)) return
    if (
      value !== undefined &&
      this.projects.at(-1)?.numbers.some((number) => number.value === value) === true
    ) {
      if (numberCell !== undefined) this.reasons.set(numberCell, 'repeated')
      return
    }
    const place = { ...placeOf(table, content), end: placeOf(table, content).start }
    this.projects.push({ name: labelOf(content.text), place, numbers: [], tasks: [] })
  }

  #openNamed(text: string, place: Place): void {
    const { number, numberEnd } = splitLeadingNumber({ name: text, start: place.start, end: place.end })
    const name = taskTextOf(text.slice(numberEnd - place.start)).normalize('NFC')
    if (this.projects.at(-1)?.name === name) return
    const numbers = number === null ? [] : [{ value: number, place: { ...place, end: numberEnd } }]
    this.projects.push({ name, place: { ...place, start: numberEnd }, numbers, tasks: [] })
  }

  #openProject(table: TaskTable, nameCell: SourceCell, numberCell: SourceCell | undefined): void {
    const { name, place, number } = this.#nameOf(table, nameCell)
    const ownNumber = numberCell === undefined || numberCell.text.trim() === ''
    this.projects.push({ name, place, numbers: ownNumber && number !== null ? [number] : [], tasks: [] })
  }

  #openUnnamed(table: TaskTable, row: number): RowProject {
    const cell = table.table.cells.find((c) => c.row === row)
    const place = { block: table.block, row, column: cell?.column ?? 0, start: 0, end: 0 }
    const project = { name: this.#title === '' ? unnamed : this.#title, place, numbers: [], tasks: [] }
    this.projects.push(project)
    return project
  }

  #readNumber(table: TaskTable, row: number, cell: SourceCell | undefined, project: RowProject): void {
    if (cell?.row !== row || this.reasons.has(cell)) return
    const value = findProjectNumber(cell.text)
    if (value !== undefined) project.numbers.push({ value, place: placeOf(table, cell) })
  }

  #nameOf(
    table: TaskTable,
    cell: SourceCell,
  ): { name: string; place: Place; number: RowProject['numbers'][0] | null } {
    const whole = placeOf(table, cell)
    const piece = { name: cell.text.slice(whole.start, whole.end), start: whole.start, end: whole.end }
    const { number, numberEnd } = splitLeadingNumber(piece)
    const name = taskTextOf(cell.text.slice(numberEnd)).normalize('NFC')
    return {
      name,
      place: { ...whole, start: numberEnd },
      number: number === null ? null : { value: number, place: { ...whole, end: numberEnd } },
    }
  }
}

export type CellFinder = (role: ColumnRole, row: number) => SourceCell[]

/** The cells that cover a row in the columns of a role, each once. */
export function cellFinder(table: TaskTable): CellFinder {
  const byColumn = new Map<number, (SourceCell | undefined)[]>()
  for (const column of Object.values(table.columns).flat())
    byColumn.set(column, cellsOfColumn(table.table, column))
  return (role, row) => {
    const cells = (table.columns[role] ?? []).map((column) => byColumn.get(column)?.[row])
    return [...new Set(cells.filter((cell) => cell !== undefined))]
  }
}

/** A cell's text without the blanks around it. */
export function placeOf(table: TaskTable, cell: SourceCell): Place {
  const piece = trimmedPiece(cell.text, 0, cell.text.length)
  const { row, column } = cell
  return { block: table.block, row, column, start: piece?.start ?? 0, end: piece?.end ?? 0 }
}

/** A text without a task in it is one all the same: nothing in a task's cell is lost. */
function partsOf(text: string): Pick<RowTask, 'start' | 'end' | 'tails'>[] {
  const { parts } = splitTasks(text)
  const whole = { start: 0, end: text.length, tails: [] }
  return parts.every(({ tails }) => tails.length === 0) ? [whole] : [...parts]
}

function isNote(text: string): boolean {
  return /^[（(]?\s*([注备说]|[*＊★▲※])/.test(text.trim())
}

/** Rows about the table: its title again, sums, who filled it in and when, page numbers. */
function isAside(cells: readonly SourceCell[], title: string): boolean {
  const [first] = cells
  if (first === undefined) return false
  const text = first.text.replaceAll(/\s/g, '')
  if (/^(合计|总计|小计|共计)$/.test(text)) return true
  return (
    cells.length < 3 && cells.every((cell) => ['repeated', 'signature'].includes(asideReason(cell, title)))
  )
}

function asideReason(cell: SourceCell, title: string): IgnoredReason {
  const text = cell.text.replaceAll(/\s/g, '')
  if (text === title.replaceAll(/\s/g, '') || isPageMark(text)) return 'repeated'
  if (isSignature(cell.text)) return 'signature'
  return 'note'
}

/** One cell alone in its row that reaches over half the table, or stands where numbers do without being one. */
function isHeading(cells: readonly SourceCell[], { table, columns }: TaskTable): boolean {
  const [cell, ...more] = cells
  if (cell === undefined || more.length > 0 || table.columnCount < 3) return false
  if (cell.columnSpan > 1) return cell.columnSpan * 2 >= table.columnCount
  return columns.no?.includes(cell.column) === true && findProjectNumber(cell.text) === undefined
}
