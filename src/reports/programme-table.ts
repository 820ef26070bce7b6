/** A programme as the table its users know: what reports print, whatever it was read from. */
import { mergedRowSpans } from '../domain/merged-cells.ts'
import type { PlainDate } from '../domain/plain-date.ts'

export type ProgrammeTable = {
  readonly title: string
  readonly year: number
  readonly projects: readonly {
    readonly no: number
    readonly name: string
    readonly tasks: readonly ProgrammeTableTask[]
  }[]
}

export type ProgrammeTableTask = {
  readonly no: string
  readonly text: string
  readonly leaders: readonly string[]
  readonly leadUnits: readonly string[]
  readonly cooperatingUnits: readonly string[]
  readonly deadline: PlainDate | null
  /** How far it is, in words. The table has a column for it as soon as one task states it. */
  readonly progress?: string
}

export type TableColumn = {
  readonly head: string
  /** Share of the page's width. */
  readonly width: number
  readonly centred: boolean
}

/** A cell's lines and how many rows it covers; null where a cell above reaches down. */
export type TableCell = { readonly lines: readonly string[]; readonly rowSpan: number } | null

export type TableGrid = {
  readonly columns: readonly TableColumn[]
  /** One row a task, cells as the columns. */
  readonly rows: readonly (readonly TableCell[])[]
}

type ColumnRule = TableColumn & {
  readonly linesOf: (task: ProgrammeTableTask) => readonly string[]
  /** Whether neighbouring tasks of a project that say the same share one cell, as in the published tables. */
  readonly shares: boolean
}

const taskColumns: readonly ColumnRule[] = [
  { head: '主要内容', width: 50, centred: false, shares: false, linesOf: (task) => [task.text] },
  { head: '分管领导', width: 7, centred: true, shares: true, linesOf: (task) => task.leaders },
  { head: '牵头单位', width: 12, centred: true, shares: true, linesOf: (task) => task.leadUnits },
  { head: '配合单位', width: 12, centred: true, shares: true, linesOf: (task) => task.cooperatingUnits },
]
const deadlineColumn: ColumnRule = {
  head: '完成时限',
  width: 10,
  centred: true,
  shares: true,
  linesOf: ({ deadline }) => (deadline === null ? [] : [inWords(deadline)]),
}
const progressColumn: ColumnRule = {
  head: '进展情况',
  width: 20,
  centred: false,
  shares: false,
  linesOf: ({ progress }) => (progress === undefined ? [] : [progress]),
}

/** Lays the table out: numbers and names reach over their project, equal neighbours in the columns of names share. */
export function layOutProgramme({ projects }: ProgrammeTable): TableGrid {
  const tasks = projects.flatMap((project) => project.tasks)
  const rules = [
    ...taskColumns,
    ...(tasks.some((task) => task.deadline !== null) ? [deadlineColumn] : []),
    ...(tasks.some((task) => task.progress !== undefined) ? [progressColumn] : []),
  ]
  const rows = projects.flatMap(({ no, name, tasks: own }) => {
    const columns = rules.map((rule) => columnOf(own, rule))
    return own.map((_, row): TableCell[] => {
      const project =
        row === 0 ? [[String(no)], [name]].map((lines) => ({ lines, rowSpan: own.length })) : [null, null]
      return [...project, ...columns.map((column) => column[row] ?? null)]
    })
  })
  return {
    columns: [
      { head: '序号', width: 4, centred: true },
      { head: '项目名称', width: 9, centred: true },
      ...rules.map(({ head, width, centred }) => ({ head, width, centred })),
    ],
    rows,
  }
}

function columnOf(tasks: readonly ProgrammeTableTask[], { linesOf, shares }: ColumnRule): TableCell[] {
  const spans = mergedRowSpans(tasks, (task) => JSON.stringify(linesOf(task)))
  return tasks.map((task, row) => {
    const lines = linesOf(task)
    const rowSpan = shares && lines.length > 0 ? (spans[row] ?? 1) : 1
    return rowSpan === 0 ? null : { lines, rowSpan }
  })
}

function inWords(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
