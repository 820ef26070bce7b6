import { describe, expect, it } from 'vitest'
import type { ProgrammeHistory, ShareHistory } from '../light/history.ts'
import type { IndicatorId, ProgrammeId, TaskId, UnitId } from '../values/ids.ts'
import { monthOf, type Month } from '../values/month.ts'
import { plainDate } from '../values/plain-date.ts'
import type { FoldedFact } from '../order/order.ts'
import { workingCalendar } from '../reporting/working-day.ts'
import type { DeskFacts } from './desk-facts.ts'
import { dueItems } from './due-items.ts'
import { missingReports } from './missing-reports.ts'

const [january, february, march] = [monthOf(2023, 1), monthOf(2023, 2), monthOf(2023, 3)]
const nothing: DeskFacts = {
  changes: [],
  toSign: [],
  objections: [],
  toConsent: [],
  standings: [],
  entriesWaiting: [],
  frozen: [],
  doubts: [],
  problems: [],
  orders: [],
  instructions: 0,
}
/** Opens on the 20th, due on the 3rd of the next month, locks on the 10th. */
const periods = [january, february, march].map((month, index) => ({
  month,
  opensOn: plainDate(2023, index + 1, 20),
  dueOn: plainDate(2023, index + 2, 3),
  locksOn: plainDate(2023, index + 2, 10),
}))

function historyOf(units: Readonly<Record<string, readonly (readonly Month[])[]>>): ProgrammeHistory {
  const cells = Object.entries(units).flatMap(([unit, each]) =>
    each.map((reportedFor): ShareHistory => ({
      unitId: unit as UnitId,
      unit,
      share: null,
      stages: [],
      plan: [],
      approved: [],
      services: [],
      reportedFor,
    })),
  )
  return {
    id: 'p' as ProgrammeId,
    title: '',
    year: 2023,
    projects: [],
    tasks: [],
    units: Object.keys(units).map((name) => ({ id: name as UnitId, name })),
    indicators: cells.map((cell, index) => ({
      id: `i${index}` as IndicatorId,
      taskId: 't' as TaskId,
      sentence: '',
      target: {
        kind: 'activity',
        action: '',
        object: '事',
        comparator: null,
        value: null,
        valueMax: null,
        unit: null,
        deadline: null,
        ledger: 'events',
      },
      leadUnitId: null,
      closedOn: null,
      cells: [cell],
    })),
  }
}

describe('who has not reported', () => {
  const history = historyOf({
    甲: [[january, february], [january]],
    乙: [[], [], []],
    丙: [[january, february]],
    丁: [[february]],
  })

  it('is counted for the latest month, and by month before it; the most missing first', () => {
    // 甲: one of two for February. 乙: three of three, and three in January. 丁: only January is missing. 丙: nothing.
    expect(
      missingReports(history, [january, february]).map(({ unit, cells, missing, earlier }) => [
        unit,
        cells,
        missing,
        earlier.map((each) => each.missing),
      ]),
    ).toEqual([
      ['乙', 3, 3, [3]],
      ['甲', 2, 1, []],
      ['丁', 1, 0, [1]],
    ])
  })

  it('is nobody for what is closed', () => {
    const [first, ...others] = history.indicators
    if (!first) throw new Error('there are promises')
    // 甲's first reported both months, its second not February; the second is closed.
    const [second, ...rest] = others
    if (!second) throw new Error('there are two of 甲')
    const closed = { ...second, closedOn: plainDate(2023, 2, 20) }
    const missing = missingReports({ ...history, indicators: [first, closed, ...rest] }, [january, february])
    expect(missing.map(({ unit }) => unit)).toEqual(['乙', '丁'])
  })

  it('is nobody before the first month is due', () => {
    expect(missingReports(history, [])).toEqual([])
  })
})

