/** What the layout of a document may do without changing what is read from it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftProgramme } from '../../src/domain/draft.ts'
import type { SourceBlock } from '../../src/domain/source.ts'
import { accountFor } from '../../src/import/account-for.ts'
import { draftOf } from '../../src/import/read-programme.ts'
import { table } from '../support/drawn-table.ts'

const head = ['序号', '项目名称', '主要内容', '分管领导', '牵头单位', '配合单位', '完成时限']
const title: SourceBlock = { kind: 'paragraph', text: '青溪市2030年民生实事项目任务分解表' }

const task = fc.record({
  text: fc.constantFrom('新增学位200个。', '改造小区8个，惠及1.5万户。', '铺设管网30公里', '免费体检2万人次'),
  leader: fc.constantFrom('李华', '王强', '欧阳小青'),
  lead: fc.constantFrom('市教育局', '市住建局\n市水务局', '市卫健委、市医保局'),
  support: fc.constantFrom('各区', '各镇、市财政局'),
  deadline: fc.constantFrom('11月', '2030年8月底前', '年底前'),
})
const projects = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('学有所教', '住有所居', '病有所医', '老有所养'),
    tasks: fc.array(task, { minLength: 1, maxLength: 4 }),
  }),
  { selector: ({ name }) => name, minLength: 2 },
)
type Project = {
  name: string
  tasks: readonly { text: string; leader: string; lead: string; support: string; deadline: string }[]
}

const cellsOf = (project: Project, no: number, first: string, second: string): string[][] =>
  project.tasks.map((t, i) => [
    i === 0 ? String(no) : first,
    i === 0 ? project.name : second,
    t.text,
    t.leader,
    t.lead,
    t.support,
    t.deadline,
  ])

/** What was read, without where it stood. */
function told(draft: DraftProgramme): string[] {
  return draft.projects.flatMap(({ name, tasks }) =>
    tasks.map((t) => {
      const lists = [t.leaders, t.leadUnits, t.cooperatingUnits].map((list) =>
        list.map((n) => n.name).join(' '),
      )
      return [
        name,
        t.text,
        ...lists,
        t.deadline ?? '',
        ...t.indicators.map((i) => `${i.value}${i.unit}`),
      ].join('|')
    }),
  )
}

function read(...blocks: readonly SourceBlock[]): string[] {
  const source = { format: 'docx' as const, blocks }
  const draft = draftOf(source)
  expect(accountFor(source, draft)).toMatchObject({ unaccounted: [], contested: [] })
  return told(draft)
}

describe('nothing else is read', () => {
  it('when the projects stand in another order', () => {
    fc.assert(
      fc.property(projects, (list) => {
        const rows = (order: readonly Project[]): string[][] => [
          head,
          ...order.flatMap((p) => cellsOf(p, list.findIndex(({ name }) => name === p.name) + 1, '^', '^')),
        ]
        const shuffled = list.toReversed()
        expect(read(title, table(rows(shuffled))).toSorted()).toEqual(
          read(title, table(rows(list))).toSorted(),
        )
      }),
    )
  })

  it.each([
    ['with merged cells', '^'],
    ['with empty cells', ''],
  ])('when the rows of a project stand in another order, %s going on', (_, goesOn) => {
    const reordered = projects.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.tuple(...list.map(({ tasks }) => fc.shuffledSubarray(tasks, { minLength: tasks.length }))),
        // What all tasks of a project share is printed once beside the whole of it, and goes where the project goes.
        fc.uniqueArray(fc.constantFrom('leader' as const, 'lead' as const, 'deadline' as const)),
      ),
    )
    fc.assert(
      fc.property(reordered, ([list, orders, shared]) => {
        const rows = (tasksOf: (index: number) => Project['tasks']): string[][] => [
          head,
          ...list.flatMap(({ name, tasks: [first] }, index) => {
            const own = tasksOf(index).map((each, i) => {
              const once = shared.map((field) => [field, i === 0 ? first?.[field] : goesOn])
              return { ...each, ...Object.fromEntries(once) }
            })
            return cellsOf({ name, tasks: own }, index + 1, goesOn, goesOn)
          }),
        ]
        const before = read(title, table(rows((index) => list[index]?.tasks ?? [])))
        const after = read(title, table(rows((index) => orders[index] ?? [])))
        expect(after.toSorted()).toEqual(before.toSorted())
        expect(before).toHaveLength(list.flatMap(({ tasks }) => tasks).length)
      }),
    )
  })

  it.each<[string, (rows: string[][], at: number) => SourceBlock[]]>([
    [
      'the heads come again',
      (rows, at) => [table([...rows.slice(0, at), head, ...unmerged(rows.slice(at))])],
    ],
    [
      'the heads, the number and the name come again',
      (rows, at) => [table([...rows.slice(0, at), head, ...named(rows, at)])],
    ],
    ['a second table begins', (rows, at) => [table(rows.slice(0, at)), table(unmerged(rows.slice(at)))]],
    [
      'a second table begins with heads',
      (rows, at) => [table(rows.slice(0, at)), table([head, ...named(rows, at)])],
    ],
    [
      'the title and a page number stand between',
      (rows, at) => [
        table(rows.slice(0, at)),
        { kind: 'paragraph', text: '— 2 —' },
        title,
        table([head, ...named(rows, at)]),
      ],
    ],
  ])('when a page breaks the table: %s', (_, split) => {
    fc.assert(
      fc.property(projects, fc.nat(), (list, seed) => {
        const rows = [head, ...list.flatMap((p, i) => cellsOf(p, i + 1, '^', '^'))]
        const at = 2 + (seed % (rows.length - 2))
        expect(read(title, ...split(rows, at))).toEqual(read(title, table(rows)))
      }),
    )
  })
})

/** A merged cell that a page break cuts goes on as an empty one. */
function unmerged(rows: readonly string[][]): string[][] {
  const end = rows.findIndex((row) => row[0] !== '^')
  return rows.map((row, i) => (end === -1 || i < end ? row.map((text) => (text === '^' ? '' : text)) : row))
}

/** The first row behind the break has the number and the name again. */
function named(rows: readonly string[][], at: number): string[][] {
  const rest = rows.slice(at)
  const [first, ...more] = rest
  if (first === undefined || first[0] !== '^') return rest
  const above = rows.slice(0, at).findLast((row) => row[0] !== '^') ?? head
  return [[above[0] ?? '', above[1] ?? '', ...first.slice(2)], ...more]
}
