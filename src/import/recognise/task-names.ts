/** Who is named beside a task, by when it is due and what stands beside it; empty cells are filled from above where merges are lost. */
import type {
  DraftMilestone,
  DraftName,
  DraftReport,
  DraftTask,
  ReadingWarning,
} from '../../domain/programme/draft.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import { taskTextOf } from '../../domain/programme/source-offset.ts'
import type { Place, SourceCell } from '../../domain/programme/source.ts'
import type { AppliedRules } from './applied-rules.ts'
import { distinctNames, nameOf } from './draft-names.ts'
import { unitBeside } from './figure-units.ts'
import { pairLeaders } from './pair-leaders.ts'
import { readDeadline } from './read-deadline.ts'
import { isPlan, readMilestones } from './read-milestones.ts'
import { orElse, readTail, type TailNames } from './read-tail.ts'
import { splitLeaders } from './split-leaders.ts'
import { type CellFinder, cellFinder, placeOf, type RowTask } from './task-rows.ts'
import type { TableCell, TaskTable } from './task-table.ts'

export type TaskNames = Pick<
  DraftTask,
  'leaders' | 'leadUnits' | 'cooperatingUnits' | 'deadline' | 'deadlinePlace' | 'milestones' | 'reported'
>

const cellRoles = [
  'leaders',
  'lead',
  'cooperating',
  'responsible',
  'persons',
  'deadline',
  'plan',
  'unit',
  'result',
  'inOrder',
] as const
type CellRole = (typeof cellRoles)[number]
type RoleCells = Readonly<Record<CellRole, readonly TableCell[]>>

/** A cell of more characters lists no names: the longest list seen has 300. */
const longestList = 2000

/** What is said of one task is not said of the next. */
const neverFilledDown: ReadonlySet<CellRole> = new Set(['plan', 'unit', 'result', 'inOrder'])

const noCells = Object.fromEntries(cellRoles.map((role) => [role, []])) as unknown as RoleCells

export class TaskNameReader {
  readonly warnings: ReadingWarning[] = []
  readonly #mergesLost: boolean
  readonly #year: number | null
  readonly #rules: AppliedRules
  readonly #finders = new Map<TaskTable, CellFinder>()
  #above = noCells

  constructor(mergesLost: boolean, year: number | null, rules: AppliedRules) {
    this.#mergesLost = mergesLost
    this.#year = year
    this.#rules = rules
  }

  /** Nothing is filled down from one project into the next. */
  startProject(): void {
    this.#above = noCells
  }

