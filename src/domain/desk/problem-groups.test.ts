import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorId, UnitId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import type { ReportedProblem } from './desk-facts.ts'
import { groupProblems } from './problem-groups.ts'

const said = (problem: string, index = 0): ReportedProblem => ({
  indicatorId: `i${index}` as IndicatorId,
  unitId: 'u' as UnitId,
  unit: '武进区',
  month: monthOf(2023, 3),
  problem,
  nextStep: null,
})
const grouped = (...problems: string[]) =>
  groupProblems(problems.map(said)).map(({ words, problems: all }) => [words, all.length])

describe('problems are grouped by their own words', () => {
  it.each<[string, string[], [string, number][]]>([
    ['the same words', ['征地滞后', '征地滞后'], [['征地滞后', 2]]],
    ['a shared phrase', ['征地滞后，资金未到位', '资金未到位'], [['资金未到位', 2]]],
    // “资金未到位” is in three, “征地滞后” in two: the first stands with the three.
    [
      'the phrase most share',
      ['征地滞后，资金未到位', '资金未到位', '资金未到位', '征地滞后'],
      [
        ['资金未到位', 3],
        ['征地滞后', 1],
      ],
    ],
    ['the longest of equals', ['甲乙丙，征地拆迁滞后', '征地拆迁滞后，甲乙丙'], [['征地拆迁滞后', 2]]],
    [
      'whatever the width and the spaces',
      ['资金 未到位', '资金未到位。', 'ＡＢ未到', 'ab未到'],
      [
        ['资金 未到位', 2],
        ['ＡＢ未到', 2],
      ],
    ],
    [
      'nothing is alike',
      ['天气不好', '设备未到'],
      [
        ['天气不好', 1],
        ['设备未到', 1],
      ],
    ],
    // What stands alone is shown whole, also where it has several phrases.
    ['all of what stands alone', ['天气不好，工期紧'], [['天气不好，工期紧', 1]]],
    ['a figure is not cut at its point', ['缺口 1.5 亿元', '缺口1.5亿元'], [['缺口 1.5 亿元', 2]]],
    ['none', [], []],
  ])('%s', (_, problems, expected) => {
    expect(grouped(...problems)).toEqual(expected)
  })

  it('every problem stands in one group, and the largest come first', () => {
    const phrase = fc.constantFrom('征地', '资金', '天气', '设备', '，', '。', ' ')
    const text = fc.array(phrase, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const groups = groupProblems(texts.map(said))
        const all = groups.flatMap(({ problems }) => problems.map(({ indicatorId }) => indicatorId))
        expect(all.toSorted()).toEqual(texts.map((_, index) => `i${index}`).toSorted())
        const sizes = groups.map(({ problems }) => problems.length)
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      }),
    )
  })
})
