import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DraftProgramme } from '../domain/programme/draft.ts'
import { Problem } from '../domain/problems/problem.ts'
import { textAt } from '../domain/programme/source-offset.ts'
import type { Place, SourceDocument } from '../domain/programme/source.ts'
import { accountFor } from './account-for.ts'
import { recognise } from './recognise/recognise.ts'

const source: SourceDocument = {
  format: 'docx',
  blocks: [
    { kind: 'paragraph', text: ' 青溪市计划 ' },
    {
      kind: 'table',
      rowCount: 1,
      columnCount: 2,
      merges: 'stated',
      cells: [
        { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '新增学位。' },
        { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: '市教育局、市民政局等' },
      ],
    },
  ],
}
const cell = (column: number, start: number, end: number): Place => ({ block: 1, row: 0, column, start, end })
const task = {
  key: 't1.1',
  no: '1.1',
  text: '新增学位。',
  place: cell(0, 0, 5),
  leaders: [],
  leadUnits: [{ name: '市教育局', place: cell(1, 0, 4) }],
  cooperatingUnits: [{ name: '市民政局', place: cell(1, 5, 9) }],
  deadline: null,
  deadlinePlace: null,
  indicators: [],
  notTargets: [],
  milestones: [],
  reported: [],
}
const draft: DraftProgramme = {
  title: '青溪市计划',
  titlePlace: { block: 0, start: 1, end: 6 },
  year: null,
  projects: [{ key: 'p1', no: 1, name: '青溪市计划', place: cell(0, 0, 0), noPlace: null, tasks: [task] }],
  rules: [],
  otherTables: [],
  ignored: [{ text: '等', why: 'note', place: cell(1, 9, 10) }],
  warnings: [],
}

it('counts what each part holds', () => {
  expect(accountFor(source, draft)).toEqual({
    counts: {
      title: 5,
      project: 0,
      task: 5,
      name: 8,
      deadline: 0,
      milestone: 0,
      result: 0,
      rule: 0,
      ignored: 1,
      separator: 1,
    },
    unaccounted: [],
    contested: [],
  })
})

it('finds what no part holds', () => {
  const { unaccounted } = accountFor(source, { ...draft, titlePlace: null, ignored: [] })
  expect(unaccounted.map((place) => textAt(source, place))).toEqual(['青溪市计划', '等'])
})

it('finds what two parts claim, and counts a shared cell once', () => {
  const sharing = { ...task, key: 't1.2', place: cell(0, 4, 5) }
  const { counts, contested } = accountFor(source, {
    ...draft,
    projects: draft.projects.map((project) => ({ ...project, tasks: [task, sharing] })),
  })
  expect(counts.name).toBe(8)
  expect(contested).toEqual([cell(0, 4, 5)])
})

it('closes for any table that is recognised', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '市教育局',
        '各区',
        '、',
        '县',
        '\n',
        ' ',
        '（',
        '）',
        '1',
        '注：',
        '等部门',
        '新增学位2个。',
        '10月底前',
        '一、',
        '王明',
        '（牵头单位：市水利局）',
        '列第一位的为牵头单位',
        '6月底前完成2个；',
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''))
  const heads = fc.subarray(
    [
      '序号',
      '类别',
      '项目名称',
      '主要内容',
      '分管领导',
      '牵头单位',
      '责任单位',
      '责任人',
      '时限',
      '实施计划',
      '1—10月推进情况',
      '是否达序',
      '备注',
      '其他',
    ],
    {
      minLength: 4,
    },
  )
  const rows = heads.chain((head) =>
    fc.tuple(
      fc.constant(head),
      fc.array(fc.array(text, { minLength: head.length, maxLength: head.length }), { maxLength: 8 }),
    ),
  )
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom('stated' as const, 'lost' as const),
      text,
      ([head, body], merges, above) => {
        const lines = [head, ...body]
        const cells = lines.flatMap((line, row) =>
          line.map((value, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text: value })),
        )
        const made: SourceDocument = {
          format: 'txt',
          blocks: [
            { kind: 'paragraph', text: above },
            { kind: 'table', rowCount: lines.length, columnCount: head.length, merges, cells },
          ],
        }
        try {
          expect(accountFor(made, recognise(made))).toMatchObject({ unaccounted: [], contested: [] })
        } catch (error) {
          if (!(error instanceof Problem)) throw error
        }
      },
    ),
    { numRuns: 500 },
  )
})

it('closes for any sentences that are recognised', () => {
  const piece = fc.constantFrom(
    '一、',
    '（一）',
    '1.',
    '学位工程',
    '。',
    '新增学位2个',
    '（牵头单位：市教育局）',
    '（市教育局牵头，各区配合）',
    '责任单位：市教育局、*市财政局',
    '完成时限：6月底前',
    '带*的为牵头单位。',
    '以下均需各区落实，不再列出',
    '附件',
    '2030年1月2日',
    ' ',
    '；',
    '\n',
  )
  const line = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const made: SourceDocument = {
        format: 'txt',
        blocks: ['青溪市2030年民生实事', ...lines].map((text) => ({ kind: 'paragraph', text })),
      }
      try {
        expect(accountFor(made, recognise(made))).toMatchObject({ unaccounted: [], contested: [] })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
    }),
    { numRuns: 1000 },
  )
})
