import { Big } from 'big.js'
import { describe, expect, it } from 'vitest'
import { readEntry } from '../ledger/entry.ts'
import type { Indicator, Programme } from '../programme/programme.ts'
import type { LedgerKind, TargetKind } from '../programme/target.ts'
import type { UnitKind } from '../programme/unit.ts'
import { decimal } from '../values/decimal.ts'
import type { IndicatorId, ProjectId, TaskId, UnitId } from '../values/ids.ts'
import { lastDayOf, monthsOfYear } from '../values/month.ts'
import { cellsWithLedgers, isService, ledgerEntries } from './demonstration-ledgers.ts'
import { demonstrationPlans } from './demonstration-plans.ts'
import { demonstrationYear } from './demonstration-year.ts'

const months = monthsOfYear(2023)
const place = { block: 0, start: 0, end: 0 } as const
const names = ['市教育局', '天宁区', '钟楼区', '新北区', '武进区', '金坛区', '溧阳市', '常州经开区'] as const

function promise(id: string, kind: TargetKind, ledger: LedgerKind, value: number | null): Indicator {
  return {
    id: id as IndicatorId,
    kind,
    ledger,
    action: kind === 'milestone' ? '建成' : '新增',
    object: '东西',
    comparator: value === null ? null : 'gte',
    value: value === null ? null : decimal(value),
    valueMax: null,
    unit: kind === 'rate' ? '%' : '个',
    deadline: null,
    start: 0,
    end: 0,
    level: 'to-plan',
    reported: null,
  }
}

/** `ids` stands before every id: nothing may follow from them. */
function programme(ids: string): Pick<Programme, 'year' | 'projects'> {
  const duty = (name: string) => ({ name, place, unitId: `${ids}${name}` as UnitId, members: [] })
  const indicators = [
    promise(`${ids}1`, 'quantity', 'points', 300),
    promise(`${ids}2`, 'quantity', 'households', 700),
    promise(`${ids}3`, 'quantity', 'works', 90),
    promise(`${ids}4`, 'quantity', 'beneficiaries', 90_000),
    promise(`${ids}5`, 'rate', 'coverage', 100),
    promise(`${ids}6`, 'milestone', 'stages', null),
    promise(`${ids}7`, 'service', 'volumes', null),
  ]
  return {
    year: 2023,
    projects: [
      {
        id: `${ids}p` as ProjectId,
        no: 1,
        name: '工程',
        tasks: [
          {
            id: `${ids}t` as TaskId,
            no: '1.1',
            text: '',
            deadline: null,
            place,
            leaders: [],
            leadUnits: [duty(names[0])],
            cooperatingUnits: names.slice(1).map(duty),
            indicators,
          },
        ],
      },
    ],
  }
}

function year(seed: string, ids = '') {
  const of = programme(ids)
  const units = names.map((name, index) => ({
    unitId: `${ids}${name}` as UnitId,
    name,
    kind: (index === 0 ? 'department' : 'district') as UnitKind,
    isDistrict: index > 0,
  }))
  const plans = demonstrationPlans(seed, of, { units, memberships: [] })
  return { plans, units, ...demonstrationYear({ seed, programme: of, plans, units }) }
}

const told = ({ cells }: ReturnType<typeof year>) =>
  cells.map(({ key, told: figures, corrections }) => ({ key, figures: [...figures], corrections }))

describe('the demonstration’s year', () => {
  it('follows from its seed alone, not from ids', () => {
    expect(told(year('a', 'x-'))).toEqual(told(year('a', 'y-')))
    expect(told(year('a'))).not.toEqual(told(year('b')))
  })

  it('splits what is counted by the sizes of the districts, exactly', () => {
    const { plans } = year('a')
    const shares = plans[0]?.shares.map(({ value }) => new Big(value ?? 0)) ?? []
    expect(shares.length).toBeGreaterThan(5)
    expect(new Set(shares.map(String)).size).toBeGreaterThan(1)
    expect(shares.reduce((a, b) => a.plus(b)).toFixed()).toBe('300')
  })

  it('has one district that reports the plan’s numbers', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { fudgedUnit, units } = year(seed)
      expect(units.find(({ unitId }) => unitId === fudgedUnit)?.isDistrict).toBe(true)
    }
  })

  it('puts right at the ends of quarters what was stated for earlier months', () => {
    const corrections = ['a', 'b', 'c', 'd'].flatMap((seed) =>
      year(seed).cells.flatMap((cell) => cell.corrections),
    )
    expect(corrections.length).toBeGreaterThan(0)
    for (const each of corrections) {
      expect(Number(each.in.slice(5, 7)) % 3).toBe(0)
      expect(each.in >= each.month).toBe(true)
    }
  })
})

describe('the demonstration’s ledgers', () => {
  it.each(['a', 'b', 'c'])('add up to what the sheets state, in entries that stand: %s', (seed) => {
    const { cells, units } = year(seed)
    const kept = [...cellsWithLedgers(seed, cells), ...cells.filter(isService)]
    expect(new Set(kept.map(({ target }) => target.ledger)).size).toBeGreaterThan(3)
    for (const cell of kept) {
      const unit = units.find(({ unitId }) => unitId === cell.unitId)?.name ?? ''
      const stated = new Map([...cell.told].filter(([, { value }]) => value !== '' && !isService(cell)))
      let sum = new Big(0)
      for (const month of months) {
        const typed = ledgerEntries(cell, { seed, month, unit, outline: undefined })
        for (const each of typed) {
          const rules = { ledger: cell.target.ledger, year: 2023, today: lastDayOf(month), frozen: [] }
          const { content, faults } = readEntry({ ...rules, stages: cell.stages.map((s) => s.stage) }, each)
          expect(faults).toEqual([])
          sum = sum.plus(content?.counts ?? 0)
        }
        expect(stated.get(month)?.value ?? sum.toFixed()).toBe(sum.toFixed())
      }
    }
  })
})
