import { describe, expect, it } from 'vitest'
import { monthOf } from '../values/month.ts'
import { plainDate } from '../values/plain-date.ts'
import { decimal } from '../values/decimal.ts'
import { progressShapes } from './progress-shape.ts'
import { simulatedPlan } from './simulated-plan.ts'
import { decimalsOf, doneOn, simulateYear } from './simulate-year.ts'

const year = 2023
const plan = simulatedPlan('test', year)
const simulated = simulateYear({ seed: 'test', year, cells: plan })
const many = ['a', 'b', 'c', 'd'].flatMap(
  (seed) => simulateYear({ seed, year, cells: simulatedPlan(seed, year) }).cells,
)

describe('a simulated year', () => {
  it('is the same from the same seed and another from another', () => {
    expect(simulateYear({ seed: 'test', year, cells: plan })).toEqual(simulated)
    expect(simulateYear({ seed: 'other', year, cells: plan })).not.toEqual(simulated)
  })

  it('of a cell depends on no other cell of other units’ promises, nor on their order', () => {
    const reversed = simulateYear({ seed: 'test', year, cells: plan.toReversed() })
    expect(reversed.cells.toReversed()).toEqual(simulated.cells)
  })

  it('has every shape, early and late, corrections, missing months, reports behind the truth', () => {
    expect(new Set(many.map(({ shape }) => shape))).toEqual(new Set([...progressShapes, 'lower-is-better']))
    expect(many.some(({ reports }) => reports.some(({ correctedIn }) => correctedIn !== null))).toBe(true)
    expect(many.some(({ reports }) => !reports.some(({ month }) => month === monthOf(year, 6)))).toBe(true)
    const behind = many.filter(({ fudge, reports, truth }) => {
      const june = reports.find(({ month }) => month === monthOf(year, 6))
      return fudge === null && june !== undefined && Number(june.value) < Number(truth.months[5]?.value)
    })
    expect(behind.length).toBeGreaterThan(many.length / 10)
  })

  it('never goes back in truth, and meets its target on the day it says', () => {
    for (const cell of many) {
      const { months } = cell.truth
      months.forEach(({ value }, index) =>
        expect(Number(value)).toBeGreaterThanOrEqual(Number(months[index - 1]?.value ?? 0)),
      )
    }
    const targets = many.filter(({ comparator }) => comparator !== 'lte')
    for (const { truth, target, deadline } of targets) {
      expect(truth.met).toBe(Number(truth.atDeadline) >= Number(target))
      expect(truth.met).toBe(
        truth.reachedOn !== null && truth.reachedOn <= (deadline ?? plainDate(year, 12, 31)),
      )
    }
    for (const cell of targets) {
      const { reachedOn } = cell.truth
      const done = reachedOn === null ? cell.target : doneOn(cell.truth, reachedOn, decimalsOf(cell))
      expect(Number(done)).toBeGreaterThanOrEqual(Number(cell.target))
    }
  })

  it('has one unit that reports the plan’s numbers where it lags', () => {
    const fudged = simulated.cells.filter(({ fudge }) => fudge !== null)
    expect(fudged.length).toBeGreaterThan(0)
    expect(new Set(fudged.map(({ unitId }) => unitId))).toEqual(new Set([simulated.fudgedUnit]))
    const exposed = many.find(({ fudge, truth }) => fudge === 'exposed' && !truth.met)
    const last = exposed?.reports.at(-1)
    expect(Number(last?.value)).toBeGreaterThan(Number(exposed?.truth.atYearEnd))
    const corrected = many.filter(({ fudge }) => fudge === 'corrected')
    expect(corrected.some(({ reports }) => reports.some(({ correctedIn }) => correctedIn !== null))).toBe(
      true,
    )
  })
})

describe('what was done by a day', () => {
  const months = [10, 20].map((value, index) => ({ month: monthOf(year, index + 1), value: decimal(value) }))

  it.each([
    // 10 in 31 days, evenly: 10 × 15/31 = 4.8, the part of one that is begun does not count
    [1, plainDate(year, 1, 15), '4'],
    [1, plainDate(year, 1, 31), '10'],
    [1, plainDate(year, 2, 14), '15'],
    // twice as steep at the end: 10 + 10 × (14/28)²
    [2, plainDate(year, 2, 14), '12'],
  ] as const)('with %i: %s → %s', (monthEndRush, day, done) => {
    expect(doneOn({ months, monthEndRush }, day, 0)).toBe(done)
  })

  it('is not known of a day that was not simulated', () => {
    expect(() => doneOn({ months, monthEndRush: 1 }, plainDate(year, 3, 1), 0)).toThrow(RangeError)
  })
})
