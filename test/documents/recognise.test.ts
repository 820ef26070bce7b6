/** The shapes that task tables come in, with made-up towns and promises. */
import { describe, expect, it } from 'vitest'
import type { DraftProgramme } from '../../src/domain/programme/draft.ts'
import { textAt } from '../../src/domain/programme/source-offset.ts'
import type { SourceBlock, SourceDocument } from '../../src/domain/programme/source.ts'
import { table } from '../support/drawn-table.ts'
import { accountFor } from '../../src/import/account-for.ts'
import { recognise } from '../../src/import/recognise/recognise.ts'

function paragraph(text: string): SourceBlock {
  return { kind: 'paragraph', text }
}

function read(...blocks: readonly SourceBlock[]): DraftProgramme {
  const source: SourceDocument = { format: 'docx', blocks }
  const draft = recognise(source)
  expect(accountFor(source, draft)).toMatchObject({ unaccounted: [], contested: [] })
  for (const { text, place } of draft.ignored) expect(textAt(source, place)).toBe(text)
  return draft
}

/** One line a task: number, project, text, then who is named, groups apart by “/”. */
function linesOf(draft: DraftProgramme): string[] {
  return draft.projects.flatMap(({ name, tasks }) =>
    tasks.map(({ no, text, leaders, leadUnits, cooperatingUnits }) => {
      const people = [leaders, leadUnits, cooperatingUnits].map((list) => list.map((n) => n.name).join(' '))
      return `${no} ${name}: ${text} ${people.join('/')}`
    }),
  )
}

const codes = (draft: DraftProgramme): string[] =>
  draft.warnings.map(({ code, details }) => `${code} ${details['no'] ?? ''}`.trim())
const left = (draft: DraftProgramme): string[] => draft.ignored.map(({ text, why }) => `${why}: ${text}`)

const title = paragraph('青溪市2030年民生实事项目任务分解表')
const head = ['序号', '项目名称', '主要内容', '分管领导', '牵头单位', '配合单位']

