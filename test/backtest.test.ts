/** The forecast against programmes it has never seen: better than both yardsticks, and as likely as it says. */
import { describe, expect, it } from 'vitest'
import { casesOf, looksOf, type Level } from '../bench/backtest-cases.ts'
import { isCalibrated, reliability, scoreGroup, type Bin } from '../bench/backtest-scores.ts'
import { readHistoryFile } from '../bench/history-file.ts'
import { simulatedProgrammes } from '../bench/known-programme.ts'
import { fitYardsticks } from '../bench/yardsticks.ts'
import { learnedModel } from '../src/domain/forecast/learned-model.ts'
import { learn } from '../src/domain/forecast/learning/learn.ts'
import { lessonsOf } from '../src/domain/forecast/learning/lessons.ts'
import { columns } from '../src/domain/forecast/measures.ts'
import { progressShapes } from '../src/domain/simulation/progress-shape.ts'

const judged = simulatedProgrammes('judge', 60)
const learnedFrom = simulatedProgrammes('learn', 20)
const fitted = (level: Level) => fitYardsticks(learnedFrom.flatMap((programme) => looksOf(programme, level)))
const yardsticks = { cells: fitted('cells'), indicators: fitted('indicators') }
const all = judged.map((programme) => casesOf(programme, learnedModel, yardsticks))
const cases = all.flatMap(({ cells }) => cells)
const sums = all.flatMap(({ indicators }) => indicators)

describe('the forecast', () => {
  it.each([...progressShapes, 'lower-is-better', 'fudged'])('beats both yardsticks on “%s”', (shape) => {
    const score = scoreGroup(
      shape,
      cases.filter(({ group }) => group === shape),
    )
    expect(score.cases).toBeGreaterThan(500)
    expect(score.brier).toBeLessThan(score.yardsticks.proRata)
    expect(score.brier).toBeLessThan(score.yardsticks.lastMonth)
  })

  it('beats them in every month, and by more than chance in all', () => {
    for (let month = 1; month <= 11; month++) {
      const { brier, yardsticks: others } = scoreGroup(
        '',
        cases.filter((one) => one.month === month),
      )
      expect(brier).toBeLessThan(Math.min(others.proRata, others.lastMonth))
    }
    const { ahead, hard, brier } = scoreGroup('all', cases)
    expect(ahead.proRata.value).toBeGreaterThan(2 * ahead.proRata.error)
    expect(ahead.lastMonth.value).toBeGreaterThan(2 * ahead.lastMonth.error)
    expect(brier).toBeLessThan(Math.min(hard.proRata, hard.lastMonth))
  })

  it('comes true as often as it says', () => {
    const bins = reliability(cases)
    expect(bins.filter((bin) => !isCalibrated(bin))).toEqual([])
    const likely = bins[8]
    expect(likely).toMatchObject({ from: 0.8, to: 0.9 })
    expect(likely?.cases).toBeGreaterThan(1000)
    expect(likely?.came).toBeGreaterThan(0.8 - (likely?.error ?? 0))
    expect(likely?.came).toBeLessThan(0.9 + (likely?.error ?? 0))
  })

  it('has intervals that hold at least four of five ends', () => {
    const { held } = scoreGroup('all', cases)
    expect(held).toBeGreaterThan(0.8)
    expect(held).toBeLessThan(0.9)
  })

  it('of promises that several units share is as good', () => {
    const { ahead } = scoreGroup('promises', sums)
    expect(ahead.proRata.value).toBeGreaterThan(ahead.proRata.error)
    expect(ahead.lastMonth.value).toBeGreaterThan(ahead.lastMonth.error)
    // Sums are fewer to learn from: up to four points off are let pass here; the backtest prints them.
    const off = reliability(sums).filter((bin) => !isCalibrated(bin) && Math.abs(bin.came - bin.said) > 0.04)
    expect(off).toEqual([])
  })

  it('is the same from the same seed', () => {
    const [first] = simulatedProgrammes('judge', 1)
    if (first === undefined) throw new Error('there is no programme')
    expect(casesOf(first, learnedModel, yardsticks)).toEqual(all[0])
  })

  it('learns the same from the same, and knows the columns it learned', () => {
    const lessons = simulatedProgrammes('learn', 2).flatMap(({ cells, year, records }) =>
      lessonsOf(cells, year, records),
    )
    expect(learn(lessons, 'twice')).toEqual(learn(lessons, 'twice'))
    expect(learnedModel.columns).toEqual(columns.map(({ name }) => name))
    expect(learnedModel.source).toContain('seeds learn-0')
  })
})

