import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curveLevels } from '../plan/plan-curve.ts'
import { compareDecimals, decimal, multiply, type Decimal } from '../values/decimal.ts'
import { monthOf } from '../values/month.ts'
import { lastDayOfMonth } from '../values/plain-date.ts'
import type { CellHistory } from './cell-history.ts'
import { forecastProgramme, type Forecast } from './forecast.ts'
import { learnedModel } from './learned-model.ts'

const year = 2023
const linear = curveLevels(decimal(120), 'linear', 12, 0)
const points = (levels: readonly (Decimal | number)[]): CellHistory['plan'] =>
  levels.map((value, index) => ({ month: monthOf(year, index + 1), value: decimal(value) }))
const reported = (values: readonly (number | null)[]): CellHistory['reports'] =>
  values.flatMap((value, index) =>
    value === null ? [] : [{ month: monthOf(year, index + 1), value: decimal(value), correctedIn: null }],
  )

/** 120 by 31 December, ten a month. */
const cell: CellHistory = {
  indicatorId: 'i',
  unitId: 'u',
  projectId: null,
  ledger: 'points',
  comparator: 'gte',
  target: decimal(120),
  plan: points(linear),
  deadline: null,
  reports: [],
}

function forecastAll(cells: readonly CellHistory[], month: number): readonly Forecast[] {
  return forecastProgramme({
    year,
    month: monthOf(year, month),
    cells,
    records: new Map(),
    model: learnedModel,
  }).cells
}

function forecastOne(part: Partial<CellHistory>, month: number): Forecast {
  const [forecast] = forecastAll([{ ...cell, ...part }], month)
  if (forecast === undefined) throw new Error('there is no forecast')
  return forecast
}

const chance = (
  reports: readonly (number | null)[],
  month = reports.length,
  part: Partial<CellHistory> = {},
) => Number(forecastOne({ ...part, reports: reported(reports) }, month).probability)

describe('a forecast', () => {
  it('of nothing reported sinks month by month', () => {
    const served = { ledger: 'beneficiaries' } as const
    expect(chance([], 6, served)).toBeLessThan(chance([], 2, served))
    expect(chance([], 10, served)).toBeLessThan(chance([], 6, served))
    expect(chance([], 10, served)).toBeLessThan(0.4)
  })

  it('of one month alone says neither yes nor no', () => {
    expect(chance([10])).toBeGreaterThan(0.4)
    expect(chance([10])).toBeLessThan(0.9)
  })

  it('of who keeps ahead is good, of who keeps behind is poor', () => {
    // 12 a month where 10 are planned, 4 a month
    expect(chance([12, 24, 36, 48, 60, 72, 84, 96, 108])).toBeGreaterThan(0.8)
    expect(chance([4, 8, 12, 16, 20, 24, 28, 32, 36])).toBeLessThan(0.45)
  })

  it('of 283.6 % is not capped', () => {
    // 120 × 2.836 = 340.32
    const forecast = forecastOne({ reports: reported([90, 200, 340.32]) }, 3)
    expect(forecast.state).toBe('reached')
    expect(Number(forecast.probability)).toBeGreaterThan(0.9)
    expect(Number(forecast.low)).toBeGreaterThanOrEqual(340.32)
    // 30 of the 110 done in February were missing: 30/110 × 28 days = 7.6, the eighth
    expect(forecast.metOn).toBe('2023-02-08')
    expect([forecast.metEarliest, forecast.metLatest]).toEqual(['2023-02-08', '2023-02-08'])
  })

  it('of a target just reached is near certain, but a correction may come', () => {
    const probability = chance([12, 24, 40, 60, 80, 100, 120, 120, 120])
    expect(probability).toBeGreaterThan(0.85)
    expect(probability).toBeLessThan(1)
  })

  it('falls with a correction downwards, from the month it came in', () => {
    const first = reported([12, 23, 35, 46, 57, 68, 79, 90])
    const corrected = [
      ...first,
      { month: monthOf(year, 7), value: decimal(35), correctedIn: monthOf(year, 8) },
      { month: monthOf(year, 8), value: decimal(45), correctedIn: monthOf(year, 8) },
    ]
    expect(forecastOne({ reports: corrected }, 7)).toEqual(forecastOne({ reports: first }, 7))
    expect(Number(forecastOne({ reports: corrected }, 8).probability)).toBeLessThan(
      Number(forecastOne({ reports: first }, 8).probability),
    )
  })

  it('is no worse for a plan that asks for nothing yet', () => {
    const late = points([0, 0, 0, 0, 15, 30, 45, 60, 75, 90, 105, 120])
    expect(chance([0, 0, 0], 3, { plan: late })).toBeGreaterThan(chance([0, 0, 0], 3))
  })

  it('knows who rushes at the ends of quarters from who lags all along', () => {
    // Both are at 65 where 80 are planned; one was above the plan at the end of each quarter.
    const rusher = chance([2, 4, 31, 33, 35, 61, 63, 65])
    const lagging = chance([8, 16, 24, 33, 41, 49, 57, 65])
    expect(rusher).toBeGreaterThan(lagging)
  })

  it('trusts less who reports the plan’s very numbers', () => {
    // One more than the plan each month, or the plan; the same in August.
    expect(chance([10, 20, 30, 40, 50, 60, 70, 80])).toBeLessThan(chance([11, 21, 31, 41, 51, 61, 71, 80]))
  })

  it('of a deadline in June is over in June', () => {
    const part = { deadline: lastDayOfMonth(year, 6), plan: points([20, 40, 60, 80, 100, 120]) }
    expect(forecastOne({ ...part, reports: reported([20, 40, 60, 80, 100]) }, 5).state).toBe('open')
    const met = forecastOne({ ...part, reports: reported([20, 40, 60, 80, 100, 120]) }, 6)
    expect(met).toMatchObject({
      state: 'past',
      probability: '1',
      expected: '120',
      metOn: '2023-06-30',
      fan: [],
    })
    const missed = forecastOne({ ...part, reports: reported([20, 40, 60, 80, 100, 119, 120]) }, 7)
    expect(missed).toMatchObject({ state: 'past', probability: '0', expected: '119' })
  })

  it('has a fan from today’s figure to the end', () => {
    const { fan, low, expected, high } = forecastOne({ reports: reported([8, 16, 24]) }, 3)
    expect(fan[0]).toEqual({ month: '2023-03-01', low: '24', expected: '24', high: '24' })
    expect(fan.at(-1)).toEqual({ month: '2023-12-01', low, expected, high })
    expect(fan).toHaveLength(10)
  })

  it('says why, the weightiest first', () => {
    const { reasons } = forecastOne({ reports: reported([5, 10, 10, 10, 10, 10]) }, 6)
    const weights = reasons.map(({ weight }) => Math.abs(Number(weight)))
    expect(weights.length).toBeGreaterThan(0)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    // 10 of 120 and 60 of 120
    expect(reasons.find(({ code }) => code === 'against-plan')?.numbers).toEqual({
      done: '8.3',
      planned: '50',
    })
  })
})