describe('rows', () => {
  it('fill merged cells down and leave stated empty ones empty', () => {
    const draft = read(
      title,
      table([
        head,
        ['1', '学有所教', '新增学位200个。', '李华', '市教育局', '各镇\n市财政局'],
        ['^', '^', '新建学校2所。', '^', '^', ''],
      ]),
    )
    expect(linesOf(draft)).toEqual([
      '1.1 学有所教: 新增学位200个。 李华/市教育局/各镇 市财政局',
      '1.2 学有所教: 新建学校2所。 李华/市教育局/',
    ])
    expect(draft.warnings).toEqual([])
  })

  it('fill empty cells down within a project, and say so, where merges are lost', () => {
    const draft = read(
      title,
      table(
        [
          head,
          ['1', '学有所教', '新增学位200个。', '李华', '市教育局', '市财政局'],
          ['', '', '新建学校2所。', '', '市住建局', ''],
          ['2', '病有所医', '新增床位30张。', '', '市卫健委', ''],
        ],
        'lost',
      ),
    )
    expect(linesOf(draft)).toEqual([
      '1.1 学有所教: 新增学位200个。 李华/市教育局/市财政局',
      '1.2 学有所教: 新建学校2所。 李华/市住建局/市财政局',
      '2.1 病有所医: 新增床位30张。 /市卫健委/',
    ])
    expect(codes(draft)).toEqual(['filled-down 1.2', 'filled-down 1.2', 'no-leader 2.1'])
  })

  it('take empty cells for merged ones where even the project’s name is an empty cell', () => {
    const draft = read(
      title,
      table([
        head,
        ['1', '学有所教', '新增学位200个。', '李华', '市教育局', ''],
        ['', '', '新建学校2所。', '', '', ''],
      ]),
    )
    expect(linesOf(draft)[1]).toBe('1.2 学有所教: 新建学校2所。 李华/市教育局/')
    expect(codes(draft)).toEqual(['filled-down 1.2', 'filled-down 1.2'])
  })

  it('join a project that is repeated after a page break, heads and all', () => {
    const draft = read(
      title,
      table([
        head,
        ['5', '老有所养', '新增床位30张。', '李华', '市民政局', ''],
        head,
        ['5', '老有所养', '新建食堂9个。', '王强', '市民政局', ''],
        ['6', '住有所居', '改造小区8个。', '王强', '市住建局', ''],
      ]),
    )
    expect(linesOf(draft).map((line) => line.slice(0, 13))).toEqual([
      '5.1 老有所养: 新增床',
      '5.2 老有所养: 新建食',
      '6.1 住有所居: 改造小',
    ])
    expect(codes(draft)).toEqual(['numbering-gap 5', 'joined-over-page 5'])
    expect(left(draft).slice(6)).toEqual([
      ...head.map((text) => `table-head: ${text}`),
      'repeated: 5',
      'repeated: 老有所养',
    ])
  })

  it('are one task where several rows name units beside one text', () => {
    const draft = read(
      title,
      table([
        head,
        ['1', '出行畅通', '打通断头路3条。', '李华', '市住建局', '各镇'],
        ['^', '^', '^', '王强', '市公安局', '^'],
        ['2', '住有所居', '改造小区8个。', '王强', '市住建局', ''],
      ]),
    )
    expect(linesOf(draft)[0]).toBe('1.1 出行畅通: 打通断头路3条。 李华 王强/市住建局 市公安局/各镇')
  })

  it('number projects themselves where the table numbers its tasks', () => {
    const draft = read(
      title,
      table([
        head,
        ['1', '学有所教', '新增学位200个。', '李华', '市教育局', ''],
        ['2', '^', '新建学校2所。', '李华', '市教育局', ''],
        ['3', '住有所居', '改造小区8个。', '王强', '市住建局', ''],
      ]),
    )
    expect(draft.projects.map(({ no, noPlace }) => [no, noPlace])).toEqual([
      [1, null],
      [2, null],
    ])
    expect(left(draft)).toContain('numbering: 3')
  })

  it('read numbers in words and in brackets, and point out gaps', () => {
    const row = (no: string, name: string): string[] => [no, name, '新增床位30张。', '李华', '市民政局', '']
    const draft = read(
      title,
      table([head, row('一', '甲工程'), row('（二）', '乙工程'), row('12.', '丙工程'), row('', '丁工程')]),
    )
    expect(draft.projects.map(({ no }) => no)).toEqual([1, 2, 12, 13])
    expect(codes(draft)).toEqual(['numbering-gap 12'])
  })
})