describe('a bin', () => {
  const bin: Bin = { from: 0.8, to: 0.9, cases: 100, said: 0.85, came: 0.8, error: 0.05 }
  it.each([
    // 0.05 off with two errors of 0.05: within 1.3 × that
    [{}, true],
    [{ came: 0.78 }, false],
    [{ cases: 0, said: Number.NaN, came: Number.NaN }, true],
  ])('%o is calibrated: %s', (part, expected) => {
    expect(isCalibrated({ ...bin, ...part })).toBe(expected)
  })
})

describe('a score', () => {
  const one = { group: '', month: 1, held: true, daysOff: null, hard: { proRata: 1, lastMonth: 0 } }
  const score = scoreGroup('two', [
    { ...one, programme: 'a', met: true, probability: 0.8, yardsticks: { proRata: 0.5, lastMonth: 0.6 } },
    { ...one, programme: 'b', met: false, probability: 0.4, yardsticks: { proRata: 0.5, lastMonth: 0.3 } },
  ])
  it('is the mean square of what was said less what came', () => {
    expect(score.brier).toBeCloseTo(0.1, 12) // (0.2² + 0.4²) / 2
    expect(score.yardsticks.proRata).toBeCloseTo(0.25, 12)
    expect(score.hard).toEqual({ proRata: 0.5, lastMonth: 0.5 })
    expect(score.logLoss).toBeCloseTo((-Math.log(0.8) - Math.log(0.6)) / 2, 12)
  })
  it('is ahead with two standard errors by programme', () => {
    // 0.25 − 0.04 = 0.21 and 0.25 − 0.16 = 0.09: mean 0.15; variance 2/1 × (0.06² + 0.06²) / 2² = 0.0036
    expect(score.ahead.proRata.value).toBeCloseTo(0.15, 12)
    expect(score.ahead.proRata.error).toBeCloseTo(0.12, 12)
  })
})

describe('a history', () => {
  const head = 'year,indicator,unit,project,ledger,comparator,month,plan,approved,target,deadline,met'
  it('is read into programmes by year, the units known from the year before', () => {
    const [before, year] = readHistoryFile(
      [
        head,
        ...[2021, 2022].flatMap((each) =>
          Array.from({ length: 12 }, (_, month) =>
            // behind after nine months (36 of 90), 120 in December
            [
              each,
              'a',
              'u',
              '',
              'works',
              'gte',
              month + 1,
              (month + 1) * 10,
              month === 11 ? 120 : (month + 1) * 4,
              120,
              '',
              '',
            ].join(','),
          ),
        ),
      ].join('\n'),
    )
    expect(before?.cells).toMatchObject([
      { indicatorId: 'a', ledger: 'works', target: '120', truth: { met: true, reachedOn: '2021-12-31' } },
    ])
    expect(before?.records.size).toBe(0)
    expect(year?.records.get('u')).toEqual({ behind: 1, madeUp: 1 })
  })

  it('believes the column met where it has one, and looks no further than the deadline', () => {
    const row = (met: string) => [
      head,
      `2022,a,u,,,,5,60,60,60,2022-05-31,${met}`,
      `2022,a,u,,,,6,60,60,60,2022-05-31,${met}`,
    ]
    expect(readHistoryFile(row('0').join('\n'))[0]?.cells[0]?.truth.met).toBe(false)
    expect(readHistoryFile(row('').join('\n'))[0]?.cells[0]?.truth.met).toBe(true)
    const late = [head, '2022,a,u,,,,5,60,59,60,2022-05-31,', '2022,a,u,,,,6,60,60,60,2022-05-31,']
    expect(readHistoryFile(late.join('\n'))[0]?.cells[0]?.truth).toMatchObject({
      met: false,
      atDeadline: '59',
    })
  })

  it.each([
    ['year,indicator\n2022,a', 'unit, month, plan, approved, target'],
    [`${head}\n2022,a,u,,,,13,1,1,1,,`, 'line 2'],
    [`${head}\n2022,a,u,,,,1,1,1,1,,\n2022,a,u,,,,2,x,1,1,,`, 'line 3'],
    [`${head}\n2022,a,u,,,,1,1,1,many,,`, 'line 2'],
    [`${head}\n2022,a,u,,,,1,1,1,1,2022-02-30,`, 'line 2'],
  ])('that cannot be read says where', (text, place) => {
    expect(() => readHistoryFile(text)).toThrow(place)
  })
})
