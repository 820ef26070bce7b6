import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, lastDayOf, monthOf } from './month.ts'
import {
  acceptRule,
  dateOf,
  defaultRule,
  periodOf,
  periodsOf,
  phaseOf,
  ruleFor,
  type DayRule,
  type PeriodRule,
} from './period.ts'
import { parsePlainDate } from './plain-date.ts'
import { statutoryHolidays } from './statutory-holidays.ts'
import { addWorkingDays, isWorkingDay, weekdayOf, workingCalendar } from './working-day.ts'

const calendar = workingCalendar(statutoryHolidays)
const day = parsePlainDate

describe('the working-day calendar', () => {
  it.each([
    ['2023-01-20', true, 'Friday before the Spring Festival'],
    ['2023-01-23', false, 'Monday, festival'],
    ['2023-01-27', false, 'Friday, the last day off'],
    ['2023-01-28', true, 'Saturday, made up'],
    ['2023-01-29', true, 'Sunday, made up'],
    ['2023-02-04', false, 'an ordinary Saturday'],
    ['2023-10-07', true, 'Saturday, made up for the National Day'],
    ['2026-02-14', true, 'Saturday, made up'],
    ['2026-02-23', false, 'Monday, the ninth day off'],
    ['2026-02-28', true, 'Saturday, made up'],
    ['2026-10-10', true, 'Saturday, made up'],
  ] as const)('%s: %s (%s)', (date, worked, _why) => {
    expect(isWorkingDay(calendar, day(date))).toBe(worked)
  })

  it('makes up days only on weekends, and takes off no day twice', () => {
    const madeUp = statutoryHolidays.filter(({ kind }) => kind === 'workday')
    expect(madeUp.filter(({ day: date }) => weekdayOf(date) % 6 !== 0)).toEqual([])
    expect(new Set(statutoryHolidays.map(({ day: date }) => date)).size).toBe(statutoryHolidays.length)
  })

  it('lets a government’s own word on a day come last', () => {
    const own = [{ day: day('2023-01-30'), kind: 'holiday', name: '本地' }] as const
    expect(isWorkingDay(workingCalendar(statutoryHolidays, own), day('2023-01-30'))).toBe(false)
  })
})

describe('a date of a month', () => {
  const january = monthOf(2023, 1)
  it.each<[string, DayRule, ReturnType<typeof monthOf>, string]>([
    [
      'the 28th, a Saturday that is worked',
      { kind: 'day', in: 'same', day: 28, shift: 'forward' },
      january,
      '2023-01-28',
    ],
    // 21–27 January are off, 28 is worked.
    [
      'the 24th, in the festival, forward',
      { kind: 'day', in: 'same', day: 24, shift: 'forward' },
      january,
      '2023-01-28',
    ],
    ['the 24th, back', { kind: 'day', in: 'same', day: 24, shift: 'back' }, january, '2023-01-20'],
    ['the 24th as it is', { kind: 'day', in: 'same', day: 24, shift: 'none' }, january, '2023-01-24'],
    [
      'the 31st of February is its last day',
      { kind: 'day', in: 'same', day: 31, shift: 'none' },
      monthOf(2023, 2),
      '2023-02-28',
    ],
    // 1 February 2023 is a Wednesday: 1, 2.
    ['2nd working day of the next month', { kind: 'working-day', in: 'next', nth: 2 }, january, '2023-02-02'],
    // October 2023: 1–6 off, 7 and 8 (weekend) worked: 7, 8, 9.
    [
      '3rd working day after the National Day',
      { kind: 'working-day', in: 'next', nth: 3 },
      monthOf(2023, 9),
      '2023-10-09',
    ],
    // February 2026: 14 is worked, 15–23 off; 28 February is a Saturday that is worked.
    [
      'last working day of February 2026',
      { kind: 'last-working-day', in: 'same' },
      monthOf(2026, 2),
      '2026-02-28',
    ],
    // 30 April 2023 is a Sunday in the holiday from 29 April on.
    [
      'last working day of April 2023',
      { kind: 'last-working-day', in: 'same' },
      monthOf(2023, 4),
      '2023-04-28',
    ],
    [
      'more working days than there are: the last',
      { kind: 'working-day', in: 'same', nth: 23 },
      monthOf(2023, 2),
      '2023-02-28',
    ],
    ['five days before the end', { kind: 'before-end', in: 'same', days: 5 }, january, '2023-01-26'],
    [
      'December is due in January',
      { kind: 'working-day', in: 'next', nth: 1 },
      monthOf(2023, 12),
      '2024-01-02',
    ],
  ])('%s', (_, rule, month, expected) => {
    expect(dateOf(rule, month, calendar)).toBe(expected)
  })
})

