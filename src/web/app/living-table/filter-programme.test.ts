import { describe, expect, it } from 'vitest'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { arrangeTable } from './arrange-table.ts'
import { filterProgramme } from './filter-programme.ts'
import { isFiltered, readKinds, tableSearchSchema, type TableSearch } from './table-search.ts'

const duty = (name: string, row: number, members: string[] = []) => ({
  name,
  unitId: name,
  postId: name,
  members,
  place: { block: 0, row, column: 4, start: 0, end: name.length },
})

/** Two projects: 1 has two tasks, 2 one. Rows 1 and 2 are led from one printed cell. */
const programme = {
  title: '2024年民生实事',
  projects: [
    {
      id: 'p1',
      no: 1,
      name: '安居工程',
      tasks: [
        {
          id: 't1',
          text: '加装电梯120部。',
          leaders: [duty('李林', 1)],
          leadUnits: [duty('住建局', 1)],
          cooperatingUnits: [duty('各辖市、区', 1, ['武进区', '天宁区'])],
          indicators: [{ id: 'i1', kind: 'quantity', object: '电梯' }],
        },
        {
          id: 't2',
          text: '改善住房条件。',
          leaders: [duty('李林', 1)],
          leadUnits: [duty('住建局', 2)],
          cooperatingUnits: [],
          indicators: [{ id: 'i2', kind: 'activity', object: '住房条件' }],
        },
      ],
    },
    {
      id: 'p2',
      no: 2,
      name: '畅行工程',
      tasks: [
        {
          id: 't3',
          text: '打通断头路11条，实现ETC覆盖。',
          leaders: [duty('于贵平', 3), duty('李林', 3)],
          leadUnits: [duty('公安局', 3), duty('住建局', 3)],
          cooperatingUnits: [duty('武进区', 3)],
          indicators: [
            { id: 'i3', kind: 'quantity', object: '断头路' },
            { id: 'i4', kind: 'rate', object: 'ETC' },
          ],
        },
      ],
    },
  ],
} as unknown as LivingProgramme

const left = (search: TableSearch) =>
  filterProgramme(programme, search).map(
    ({ task, promises }) => `${task.id}:${promises.map(({ id }) => id).join('+')}`,
  )

describe('a search leaves', () => {
  it.each<[string, TableSearch, string[]]>([
    ['everything without conditions', {}, ['t1:i1', 't2:i2', 't3:i3+i4']],
    ['the tasks of a leader', { leader: '于贵平' }, ['t3:i3+i4']],
    ['the tasks a unit leads', { unit: '公安局' }, ['t3:i3+i4']],
    ['the tasks a unit cooperates in', { unit: '各辖市、区' }, ['t1:i1']],
    ['tasks that name a district or a group it belongs to', { district: '武进区' }, ['t1:i1', 't3:i3+i4']],
    ['tasks of a group a district belongs to', { district: '天宁区' }, ['t1:i1']],
    ['only promises of the kinds chosen', { kinds: 'rate,activity' }, ['t2:i2', 't3:i4']],
    ['tasks with a word in their text', { q: '断头路' }, ['t3:i3+i4']],
    ['tasks with all the words, wherever each stands', { q: '畅行 武进' }, ['t3:i3+i4']],
    ['all tasks of a project found by name', { q: '安居' }, ['t1:i1', 't2:i2']],
    ['words in either case', { q: 'etc' }, ['t3:i3+i4']],
    ['what fits all conditions at once', { leader: '李林', kinds: 'quantity', q: '电梯' }, ['t1:i1']],
    ['nothing where nothing fits', { leader: '于贵平', q: '电梯' }, []],
  ])('%s', (_, search, expected) => {
    expect(left(search)).toEqual(expected)
  })
})

describe('a view', () => {
  const found = filterProgramme(programme, {})

  it('merges neighbouring cells that are one cell on the paper, and only those', () => {
    const [whole] = arrangeTable(found, 'project')
    const spans = whole?.projects[0]?.rows.map((row) => row.spans)
    // The leader is printed once over both rows; the lead unit twice, in a cell of each row.
    expect(spans).toEqual([
      { leaders: 2, leadUnits: 1, cooperatingUnits: 1 },
      { leaders: 0, leadUnits: 1, cooperatingUnits: 1 },
    ])
  })

  it.each(['leader', 'unit'] as const)('by %s shows a shared task under each of its bearers', (view) => {
    const groups = arrangeTable(found, view).map(({ heading, tasks, promises }) => [heading, tasks, promises])
    const second = view === 'leader' ? '于贵平' : '公安局'
    const first = view === 'leader' ? '李林' : '住建局'
    expect(groups).toEqual([
      [first, 3, 4],
      [second, 1, 2],
    ])
  })
})

describe('an address', () => {
  it.each([
    [{}, {}],
    [
      { kinds: 'rate,quantity', q: 10 },
      { kinds: 'quantity,rate', q: '10' },
    ],
    [{ kinds: 'colour', view: 'sideways', leader: 'somebody' }, {}],
  ])('%j is read as %j', (written, read) => {
    expect(JSON.parse(JSON.stringify(tableSearchSchema.parse(written)))).toEqual(read)
  })

  it('says whether anything is filtered; the view is no filter', () => {
    expect(isFiltered({ view: 'unit' })).toBe(false)
    expect(isFiltered({ q: '  ' })).toBe(false)
    expect(isFiltered({ kinds: 'rate' })).toBe(true)
  })

  it('names kinds in the order of the contract, each once', () => {
    expect(readKinds('rate,quantity,rate')).toEqual(['quantity', 'rate'])
  })
})
