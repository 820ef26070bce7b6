/** Which task tables of one document are read as one programme, and which are alternatives. */
import { describe, expect, it } from 'vitest'
import type { DraftProgramme } from '../../src/domain/programme/draft.ts'
import type { SourceBlock } from '../../src/domain/programme/source.ts'
import { accountFor } from '../../src/import/account-for.ts'
import { recognise } from '../../src/import/recognise/recognise.ts'
import { table } from '../support/drawn-table.ts'

const heads = ['序号', '项目名称', '主要内容', '牵头单位', '配合单位']
const line = (text: string): SourceBlock => ({ kind: 'paragraph', text })
const sheet = (name: string, rows: readonly (readonly string[])[]): SourceBlock => ({
  ...table(rows),
  ...({ sheet: name } as const),
})
const row = (no: number, name: string, text: string): string[] => [String(no), name, text, '市住建局', '']
const first = table([heads, row(1, '学位扩容', '新增学位900个。'), row(2, '安居', '改造小区8个。')])
const second = table([heads, row(3, '健康', '建设社区医院4家。'), row(4, '出行', '打通断头路3条。')])
const anew = table([heads, row(1, '健康', '建设社区医院4家。'), row(2, '出行', '打通断头路3条。')])
const shares = table([heads, row(1, '学位扩容', '新增学位200个。'), row(2, '安居', '改造小区2个。')])

function read(...blocks: readonly SourceBlock[]): DraftProgramme {
  const source = { format: 'docx' as const, blocks }
  const draft = recognise(source)
  expect(accountFor(source, draft)).toMatchObject({ unaccounted: [], contested: [] })
  return draft
}

const told = ({ projects, otherTables }: DraftProgramme): (number | string)[][] => [
  projects.map(({ name }) => name),
  otherTables.map(({ tasks }) => tasks),
]

const all = ['学位扩容', '安居', '健康', '出行']
const one = [['学位扩容', '安居'], [2]]

describe('one programme', () => {
  it.each<[string, readonly SourceBlock[]]>([
    [
      'numbers go on under an annex',
      [line('甲市2030年民生实事任务表'), first, line('附件2'), line('续建部分任务'), second],
    ],
    [
      'titles differ by the level',
      [line('甲县2030年县级民生实事任务表'), first, line('甲县2030年镇级民生实事任务表'), anew],
    ],
    [
      'titles differ by the field in brackets',
      [line('甲县2030年民生实事任务表（教育类）'), first, line('甲县2030年民生实事任务表（健康类）'), anew],
    ],
    [
      'headings are counted, whatever stands between',
      [
        line('甲市2030年民生实事实施方案'),
        line('项目一：2030年“一老一小”民生实事项目'),
        first,
        line('实施主体应当严格按照计划推进，按月报送进度，确保按期完成，并接受群众监督和第三方的评价。'),
        line('项目二：2030年“健康出行”民生实事项目'),
        anew,
      ],
    ],
    [
      'sheets are the county’s own and the towns’',
      [sheet('县直部门', rowsOf(first)), sheet('乙镇', rowsOf(anew))],
    ],
    ['sheets are fields', [sheet('教育', rowsOf(first)), sheet('健康', rowsOf(anew))]],
    [
      'a sheet of sums stands between',
      [sheet('教育', rowsOf(first)), sheet('汇总', rowsOf(shares)), sheet('健康', rowsOf(second))],
    ],
  ])('%s', (_, blocks) => {
    const draft = read(...blocks)
    expect(told(draft)[0]).toEqual(all)
    expect(draft.warnings.filter(({ code }) => code === 'joined-tables')).toHaveLength(1)
  })

  it('its title is what the titles share, and the warning names what was joined', () => {
    const draft = read(
      line('甲县2030年民生实事任务表（教育类）'),
      first,
      line('甲县2030年民生实事任务表（健康类）'),
      anew,
    )
    expect([draft.title, draft.year]).toEqual(['甲县2030年民生实事任务表', 2030])
    expect(draft.warnings.find(({ code }) => code === 'joined-tables')?.details).toEqual({
      tables: '2',
      parts: '教育类、健康类',
    })
  })
})

describe('alternatives', () => {
  it.each<[string, readonly SourceBlock[]]>([
    ['another year', [line('甲市2030年民生实事任务表'), first, line('甲市2029年民生实事任务表'), second]],
    [
      'a district’s share of the same projects',
      [line('甲市2030年民生实事任务表'), first, line('甲市乙区2030年民生实事任务表'), shares],
    ],
    [
      'another government, whatever it promises',
      [line('甲市2030年民生实事任务表'), first, line('乙市2030年民生实事任务表'), anew],
    ],
    [
      'another plan of the same year',
      [line('甲市2030年民生实事任务表'), first, line('甲市2030年重点工作任务表'), anew],
    ],
    [
      'a draft of it',
      [line('甲市2030年民生实事任务表'), first, line('甲市2030年民生实事任务表（征求意见）'), anew],
    ],
    [
      'its progress',
      [
        line('甲市2030年民生实事任务表'),
        first,
        line('甲市2030年民生实事进展表'),
        table([
          ['序号', '项目名称', '主要内容', '牵头单位', '进展情况'],
          row(1, '健康', '建设社区医院4家。'),
          row(2, '出行', '打通断头路3条。'),
        ]),
      ],
    ],
    [
      'a district’s share under its name alone',
      [line('甲市2030年民生实事任务表'), first, line('东屏区'), shares],
    ],
    [
      'a district’s table, named in brackets',
      [line('甲市2030年民生实事任务表（市本级）'), first, line('甲市2030年民生实事任务表（乙区）'), anew],
    ],
    ['sheets of districts', [sheet('东区', rowsOf(first)), sheet('西区', rowsOf(anew))]],
    ['sheets of years', [sheet('2030年', rowsOf(first)), sheet('2029年', rowsOf(anew))]],
  ])('%s', (_, blocks) => {
    const draft = read(...blocks)
    expect(told(draft)).toEqual(one)
    expect(draft.warnings.filter(({ code }) => code === 'joined-tables')).toEqual([])
  })
})

function rowsOf(block: SourceBlock): string[][] {
  const cells = block.kind === 'table' ? block.cells : []
  return [...Map.groupBy(cells, (cell) => cell.row).values()].map((own) => own.map(({ text }) => text))
}