  read(task: RowTask, no: string): TaskNames {
    const find = this.#finderOf(task.table)
    const entries = cellRoles.map((role) => [role, this.#cellsOf(role, task, find, no)])
    const cells = Object.fromEntries(entries) as RoleCells
    this.#above = cells
    const hasColumn = (role: CellRole): boolean => (task.table.columns[role] ?? []).length > 0
    const leaders = distinctNames(
      cells.leaders.flatMap((at) => splitLeaders(at.cell.text).map((piece) => nameOf(placeIn(at), piece))),
    )
    const units = this.#unitsOf(cells, hasColumn('lead'))
    const paired = withPersons(
      pairLeaders(leaders, units.leadUnits, cells.leaders, cells.lead),
      cells.persons,
    )
    const columns = { ...units, leaders, leadUnits: paired, ...this.#timesOf(cells) }
    const named = this.#tailsOf(task).reduceRight((far, near) => orElse(near, far), columns)
    const place = placeOf(task.table, task.cell)
    if (hasColumn('leaders') && named.leaders.length === 0) this.#warn('no-leader', place, { no })
    if (named.leadUnits.length === 0) this.#warn('no-lead-unit', place, { no })
    const all = this.#rules.unitsOfAll(place, [...named.leadUnits, ...named.cooperatingUnits])
    const cooperatingUnits = [...named.cooperatingUnits, ...all]
    return { ...named, cooperatingUnits, reported: this.#reportsOf(cells) }
  }

  #tailsOf({ table, cell, tails }: RowTask): TailNames[] {
    const kinds = new Set(tails.flatMap((tail) => tail.sections.map(({ kind }) => kind)))
    return tails.map((tail) =>
      readTail(cell.text, placeIn({ table, cell }), tail, kinds, this.#rules, this.#year),
    )
  }

  #cellsOf(role: CellRole, task: RowTask, find: CellFinder, no: string): readonly TableCell[] {
    const found = new Set<SourceCell>()
    for (let row = task.row; row < task.endRow; row++) for (const cell of find(role, row)) found.add(cell)
    const filled = [...found].filter(
      ({ text }) => text.trim() !== '' && (neverFilledDown.has(role) || text.length <= longestList),
    )
    if (filled.length > 0) return filled.map((cell) => ({ table: task.table, cell }))
    const [empty] = found
    const lost = this.#mergesLost && !neverFilledDown.has(role)
    if (empty === undefined || !lost || this.#above[role].length === 0) return []
    this.#warn('filled-down', placeOf(task.table, empty), { no, column: role })
    return this.#above[role]
  }

  /** 责任单位 beside 牵头单位 are those that carry out; alone they are both, and the document's rule tells who leads. */
  #unitsOf(cells: RoleCells, hasLeadColumn: boolean): Pick<DraftTask, 'leadUnits' | 'cooperatingUnits'> {
    const all = (role: CellRole): DraftName[] =>
      cells[role].flatMap((at) => {
        const { lead, cooperating } = this.#rules.split(at.cell.text, placeIn(at), 'all')
        return [...lead, ...cooperating]
      })
    if (hasLeadColumn) {
      const lists = cells.lead.map((at) =>
        this.#rules.split(at.cell.text, placeIn(at), leadsByHead(at) ? 'all' : 'all-unless-ruled'),
      )
      return {
        leadUnits: distinctNames(lists.flatMap((list) => list.lead)),
        cooperatingUnits: distinctNames([
          ...lists.flatMap((list) => list.cooperating),
          ...all('cooperating'),
          ...all('responsible'),
        ]),
      }
    }
    const lists = cells.responsible.map((at) => this.#rules.split(at.cell.text, placeIn(at), 'first'))
    return {
      leadUnits: distinctNames(lists.flatMap((list) => list.lead)),
      cooperatingUnits: distinctNames([...lists.flatMap((list) => list.cooperating), ...all('cooperating')]),
    }
  }

  /** A column of deadlines may hold whole plans; the last step's time is then the deadline. */
  #timesOf(cells: RoleCells): Pick<DraftTask, 'deadline' | 'deadlinePlace' | 'milestones'> {
    const milestones = cells.plan.flatMap((at) => this.#milestonesOf(at, cells.unit))
    const [at] = cells.deadline
    if (at === undefined) return { deadline: null, deadlinePlace: null, milestones }
    const place = placeOf(at.table, at.cell)
    const deadline = readDeadline(at.cell.text, this.#year)
    if (deadline !== null) return { deadline, deadlinePlace: place, milestones }
    if (!isPlan(at.cell.text, this.#year)) return { deadline: null, deadlinePlace: null, milestones }
    const steps = this.#milestonesOf(at, cells.unit)
    return { deadline: latest(steps), deadlinePlace: null, milestones: [...steps, ...milestones] }
  }

  #milestonesOf(at: TableCell, units: readonly TableCell[]): DraftMilestone[] {
    const head = at.table.heads[at.cell.column] ?? ''
    const unit = unitBeside(at.cell.text, head, units[0]?.cell.text ?? '')
    return readMilestones(at.cell.text, placeIn(at), this.#year, head).map((step) => ({
      ...step,
      text: step.text + unit,
    }))
  }

  /** Whether it is in order is said of the latest result, which stands nearest. */
  #reportsOf(cells: RoleCells): DraftReport[] {
    const [inOrder] = cells.inOrder
    return cells.result.map((at, index): DraftReport => {
      const last = index === cells.result.length - 1 ? inOrder : undefined
      return {
        period: periodOf(at.table.heads[at.cell.column] ?? '') || (at.table.heads[at.cell.column] ?? ''),
        text: taskTextOf(at.cell.text),
        place: placeOf(at.table, at.cell),
        inOrder: last === undefined ? null : taskTextOf(last.cell.text),
        inOrderPlace: last === undefined ? null : placeOf(last.table, last.cell),
        values: [],
      }
    })
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

function placeIn({ table, cell }: TableCell): Place {
  return { block: table.block, row: cell.row, column: cell.column, start: 0, end: 0 }
}

function leadsByHead({ table, cell }: TableCell): boolean {
  return /牵头|主办|主责|主管/.test(table.heads[cell.column] ?? '')
}

/** 1—10月推进情况 is of 1—10月. */
function periodOf(head: string): string {
  return head.replaceAll(
    /(工作)?(任务)?(进展|推进|完成|落实|执行|实施|建设|办理)(情况|程度|结果|值|数|率|比例|量)?|工作进展|形象进度|情况|截至|截止/g,
    '',
  )
}

function latest(steps: readonly DraftMilestone[]): PlainDate | null {
  return steps.reduce<PlainDate | null>(
    (last, { deadline }) => (deadline !== null && (last === null || deadline > last) ? deadline : last),
    null,
  )
}

/** A column of persons beside the units names one for each, in order. */
function withPersons(units: readonly DraftName[], cells: readonly TableCell[]): DraftName[] {
  const persons = cells.flatMap((at) => splitLeaders(at.cell.text).map((piece) => nameOf(placeIn(at), piece)))
  if (persons.length !== units.length && persons.length !== 1) return [...units]
  return units.map((unit, index) => {
    const person = persons[index]
    return person === undefined || unit.person !== undefined ? unit : { ...unit, person }
  })
}