describe('the product’s own rule', () => {
  it('opens February 2023 on the 20th, is due on 3 March, locks on 10 March', () => {
    // Due: March 1, 2, 3 are Wednesday to Friday. Lock: 6, 7, 8, 9, 10 March.
    expect(periodOf(defaultRule, monthOf(2023, 2), calendar)).toEqual({
      month: '2023-02-01',
      opensOn: '2023-02-20',
      dueOn: '2023-03-03',
      locksOn: '2023-03-10',
    })
  })

  it.each([
    ['2023-02-19', 'not-open'],
    ['2023-02-20', 'open'],
    ['2023-03-03', 'open'],
    ['2023-03-04', 'late'],
    ['2023-03-10', 'late'],
    ['2023-03-11', 'locked'],
  ] as const)('on %s: %s', (today, phase) => {
    expect(phaseOf(periodOf(defaultRule, monthOf(2023, 2), calendar), day(today))).toBe(phase)
  })
})

const dayRule: fc.Arbitrary<DayRule> = fc.oneof(
  fc.record({
    kind: fc.constant('day' as const),
    in: fc.constantFrom('same', 'next'),
    day: fc.integer({ min: 1, max: 31 }),
    shift: fc.constantFrom('none', 'forward', 'back'),
  }),
  fc.record({
    kind: fc.constant('working-day' as const),
    in: fc.constantFrom('same', 'next'),
    nth: fc.integer({ min: 1, max: 23 }),
  }),
  fc.record({ kind: fc.constant('last-working-day' as const), in: fc.constantFrom('same', 'next') }),
  fc.record({
    kind: fc.constant('before-end' as const),
    in: fc.constantFrom('same', 'next'),
    days: fc.integer({ min: 0, max: 30 }),
  }),
)
const rule: fc.Arbitrary<PeriodRule> = fc.record({
  opens: dayRule,
  due: dayRule,
  locksAfter: fc.integer({ min: 0, max: 60 }),
  toleratedPercent: fc.integer({ min: 0, max: 100 }),
})
const year = fc.integer({ min: 2023, max: 2026 })

describe('any rule', () => {
  it('that is accepted opens before it is due and is due before it locks, on working days where it says so', () => {
    fc.assert(
      fc.property(rule, year, (any, inYear) => {
        const next = { no: 1, fromMonth: monthOf(inYear, 1), rule: any }
        let accepted = true
        try {
          acceptRule([], next, inYear, calendar, day('2000-01-01'))
        } catch {
          accepted = false
        }
        for (const { month, opensOn, dueOn, locksOn } of periodsOf([next], inYear, calendar)) {
          expect(!accepted || opensOn <= dueOn).toBe(true)
          expect(dueOn <= locksOn).toBe(true)
          expect(locksOn).toBe(addWorkingDays(calendar, dueOn, any.locksAfter))
          const working = any.due.kind === 'working-day' || any.due.kind === 'last-working-day'
          expect(!working || isWorkingDay(calendar, dueOn)).toBe(true)
          const at = any.due.in === 'next' ? addMonths(month, 1) : month
          expect(!working || (dueOn >= at && dueOn <= lastDayOf(at))).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('leaves the months before it, and those that have opened, as they are', () => {
    const known = { no: 1, fromMonth: monthOf(2023, 1), rule: defaultRule }
    const other = { ...defaultRule, locksAfter: 9 }
    const later = { no: 2, fromMonth: monthOf(2023, 6), rule: other }
    expect(ruleFor([known, later], monthOf(2023, 5))).toBe(defaultRule)
    expect(ruleFor([later, known], monthOf(2023, 6))).toBe(other)
    const accept = (month: number) =>
      acceptRule([known], { ...later, fromMonth: monthOf(2023, month) }, 2023, calendar, day('2023-05-20'))
    // May opens on 20 May.
    expect(() => accept(5)).toThrow('2023-05')
    expect(accept(6).no).toBe(2)
  })
})