describe('columns', () => {
  it('are known by their synonyms, in any order, over two rows of heads', () => {
    const draft = read(
      title,
      table([
        ['编号', '民生实事', '完成时限', '责任单位', '<', '年度目标任务', '备注'],
        ['^', '^', '^', '牵头部门', '协办单位', '^', '^'],
        ['1', '学有所教', '10月底前', '市教育局', '各镇', '新增学位200个。', '续建'],
      ]),
    )
    expect(linesOf(draft)).toEqual(['1.1 学有所教: 新增学位200个。 /市教育局/各镇'])
    expect(draft.projects[0]?.tasks[0]).toMatchObject({ deadline: '2030-10-31', leaders: [] })
    expect(draft.warnings).toEqual([])
    expect(left(draft).at(-1)).toBe('note: 续建')
  })

  it.each([
    ['全年', '2030-12-31', []],
    ['2030年9月', '2030-09-30', []],
    ['长期坚持', null, ['note: 长期坚持']],
  ])('for the deadline: %s', (text, deadline, ignored) => {
    const draft = read(
      title,
      table([
        ['项目', '内容', '责任单位', '时限'],
        ['甲', '新增学位200个。', '市教育局', text],
      ]),
    )
    expect(draft.projects[0]?.tasks[0]?.deadline).toBe(deadline)
    expect(left(draft).slice(4)).toEqual(ignored)
  })

  it('for responsible units tell who leads by the note below the table', () => {
    const rows = [
      ['序号', '实事项目', '工作内容', '责任单位'],
      ['1', '学有所教', '新增学位200个。', '市教育局、市科技局，市财政局'],
    ]
    const first = read(title, table(rows))
    expect(linesOf(first)).toEqual(['1.1 学有所教: 新增学位200个。 /市教育局/市科技局 市财政局'])
    const comma = read(title, table(rows), paragraph('注：责任单位第一个逗号前为牵头单位。'))
    expect(linesOf(comma)).toEqual(['1.1 学有所教: 新增学位200个。 /市教育局 市科技局/市财政局'])
    expect(comma.rules.map(({ kind, text }) => [kind, text])).toEqual([
      ['before-first-comma-leads', '注：责任单位第一个逗号前为牵头单位。'],
    ])
  })

  it('for responsible units beside lead units name those that carry out', () => {
    const draft = read(
      title,
      table([
        ['序号', '项目', '任务内容', '牵头单位', '责任单位'],
        ['1', '学有所教', '新增学位200个。', '市教育局', '各镇、市财政局'],
      ]),
    )
    expect(linesOf(draft)).toEqual(['1.1 学有所教: 新增学位200个。 /市教育局/各镇 市财政局'])
  })

  it('for responsible units never stand in for an empty lead', () => {
    const draft = read(
      title,
      table([
        ['序号', '项目', '任务内容', '牵头单位', '责任单位'],
        ['1', '学有所教', '新增学位200个。', '', '市教育局、市财政局、市教育局'],
      ]),
    )
    expect(linesOf(draft)).toEqual(['1.1 学有所教: 新增学位200个。 //市教育局 市财政局'])
    expect(codes(draft)).toEqual(['no-lead-unit 1.1'])
  })

  it('for categories are headings where projects have names, else the projects', () => {
    const named = read(
      title,
      table([
        ['类别', '序号', '项目名称', '建设内容', '牵头单位'],
        ['教育', '1', '学校扩容', '新增学位200个。', '市教育局'],
      ]),
    )
    expect(linesOf(named)).toEqual(['1.1 学校扩容: 新增学位200个。 /市教育局/'])
    expect(left(named)).toContain('heading: 教育')
    const unnamed = read(
      title,
      table([
        ['类别', '序号', '工作任务', '牵头单位'],
        ['教育', '1', '新增学位200个。', '市教育局'],
        ['^', '2', '新建学校2所。', '市教育局'],
        ['养老', '3', '新增床位30张。', '市民政局'],
      ]),
    )
    expect(linesOf(unnamed).map((line) => line.slice(0, 6))).toEqual(['1.1 教育', '1.2 教育', '2.1 养老'])
  })

  it('may be without projects: rows of one cell head the tasks below them, or the title names the one project', () => {
    const heads = ['序号', '工作任务', '牵头单位', '配合单位']
    const grouped = read(
      title,
      table([
        heads,
        ['一、就业创业', '<', '<', '<'],
        ['1', '新增就业3000人。', '市人社局', ''],
        ['二、住房保障', '<', '<', '<'],
        ['2', '改造小区8个。', '市住建局', ''],
        ['3', '建设公寓100套。', '市住建局', ''],
      ]),
    )
    expect(linesOf(grouped)).toEqual([
      '1.1 就业创业: 新增就业3000人。 /市人社局/',
      '2.1 住房保障: 改造小区8个。 /市住建局/',
      '2.2 住房保障: 建设公寓100套。 /市住建局/',
    ])
    const single = read(title, table([heads, ['1', '新增就业3000人。', '市人社局', '']]))
    expect(linesOf(single)).toEqual(['1.1 青溪市2030年民生实事项目任务分解表: 新增就业3000人。 /市人社局/'])
  })

  it('may hold a project’s name in a row of its own', () => {
    const draft = read(
      title,
      table(
        [
          ['项目名称', '主要内容', '牵头单位'],
          ['学有所教', '', ''],
          ['', '新增学位200个。', '市教育局'],
          ['老有所养', '', ''],
          ['', '新增床位30张。', '市民政局'],
        ],
        'lost',
      ),
    )
    expect(linesOf(draft)).toEqual([
      '1.1 学有所教: 新增学位200个。 /市教育局/',
      '2.1 老有所养: 新增床位30张。 /市民政局/',
    ])
  })

  it('with two kinds of sentences give a task each', () => {
    const draft = read(
      title,
      table([
        ['序号', '项目名称', '建设内容', '年度目标', '牵头单位'],
        ['1', '学有所教', '建设学校。', '新增学位200个。', '市教育局'],
      ]),
    )
    expect(linesOf(draft)).toEqual([
      '1.1 学有所教: 建设学校。 /市教育局/',
      '1.2 学有所教: 新增学位200个。 /市教育局/',
    ])
  })
})

