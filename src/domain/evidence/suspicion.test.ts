import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../values/decimal.ts'
import {
  incrementsOf,
  suspicionKinds,
  suspicionSentence,
  suspicionsOfFigure,
  suspicionThresholds,
} from './suspicion.ts'

const figures = (texts: readonly string[]) => texts.map((text) => decimal(text))
const kindsOf = (value: string | null, denominator: string | null = null) =>
  suspicionsOfFigure(
    {
      value: value === null ? null : decimal(value),
      denominator: denominator === null ? null : decimal(denominator),
    },
    null,
    [],
  ).map(({ kind }) => kind)

describe('too many zeros', () => {
  it.each([
    ['1000', true],
    ['27000', true],
    ['-5000', true],
    ['1000000', true],
    ['100', false],
    ['1100', false],
    ['0', false],
    ['0.001', false],
    ['1000.5', false],
  ])('at the end of %s: %s', (value, odd) => {
    expect(kindsOf(value)).toEqual(odd ? ['round-figure'] : [])
  })
})

describe('a ratio', () => {
  it.each([
    ['101', '100', true],
    ['100.01', '100', true],
    ['100', '100', false],
    ['99', '100', false],
    ['0', '0', false],
    // As texts 9 would come after 10.
    ['9', '10', false],
    ['10', '9', true],
  ])('of %s over %s is above 1: %s', (value, denominator, odd) => {
    expect(kindsOf(value, denominator)).toEqual(odd ? ['ratio-above-one'] : [])
  })

  it('is none without a denominator, and nothing stated is nothing odd', () => {
    expect(kindsOf('101')).toEqual([])
    expect(kindsOf(null, '100')).toEqual([])
  })
})

describe('a jump', () => {
  const jumpOf = (increment: string, history: readonly string[]) =>
    suspicionsOfFigure({ value: null, denominator: null }, decimal(increment), figures(history)).find(
      ({ kind }) => kind === 'jump',
    )?.details

  it.each<[increment: string, history: string[], odd: boolean]>([
    // Median 11, deviations 1 0 1: median 1 × 1.4826, but a fifth of 11 = 2.2 is more; 6 × 2.2 = 13.2: −2.2 to 24.2.
    ['24', ['10', '11', '12'], false],
    ['25', ['10', '11', '12'], true],
    ['-2', ['10', '11', '12'], false],
    ['-3', ['10', '11', '12'], true],
    // Median 10, deviations 10 0 20 0: median of 0 0 10 20 = 5 × 1.4826 = 7.413; 6 × 7.413 = 44.478: up to 54.478.
    ['54', ['0', '10', '30', '10'], false],
    ['55', ['0', '10', '30', '10'], true],
    // One wild month before does not make the next one usual: median 10, deviation 0 → a fifth: 6 × 2 = 12: up to 22.
    ['22', ['10', '10', '500', '10', '10'], false],
    ['23', ['10', '10', '500', '10', '10'], true],
    // Nothing so far: a sixth is taken as usual, 6 × 1/6 = 1.
    ['1', ['0', '0', '0'], false],
    ['2', ['0', '0', '0'], true],
    // Two months are no history.
    ['999', ['1', '1'], false],
    ['999', [], false],
  ])('of %s after %j: %s', (increment, history, odd) => {
    expect(jumpOf(increment, history) !== undefined).toBe(odd)
  })

  it('says what was usual and what would have been plausible', () => {
    expect(jumpOf('900', ['10', '12', '11'])).toEqual({
      value: '900',
      usual: '11',
      from: '-2.2', // 11 − 13.2
      to: '24.2', // 11 + 13.2
      months: '3',
    })
  })

  it('is none where every month was the same and this one is too', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 3, max: 11 }), (value, months) => {
        const history = Array.from({ length: months }, () => String(value))
        expect(jumpOf(String(value), history)).toBeUndefined()
      }),
    )
  })
})

it.each<[string[], string[]]>([
  [[], []],
  [['5'], ['5']],
  // 5, 12 − 5, 12 − 12, 11.5 − 12
  [
    ['5', '12', '12', '11.5'],
    ['5', '7', '0', '-0.5'],
  ],
])('levels %j rise by %j', (levels, increments) => {
  expect(incrementsOf(figures(levels))).toEqual(increments)
})

describe('the sentence', () => {
  it.each(suspicionKinds.flatMap((kind) => [['zh', kind] as const, ['en', kind] as const]))(
    'in %s of %s names what is known and leaves a dash for what is not',
    (language, kind) => {
      const sentence = suspicionSentence(kind, { otherUnit: '天宁区', value: '3000' }, language)
      expect(sentence).not.toContain('undefined')
      expect(sentence).toMatch(/—|天宁区|3000/)
      expect(sentence).toMatch(language === 'zh' ? /。$/ : /\.$/)
    },
  )
})

it('unrelated photographs are not near by the threshold', () => {
  // 63 bits that are each as likely 0 as 1: 31.5 differ, with a deviation of √63 / 2 = 4; 10 is five of them away.
  expect(suspicionThresholds.nearPhotographBits).toBeLessThanOrEqual(31.5 - 5 * (Math.sqrt(63) / 2))
})
