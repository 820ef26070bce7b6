import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../src/domain/decimal.ts'
import type { DraftIndicator, DraftProgramme, DraftTask } from '../src/domain/draft.ts'
import type {
  DocumentId,
  IndicatorId,
  PostId,
  ProgrammeId,
  ProjectId,
  TaskId,
  UnitId,
} from '../src/domain/ids.ts'
import type { Programme } from '../src/domain/programme.ts'
import { compareReadings } from '../src/domain/second-reading.ts'
import { readProgramme } from '../src/import/read-programme.ts'

const { draft } = await readProgramme(readFileSync('samples/changzhou-2023.docx'), 'sample.docx')
const adopted = asAdopted(draft)

/** The draft as adopted, each thing under its key as id. */
function asAdopted(read: DraftProgramme): Programme {
  return {
    id: 'programme' as ProgrammeId,
    year: 2023,
    title: read.title,
    adoptedAt: '2023-01-31T00:00:00Z',
    amendmentNo: 0,
    document: { id: 'document' as DocumentId, fileName: 'sample.docx' },
    projects: read.projects.map((project) => ({
      id: project.key as ProjectId,
      no: project.no,
      name: project.name,
      tasks: project.tasks.map((task) => ({
        id: task.key as TaskId,
        no: task.no,
        text: task.text,
        deadline: task.deadline,
        place: task.place,
        leaders: task.leaders.map((one) => ({ ...one, postId: one.name as PostId })),
        leadUnits: task.leadUnits.map((one) => ({ ...one, unitId: one.name as UnitId, members: [] })),
        cooperatingUnits: task.cooperatingUnits.map((one) => ({
          ...one,
          unitId: one.name as UnitId,
          members: [],
        })),
        indicators: task.indicators.map((one) => ({
          ...one,
          id: one.key as IndicatorId,
          level: 'to-plan',
          reported: null,
        })),
      })),
    })),
  }
}

/** The draft with each task changed. */
function withTasks(change: (task: DraftTask) => DraftTask): DraftProgramme {
  const projects = draft.projects.map((project) => ({ ...project, tasks: project.tasks.map(change) }))
  return { ...draft, projects }
}

function withIndicators(change: (indicator: DraftIndicator) => DraftIndicator[]): DraftProgramme {
  return withTasks((task) => ({ ...task, indicators: task.indicators.flatMap(change) }))
}

/** What is not unchanged: kind, the key it has or had, and what differs. */
function differences(next: DraftProgramme) {
  return compareReadings(adopted, next)
    .promises.filter(({ kind }) => kind !== 'unchanged')
    .map(({ kind, indicatorId, key, fields }) => [kind, key ?? indicatorId, ...fields])
}

describe('a second reading', () => {
  it('of the same table changes nothing and finds everything again', () => {
    const reading = compareReadings(adopted, draft)
    expect(differences(draft)).toEqual([])
    expect(reading.tasks.every(({ kind }) => kind === 'unchanged')).toBe(true)
    expect([reading.projectIds.size, reading.taskIds.size, reading.indicatorIds.size]).toEqual([10, 32, 110])
    for (const [key, id] of reading.indicatorIds) expect(id).toBe(key)
  })

  it('sees a changed figure', () => {
    const next = withIndicators((one) => [one.key === 'i9.2.1' ? { ...one, value: decimal(30) } : one])
    expect(differences(next)).toEqual([['changed', 'i9.2.1', 'value']])
  })

  it('keeps a promise that is worded anew', () => {
    const next = withIndicators((one) => [
      one.key === 'i9.2.1' ? { ...one, object: `街头${one.object}` } : one,
    ])
    expect(differences(next)).toEqual([['changed', 'i9.2.1', 'object']])
  })

  it('sees a promise that moved to another task, with its new figure', () => {
    const moving = draft.projects.flatMap((project) => project.tasks).find(({ key }) => key === 't9.2')
      ?.indicators[0]
    if (!moving) throw new Error('the sample has no task 9.2')
    const moved = { ...moving, key: 'moved', value: decimal(29) }
    const next = withTasks((task) => {
      if (task.key === 't9.2') return { ...task, indicators: [] }
      return task.key === 't9.1' ? { ...task, indicators: [...task.indicators, moved] } : task
    })
    expect(differences(next)).toEqual([['moved', 'moved', 'value']])
    expect(compareReadings(adopted, next).indicatorIds.get('moved')).toBe(moving.key)
  })

  it('sees what is new and what is withdrawn', () => {
    const strange = (one: DraftIndicator) => ({
      ...one,
      key: 'new',
      object: '殡仪馆炉具',
      action: '更换',
      unit: '台',
      value: decimal(3),
    })
    const next = withIndicators((one) => (one.key === 'i1.1.1' ? [strange(one)] : [one]))
    expect(differences(next)).toEqual([
      ['new', 'new'],
      ['withdrawn', 'i1.1.1'],
    ])
  })

  it('sees a task whose unit or wording changed, and keeps it', () => {
    const next = withTasks((task) => {
      if (task.key === 't9.2') return { ...task, leadUnits: [{ name: '市园林局', place: task.place }] }
      return task.key === 't4.1' ? { ...task, text: `进一步${task.text}` } : task
    })
    const changed = compareReadings(adopted, next).tasks.filter(({ kind }) => kind !== 'unchanged')
    expect(changed.map(({ kind, taskId, fields }) => [kind, taskId, ...fields])).toEqual([
      ['changed', 't4.1', 'text'],
      ['changed', 't9.2', 'leadUnits'],
    ])
  })

  it('does not depend on the order of projects and tasks', () => {
    const orders = fc.tuple(
      fc.shuffledSubarray([...draft.projects], { minLength: 10 }),
      fc.infiniteStream(fc.nat(1000)),
    )
    fc.assert(
      fc.property(orders, ([projects, dice]) => {
        const shuffled = projects.map((project) => {
          const order = new Map(project.tasks.map((task) => [task, dice.next().value ?? 0]))
          return {
            ...project,
            tasks: project.tasks.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
          }
        })
        expect(differences({ ...draft, projects: shuffled })).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('tells any mixture of changed figures and withdrawn promises apart, promise by promise', () => {
    const keys = draft.projects.flatMap((project) =>
      project.tasks.flatMap((task) => task.indicators.map(({ key }) => key)),
    )
    const fates = fc.array(fc.constantFrom('keep', 'keep', 'change', 'withdraw'), {
      minLength: keys.length,
      maxLength: keys.length,
    })
    fc.assert(
      fc.property(fates, (drawn) => {
        const fateOf = new Map(keys.map((key, index) => [key, drawn[index] ?? 'keep']))
        const next = withIndicators((one) => {
          const fate = fateOf.get(one.key)
          if (fate === 'withdraw') return []
          return [
            fate === 'change' && one.value !== null ? { ...one, value: decimal(Number(one.value) + 1) } : one,
          ]
        })
        for (const { kind, indicatorId } of compareReadings(adopted, next).promises) {
          const fate = fateOf.get(indicatorId ?? '')
          const quantified = adopted.projects.some((project) =>
            project.tasks.some((task) =>
              task.indicators.some((one) => one.id === indicatorId && one.value !== null),
            ),
          )
          const expected =
            fate === 'withdraw' ? 'withdrawn' : fate === 'change' && quantified ? 'changed' : 'unchanged'
          expect([indicatorId, kind]).toEqual([indicatorId, expected])
        }
      }),
      { numRuns: 20 },
    )
  })
})