describe('around the table', () => {
  const rows = [head, ['1', '学有所教', '新增学位200个。', '李华', '市教育局', '']]

  it.each<[string, SourceBlock[], string, number | null]>([
    ['a title below an annex mark', [paragraph('附件1'), title], '青溪市2030年民生实事项目任务分解表', 2030],
    ['a broken title', [paragraph('青溪市2030年\n民生实事分解表')], '青溪市2030年民生实事分解表', 2030],
    [
      'a year in Chinese digits',
      [paragraph('青溪市二〇三〇年民生实事计划')],
      '青溪市二〇三〇年民生实事计划',
      2030,
    ],
    [
      'a year beside the title',
      [paragraph('民生实事项目任务分解表'), paragraph('（2030年度）')],
      '民生实事项目任务分解表',
      2030,
    ],
    ['no year', [paragraph('民生实事项目任务分解表')], '民生实事项目任务分解表', null],
    ['no title', [], '', null],
    [
      'a notice above',
      [paragraph('各镇人民政府：现将2030年民生实事印发给你们，请认真落实。'), title],
      '青溪市2030年民生实事项目任务分解表',
      2030,
    ],
    ['another line alone', [paragraph('青溪为民办实施')], '青溪为民办实施', null],
  ])('%s', (_, above, expected, year) => {
    const draft = read(...above, table(rows))
    expect([draft.title, draft.year]).toEqual([expected, year])
    expect(codes(draft)).toEqual(year === null ? ['no-year'] : [])
  })

  it('the first row of the table may be the title', () => {
    const draft = read(table([['青溪市2030年民生实事清单', '<', '<', '<', '<', '<'], ...rows]))
    expect(draft.title).toBe('青溪市2030年民生实事清单')
    expect(linesOf(draft)).toHaveLength(1)
  })

  it('notes, annexes and other tables are left out and named', () => {
    const other = table([
      ['联系人', '电话'],
      ['王强', '12345678'],
    ])
    const draft = read(
      title,
      table([...rows, ['注：学位以验收为准。', '<', '<', '<', '<', '<']]),
      paragraph('附件2'),
      other,
      paragraph('——'),
    )
    expect(left(draft).slice(6)).toEqual([
      'note: 注：学位以验收为准。',
      'annex-mark: 附件2',
      'other: 联系人',
      'other: 电话',
      'other: 王强',
      'other: 12345678',
      'punctuation: ——',
    ])
    expect(codes(draft)).toEqual(['other-table'])
  })

  it('a table cut in two is one, with heads again or without', () => {
    const second = [['1', '学有所教', '新建学校2所。', '李华', '市教育局', '']]
    for (const more of [second, [head, ...second]]) {
      const draft = read(title, table(rows), table(more))
      expect(linesOf(draft).map((line) => line.slice(0, 3))).toEqual(['1.1', '1.2'])
      expect(codes(draft)).toEqual(['joined-over-page 1'])
    }
  })
})
