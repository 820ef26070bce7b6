import { describe, expect, it } from 'vitest'
import type { DraftIndicator, DraftProgramme } from '../../../domain/draft.ts'
import { decimal } from '../../../domain/decimal.ts'
import type { SourceDocument } from '../../../domain/source.ts'
import { markSource } from './source-marks.ts'

const source: SourceDocument = {
  format: 'docx',
  blocks: [
    { kind: 'paragraph', text: '甲市民生实事' },
    {
      kind: 'table',
      rowCount: 1,
      columnCount: 3,
      merges: 'stated',
      cells: [
        { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '1' },
        { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: '新建公\n园3个。' },
        { row: 0, column: 2, rowSpan: 1, columnSpan: 1, text: '市园林局\n遗漏' },
      ],
    },
  ],
}

const promise: DraftIndicator = {
  key: 'i1.1.1',
  start: 0,
  end: 6, // 新建公园3个
  confidence: 1,
  doubts: [],
  origin: 'read',
  kind: 'quantity',
  action: '新建',
  object: '公园',
  comparator: 'eq',
  value: decimal(3),
  valueMax: null,
  unit: '个',
  deadline: null,
  ledger: 'points',
}

const draft: DraftProgramme = {
  title: '甲市民生实事',
  titlePlace: { block: 0, start: 0, end: 6 },
  year: 2023,
  rules: [],
  otherTables: [],
  ignored: [],
  warnings: [],
  projects: [
    {
      key: 'p1',
      no: 1,
      name: '公园',
      place: { block: 1, row: 0, column: 0, start: 0, end: 1 },
      noPlace: { block: 1, row: 0, column: 0, start: 0, end: 1 },
      tasks: [
        {
          key: 't1.1',
          no: '1.1',
          text: '新建公园3个。',
          place: { block: 1, row: 0, column: 1, start: 0, end: 8 },
          leaders: [],
          leadUnits: [{ name: '市园林局', place: { block: 1, row: 0, column: 2, start: 0, end: 4 } }],
          cooperatingUnits: [],
          deadline: null,
          deadlinePlace: null,
          indicators: [promise],
          notTargets: [],
          milestones: [],
          reported: [],
        },
      ],
    },
  ],
}

describe('the marks of a document', () => {
  const marks = markSource(source, draft, () => false)

  it('put a promise on its characters in the cell, across the line break the sentence does not have', () => {
    const found = marks.byHolder.get('1.0.1')?.find((mark) => mark.key === 'i1.1.1')
    expect(found).toMatchObject({ start: 0, end: 7 }) // “新建公⏎园3个”: six characters and a break
  })

  it('count the characters with ink and show those that the reader lost', () => {
    expect(marks.characters).toBe(20) // 6 of the title, 1, 7 of the sentence, 4 of the unit, 2 lost
    expect(marks.unread).toBe(2) // 遗漏
    expect(marks.byHolder.get('1.0.2')?.find((mark) => mark.kind === 'unread')).toMatchObject({
      start: 4,
      end: 7,
    })
  })

  it('hold nothing lost where only punctuation stands between names', () => {
    const names = ['市园林局', '市住建局'].map((name, i) => ({
      name,
      place: { block: 2, start: i * 5, end: i * 5 + 4 },
    }))
    const [project] = draft.projects
    const tasks = project?.tasks.map((task) => ({ ...task, cooperatingUnits: names })) ?? []
    const withNames = { ...draft, projects: project ? [{ ...project, tasks }] : [] }
    const paragraph = { kind: 'paragraph', text: '市园林局、市住建局；' } as const
    const { unread } = markSource(
      { ...source, blocks: [...source.blocks, paragraph] },
      withNames,
      () => false,
    )
    expect(unread).toBe(2) // 遗漏, as without the paragraph
  })
})