/** A matter given on 1 March for the 8th, with what followed. */
const order = (...later: readonly Partial<FoldedFact>[]): DeskFacts['orders'][number] => ({
  feedback: { kind: 'once', days: null },
  claims: [],
  facts: [{ kind: 'step' as const, step: 'blue' as const, dueOn: plainDate(2023, 3, 8) }, ...later].map(
    (fact, index) => ({
      no: index + 1,
      kind: 'feedback' as const,
      step: null,
      dueOn: null,
      unitId: null,
      ruleNo: null,
      day: plainDate(2023, 3, 1 + index),
      ...fact,
    }),
  ),
})
const calendar = workingCalendar([])

describe('what is due', () => {
  const history = historyOf({ 甲: [[january]], 乙: [[]] })
  const at = (month: number, day: number, facts: Partial<DeskFacts> = {}) =>
    dueItems({
      facts: { ...nothing, ...facts },
      history,
      periods,
      calendar,
      today: plainDate(2023, month, day),
    })

  it.each([
    ['before the month opens nothing', 1, 19, []],
    ['once it is open what is missing, in time on the due day itself', 2, 3, [[january, false, 1, 1]]],
    ['late from the day after', 2, 4, [[january, true, 1, 1]]],
    // 2 cells of 2 units for February.
    ['each open month by itself', 2, 20, [[february, false, 2, 2]]],
  ])('%s', (_, month, day, expected) => {
    const reports = at(month, day).flatMap((item) =>
      item.kind === 'reports' ? [[item.month, item.isLate, item.count, item.units]] : [],
    )
    expect(reports).toEqual(expected)
  })

  it.each([
    ['not on the lock day', 2, 10, [], []],
    ['from the day after, where anything was reported', 2, 11, [], [january]],
    ['not when it is frozen', 2, 11, [january], []],
    ['not a month that nobody reported', 3, 11, [], [january]],
  ])('a month is to be frozen %s', (_, month, day, frozen, expected) => {
    const months = at(month, day, { frozen }).flatMap((item) => (item.kind === 'freeze' ? item.months : []))
    expect(months).toEqual(expected)
  })

  it('has the office’s own first, with counts that add up', () => {
    const unit = (name: string, count: number) => ({ unitId: name as UnitId, unit: name, count })
    const items = at(1, 1, {
      toSign: [unit('甲', 3), unit('乙', 4)],
      entriesWaiting: [unit('甲', 10)],
      toConsent: ['i1' as IndicatorId],
      standings: [
        { month: january, state: 'submitted', count: 5 },
        { month: january, state: 'lead-approved', count: 6 },
        { month: january, state: 'returned', count: 7 },
      ],
      objections: [{ indicatorId: 'i1' as IndicatorId, unitId: '乙' as UnitId, unit: '乙', reason: '太多' }],
      doubts: [
        {
          indicatorId: 'i1' as IndicatorId,
          unitId: '甲' as UnitId,
          unit: '甲',
          month: january,
          kinds: ['jump'],
          count: 2,
          entryId: null,
        },
      ],
    })
    expect(items.map((item) => [item.kind, 'count' in item ? item.count : null])).toEqual([
      ['review', 6],
      ['consent', 1],
      ['doubts', 2],
      ['review', 5],
      ['returned', 7],
      ['objection', null],
      ['sign', 7], // 3 + 4
      ['entries', 10],
    ])
  })

  it('is what is supervised where the office answers or decides, and what leaders instructed, before all else', () => {
    const orders = [
      order(), // Due on the 8th: in time on the 8th, lapsed on the 9th.
      order({ kind: 'reply' }),
      order({ kind: 'extension', dueOn: plainDate(2023, 3, 20) }),
      order({ kind: 'reply' }, { kind: 'accept' }),
    ]
    const told = (day: number) =>
      at(3, day, { orders, instructions: 2 })
        .slice(0, 4)
        .map((item) => [item.kind, 'phase' in item ? item.phase : null, 'count' in item ? item.count : null])
    expect(told(9)).toEqual([
      ['instructions', null, 2],
      ['orders', 'lapsed', 1],
      ['orders', 'reply-waiting', 1],
      ['orders', 'extension-waiting', 1],
    ])
    expect(told(8)).not.toContainEqual(['orders', 'lapsed', 1])
  })
})