describe('a limit', () => {
  const limit = { comparator: 'lte', ledger: 'volumes' } as const

  it('is kept as likely as the rest will do', () => {
    // used 50, planned 60 of 120: pace (50/120 + 4.9/12) / (60/120 + 4.9/12) = 0.908, rest 0.454 of the 0.583 allowed;
    // deviation 0.4 × √(1/6 + 1/10.9) = 0.2033; ln(0.583 / 0.454) / 0.2033 = 1.231 → 89.1 %
    const forecast = forecastOne({ ...limit, reports: reported([8, 16, 25, 33, 41, 50]) }, 6)
    expect(Number(forecast.probability)).toBeCloseTo(0.891, 2)
    // 120 × (0.4167 + 0.4541) = 104.5
    expect(forecast.expected).toBe('104')
    expect(forecast.metOn).toBeNull()
  })

  it('that is broken stays broken', () => {
    expect(chance([50, 121], 2, limit)).toBe(0)
  })

  it('that is to come down to counts what came down', () => {
    const down = {
      ...limit,
      target: decimal(10),
      plan: points([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 10]),
    }
    expect(chance([20, 19, 16, 14], 4, down)).toBeGreaterThan(chance([20, 20, 20, 20], 4, down))
    const { low, expected, high } = forecastOne({ ...down, reports: reported([20, 19, 16, 14]) }, 4)
    expect(Number(low)).toBeLessThanOrEqual(Number(expected))
    expect(Number(expected)).toBeLessThanOrEqual(Number(high))
  })

  it('of a rate with the target all year is how far the rate may wander', () => {
    const flat = { ledger: 'coverage', target: decimal(95), plan: points(linear.map(() => 95)) } as const
    // 98 for six months: no move of its own in four of them, so 3 % × √(6/10) a month, √6 of that to come: 5.7 %;
    // ln(98/95) / 0.0569 = 0.546 → 70.7 %
    expect(chance([98, 98, 98, 98, 98, 98], 6, flat)).toBeCloseTo(0.708, 2)
    expect(chance([90, 90, 90, 90, 90, 90], 6, flat)).toBeLessThan(0.3)
  })
})

const target = fc.integer({ min: 1, max: 5000 })
const curve = fc.constantFrom('linear', 'step', 's-curve', 'sixty-forty' as const)
const history = fc.record({
  target,
  curve,
  steps: fc.array(fc.option(fc.double({ min: 0, max: 0.3, noNaN: true }), { freq: 8 }), {
    minLength: 1,
    maxLength: 11,
  }),
  unit: fc.constantFrom('u', 'v', 'w'),
  promise: fc.constantFrom('i', 'j', 'k'),
  ledger: fc.constantFrom('points', 'works', 'beneficiaries', 'coverage' as const),
})

