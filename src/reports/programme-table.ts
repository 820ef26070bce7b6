/** A programme as the table its users know: what reports print, whatever it was read from. */
import { paperDate } from '../domain/values/date-words.ts'
import { cellKey, mergedRowSpans } from '../domain/values/merged-cells.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { Programme } from '../domain/programme/programme.ts'
import type { TableCell, TableColumn, TableGrid } from '../domain/values/table-grid.ts'

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
  /** Tasks with the same key here share the column's cell (domain/merged-cells.ts); without keys equal names do. */
  readonly cells?: { readonly leaders: string; readonly leadUnits: string; readonly cooperatingUnits: string }
  /** How far it is, in words. The table has a column for it as soon as one task states it. */
  readonly progress?: string
}

type ColumnRule = TableColumn & {
  readonly linesOf: (task: ProgrammeTableTask) => readonly string[]
  /** What neighbouring tasks of a project must have alike to share one cell; columns without it share none. */
  readonly keyOf?: (task: ProgrammeTableTask) => string
}

const taskColumns: readonly ColumnRule[] = [
  { head: '主要内容', width: 50, centred: false, linesOf: (task) => [task.text] },
  { head: '分管领导', width: 7, centred: true, linesOf: (task) => task.leaders, keyOf: namesKey('leaders') },
  {
    head: '牵头单位',
    width: 12,
    centred: true,
    linesOf: (task) => task.leadUnits,
    keyOf: namesKey('leadUnits'),
  },
  {
    head: '配合单位',
    width: 12,
    centred: true,
    linesOf: (task) => task.cooperatingUnits,
    keyOf: namesKey('cooperatingUnits'),
  },
]
const deadlineColumn: ColumnRule = {
  head: '完成时限',
  width: 10,
  centred: true,
  keyOf: ({ deadline }) => deadline ?? '',
  linesOf: ({ deadline }) => (deadline === null ? [] : [paperDate(deadline)]),
}
const progressColumn: ColumnRule = {
  head: '进展情况',
  width: 20,
  centred: false,
  linesOf: ({ progress }) => (progress === undefined ? [] : [progress]),
}

/** What a programme's table prints, cells shared as they are printed in its source. */
export function programmeTable(programme: Programme): ProgrammeTable {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
  return {
    title: programme.title,
    year: programme.year,
    projects: programme.projects.map(({ no, name, tasks }) => ({
      no,
      name,
      tasks: tasks.map((task) => ({
        no: task.no,
        text: task.text,
        leaders: names(task.leaders),
        leadUnits: names(task.leadUnits),
        cooperatingUnits: names(task.cooperatingUnits),
        deadline: task.deadline,
        cells: {
          leaders: cellKey(task.leaders),
          leadUnits: cellKey(task.leadUnits),
          cooperatingUnits: cellKey(task.cooperatingUnits),
        },
      })),
    })),
  }
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

function columnOf(tasks: readonly ProgrammeTableTask[], { linesOf, keyOf }: ColumnRule): TableCell[] {
  const lines = tasks.map(linesOf)
  // Empty cells stand for themselves: nobody can tell whether they were one.
  const keys = tasks.map((task, row) => (keyOf && lines[row]?.length ? keyOf(task) : `row ${row}`))
  const spans = mergedRowSpans(keys, (key) => key)
  return lines.map((own, row) => (spans[row] === 0 ? null : { lines: own, rowSpan: spans[row] ?? 1 }))
}

function namesKey(column: 'leaders' | 'leadUnits' | 'cooperatingUnits') {
  return (task: ProgrammeTableTask): string => task.cells?.[column] ?? task[column].join('\n')
}
