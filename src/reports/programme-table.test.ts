import { expect, it } from 'vitest'
import { parsePlainDate } from '../domain/values/plain-date.ts'
import { layOutProgramme, type ProgrammeTable, type ProgrammeTableTask } from './programme-table.ts'

const task = (no: string, changes: Partial<ProgrammeTableTask> = {}): ProgrammeTableTask => ({
  no,
  text: `任务${no}`,
  leaders: ['李华'],
  leadUnits: ['市教育局'],
  cooperatingUnits: [],
  deadline: null,
  ...changes,
})

/** A cell's lines and, where it covers more than one row, how many; "^" where one above reaches down. */
function drawn(table: Pick<ProgrammeTable, 'projects'>): string[] {
  const { columns, rows } = layOutProgramme({ title: '计划', year: 2030, ...table })
  const cells = rows.map((row) =>
    row.map((cell) =>
      cell === null ? '^' : cell.lines.join('+') + (cell.rowSpan > 1 ? `×${cell.rowSpan}` : ''),
    ),
  )
  return [columns.map(({ head }) => head), ...cells].map((row) => row.join('|'))
}

it('merges numbers and names over their project and equal neighbours in the columns of names', () => {
  const table = {
    projects: [
      {
        no: 1,
        name: '甲',
        tasks: [
          task('1.1', { cooperatingUnits: ['各镇', '市财政局'] }),
          task('1.2', { leadUnits: ['市民政局'], cooperatingUnits: ['各镇', '市财政局'] }),
          task('1.3', { leaders: ['王强'], cooperatingUnits: ['各镇'] }),
        ],
      },
      { no: 2, name: '乙', tasks: [task('2.1')] },
    ],
  }
  expect(drawn(table)).toEqual([
    '序号|项目名称|主要内容|分管领导|牵头单位|配合单位',
    '1×3|甲×3|任务1.1|李华×2|市教育局|各镇+市财政局×2',
    '^|^|任务1.2|^|市民政局|^',
    '^|^|任务1.3|王强|市教育局|各镇',
    '2|乙|任务2.1|李华|市教育局|',
  ])
})

it('never merges over projects, equal texts, or empty cells', () => {
  const same = { text: '同文', leadUnits: [] }
  const table = {
    projects: [
      { no: 1, name: '甲', tasks: [task('1.1', same), task('1.2', same)] },
      { no: 2, name: '乙', tasks: [task('2.1', same)] },
    ],
  }
  expect(drawn(table).slice(1)).toEqual(['1×2|甲×2|同文|李华×2||', '^|^|同文|^||', '2|乙|同文|李华||'])
})

it('has columns for deadlines and progress only where a task states one', () => {
  const dated = task('1.1', { deadline: parsePlainDate('2030-09-30') })
  const moving = task('1.2', { progress: '已完成 60%' })
  expect(drawn({ projects: [{ no: 1, name: '甲', tasks: [dated, moving] }] })).toEqual([
    '序号|项目名称|主要内容|分管领导|牵头单位|配合单位|完成时限|进展情况',
    '1×2|甲×2|任务1.1|李华×2|市教育局×2||2030年9月30日|',
    '^|^|任务1.2|^|^|||已完成 60%',
  ])
})
