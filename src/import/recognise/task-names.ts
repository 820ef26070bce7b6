/** Who is named beside a task, and by when it is due; empty cells are filled from above where merges are lost. */
import type { DraftName, DraftTask, ReadingWarning } from '../../domain/draft.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import type { Place, SourceCell } from '../../domain/source.ts'
import { readTime } from '../extract/deadlines.ts'
import type { Piece } from './piece.ts'
import { splitLeaders } from './split-leaders.ts'
import { findLeadRule, type LeadRule, splitResponsibleUnits, splitUnits } from './split-units.ts'
import { type CellFinder, cellFinder, placeOf, type RowTask } from './task-rows.ts'
import type { TaskTable } from './task-table.ts'

export type TaskNames = Pick<
  DraftTask,
  'leaders' | 'leadUnits' | 'cooperatingUnits' | 'deadline' | 'deadlinePlace'
>

type CellRole = 'leaders' | 'lead' | 'cooperating' | 'responsible' | 'deadline'
type TableCell = { readonly table: TaskTable; readonly cell: SourceCell }
type RoleCells = Readonly<Record<CellRole, readonly TableCell[]>>

/** A cell of more characters lists no names: the longest list seen has 300. */
const longestList = 2000

const noCells: RoleCells = { leaders: [], lead: [], cooperating: [], responsible: [], deadline: [] }

export class TaskNameReader {
  readonly warnings: ReadingWarning[] = []
  readonly #mergesLost: boolean
  readonly #year: number | null
  readonly #finders = new Map<TaskTable, CellFinder>()
  #rule: LeadRule
  #above = noCells

  /** `rule` is what the document's notes say about who leads; a cell may say it too, for itself and what follows. */
  constructor(mergesLost: boolean, year: number | null, rule: LeadRule = 'first-unit') {
    this.#mergesLost = mergesLost
    this.#year = year
    this.#rule = rule
  }

  /** Nothing is filled down from one project into the next. */
  startProject(): void {
    this.#above = noCells
  }

  read(task: RowTask, no: string): TaskNames {
    const find = this.#finderOf(task.table)
    const cells = {
      leaders: this.#cellsOf('leaders', task, find, no),
      lead: this.#cellsOf('lead', task, find, no),
      cooperating: this.#cellsOf('cooperating', task, find, no),
      responsible: this.#cellsOf('responsible', task, find, no),
      deadline: this.#cellsOf('deadline', task, find, no),
    }
    this.#above = cells
    const hasColumn = (role: CellRole): boolean => (task.table.columns[role] ?? []).length > 0
    const names = {
      leaders: namesIn(cells.leaders, splitLeaders),
      ...this.#unitsOf(cells, hasColumn('lead')),
      ...this.#deadlineOf(cells),
    }
    if (hasColumn('leaders') && names.leaders.length === 0)
      this.#warn('no-leader', placeOf(task.table, task.cell), { no })
    if (names.leadUnits.length === 0) this.#warn('no-lead-unit', placeOf(task.table, task.cell), { no })
    return names
  }

  #cellsOf(role: CellRole, task: RowTask, find: CellFinder, no: string): readonly TableCell[] {
    const found = new Set<SourceCell>()
    for (let row = task.row; row < task.endRow; row++) for (const cell of find(role, row)) found.add(cell)
    const filled = [...found].filter(({ text }) => text.trim() !== '' && text.length <= longestList)
    if (filled.length > 0) return filled.map((cell) => ({ table: task.table, cell }))
    const [empty] = found
    if (empty === undefined || !this.#mergesLost || this.#above[role].length === 0) return []
    this.#warn('filled-down', placeOf(task.table, empty), { no, column: role })
    return this.#above[role]
  }

  /** 责任单位 beside 牵头单位 are those that carry out; alone they are both, and the document's rule tells who leads. */
  #unitsOf(cells: RoleCells, hasLeadColumn: boolean): Pick<TaskNames, 'leadUnits' | 'cooperatingUnits'> {
    const cooperating = namesIn(cells.cooperating, splitUnits)
    if (hasLeadColumn) {
      return {
        leadUnits: namesIn(cells.lead, splitUnits),
        cooperatingUnits: distinct([...cooperating, ...namesIn(cells.responsible, splitUnits)]),
      }
    }
    const lists = cells.responsible.map((at) => {
      this.#rule = findLeadRule(at.cell.text) ?? this.#rule
      const units = splitResponsibleUnits(at.cell.text, this.#rule)
      return {
        lead: units.lead.map((u) => placed(at, u)),
        cooperating: units.cooperating.map((u) => placed(at, u)),
      }
    })
    return {
      leadUnits: distinct(lists.flatMap((list) => list.lead)),
      cooperatingUnits: distinct([...lists.flatMap((list) => list.cooperating), ...cooperating]),
    }
  }

  #deadlineOf({ deadline: [at] }: RoleCells): { deadline: PlainDate | null; deadlinePlace: Place | null } {
    if (at === undefined) return { deadline: null, deadlinePlace: null }
    const place = placeOf(at.table, at.cell)
    const text = at.cell.text.trim()
    const time = readTime(text, 0, this.#year)
    const date = time?.end === text.length ? time.date : null
    return { deadline: date, deadlinePlace: date === null ? null : place }
  }

  #finderOf(table: TaskTable): CellFinder {
    const finder = this.#finders.get(table) ?? cellFinder(table)
    this.#finders.set(table, finder)
    return finder
  }

  #warn(code: ReadingWarning['code'], place: Place, details: ReadingWarning['details']): void {
    this.warnings.push({ code, place, details })
  }
}

function namesIn(cells: readonly TableCell[], split: (text: string) => Piece[]): DraftName[] {
  return distinct(cells.flatMap((at) => split(at.cell.text).map((piece) => placed(at, piece))))
}

function placed({ table, cell }: TableCell, { name, start, end }: Piece): DraftName {
  return { name, place: { block: table.block, row: cell.row, column: cell.column, start, end } }
}

function distinct(names: readonly DraftName[]): DraftName[] {
  const first = new Map<string, DraftName>()
  for (const name of names) if (!first.has(name.name)) first.set(name.name, name)
  return [...first.values()]
}