function cellOf(
  one: typeof history extends fc.Arbitrary<infer Value> ? Value : never,
  index: number,
): CellHistory {
  let done = 0
  const values = one.steps.map((step) => (step === null ? null : Math.floor((done += step) * one.target)))
  return {
    ...cell,
    indicatorId: one.promise,
    unitId: `${one.unit}${String(index)}`,
    ledger: one.ledger,
    target: decimal(one.target),
    plan: points(curveLevels(decimal(one.target), one.curve, 12, 0)),
    reports: reported(values),
  }
}

const programme = fc.array(history, { minLength: 1, maxLength: 6 }).map((all) => all.map(cellOf))
const month = fc.integer({ min: 1, max: 11 })

describe('for any history', () => {
  it('the chance is one, and the interval holds what is expected', () => {
    fc.assert(
      fc.property(programme, month, (cells, now) => {
        for (const { probability, low, expected, high } of forecastAll(cells, now)) {
          expect(Number(probability)).toBeGreaterThanOrEqual(0)
          expect(Number(probability)).toBeLessThanOrEqual(1)
          expect(compareDecimals(low, expected)).toBeLessThanOrEqual(0)
          expect(compareDecimals(expected, high)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('more progress in the latest month never lowers the chance, nor does reporting it at all', () => {
    fc.assert(
      fc.property(programme, month, fc.integer({ min: 0, max: 3000 }), (cells, now, more) => {
        const [first, ...others] = cells
        if (first === undefined) return
        const latest = monthOf(year, now)
        const before = first.reports.filter((report) => report.month < latest)
        const level = Number(before.at(-1)?.value ?? 0)
        const chanceWith = (reports: CellHistory['reports']) =>
          Number(forecastAll([{ ...first, reports }, ...others], now)[0]?.probability)
        const chanceAt = (value: number) =>
          chanceWith([...before, { month: latest, value: decimal(value), correctedIn: null }])
        expect(chanceAt(level)).toBeGreaterThanOrEqual(chanceWith(before))
        expect(chanceAt(level + more)).toBeGreaterThanOrEqual(chanceAt(level))
        expect(chanceAt(level + 2 * more)).toBeGreaterThanOrEqual(chanceAt(level + more))
      }),
      { numRuns: 300 },
    )
  })

  it('using up more of a limit never raises the chance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 1, maxLength: 11 }),
        fc.integer({ min: 1, max: 50 }),
        (uses, more) => {
          let used = 0
          const levels = uses.map((use) => (used += use))
          const limit = { comparator: 'lte', ledger: 'volumes' } as const
          expect(chance([...levels.slice(0, -1), used + more], levels.length, limit)).toBeLessThanOrEqual(
            chance(levels, levels.length, limit),
          )
        },
      ),
    )
  })

  it('the order of the cells changes nothing', () => {
    fc.assert(
      fc.property(programme, month, (cells, now) => {
        expect(forecastAll(cells.toReversed(), now).toReversed()).toEqual(forecastAll(cells, now))
      }),
    )
  })

  it('counting in other units changes nothing but the figures', () => {
    fc.assert(
      fc.property(programme, month, fc.constantFrom(3, 10, 10_000), (cells, now, factor) => {
        const scaled = cells.map((one) => ({
          ...one,
          target: multiply(one.target, factor),
          plan: one.plan.map((point) => ({ ...point, value: multiply(point.value, factor) })),
          reports: one.reports.map((report) => ({ ...report, value: multiply(report.value, factor) })),
        }))
        const before = forecastAll(cells, now)
        forecastAll(scaled, now).forEach(({ probability, metOn, expected }, index) => {
          expect(probability).toBe(before[index]?.probability)
          expect(metOn).toBe(before[index]?.metOn)
          // Each is rounded to a whole.
          expect(Math.abs(Number(expected) - Number(before[index]?.expected) * factor)).toBeLessThanOrEqual(
            (factor + 1) / 2,
          )
        })
      }),
    )
  })
})

describe('a promise', () => {
  it('of one cell is forecast as the cell', () => {
    const { cells, indicators } = forecastProgramme({
      year,
      month: monthOf(year, 3),
      cells: [{ ...cell, reports: reported([5, 10, 30]) }],
      records: new Map(),
      model: learnedModel,
    })
    expect(indicators).toEqual([{ ...cells[0], unitId: null }])
  })

  it('of several is their sum', () => {
    const { indicators } = forecastProgramme({
      year,
      month: monthOf(year, 12),
      // 130 + 110 of 120 + 120: what one has too much makes up for what the other lacks
      cells: [
        { ...cell, reports: reported(Array.from({ length: 12 }, () => 130)) },
        { ...cell, unitId: 'v', reports: reported(Array.from({ length: 12 }, () => 110)) },
      ],
      records: new Map(),
      model: learnedModel,
    })
    expect(indicators).toMatchObject([{ unitId: null, expected: '240', probability: '1' }])
  })
})
