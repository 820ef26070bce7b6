/** The scorer that extraction is measured with. */
import { describe, expect, it } from 'vitest'
import { benchExtraction, figuresOf } from '../bench/extraction.ts'
import { calibrate, numerator, scoreText, summarise } from '../bench/scoring.ts'
import { extractIndicators } from '../src/import/extract/extract-indicators.ts'

const target = { span: '公园5个', comparator: 'eq', value: 5, valueMax: null, unit: '个' }

function score(
  text: string,
  indicators: (typeof target & { flags?: string[] })[],
  notTargets: string[] = [],
) {
  return scoreText({ text, indicators, notTargets }, extractIndicators(text, null))
}

describe('scoreText', () => {
  it('pairs what agrees in value, comparator, unit and place', () => {
    expect(score('新建公园5个。', [target])).toMatchObject({ pairs: [{ target }], missed: [], extra: [] })
  })

  it.each([{ value: 6 }, { comparator: 'gte' }, { unit: '座' }, { span: '。' }])(
    '%o is missed and extra',
    (other) => {
      const result = score('新建公园5个。', [{ ...target, ...other }])
      expect(result).toMatchObject({ pairs: [], missed: [other] })
      expect(result.extra).toHaveLength(1)
    },
  )

  it('pairs each indicator once', () => {
    expect(score('新建公园5个。', [target, target]).missed).toHaveLength(1)
  })

  it('leaves promises without a number out of account', () => {
    expect(score('建成市民文化中心大楼。', [])).toMatchObject({ missed: [], extra: [] })
  })

  it('counts a decoy as taken when its number was read as a target', () => {
    expect(score('新建公园5个。', [], ['5个']).decoysTaken).toEqual(['5个'])
    expect(score('办好45件民生实事。', [], ['45件']).decoysTaken).toEqual([])
  })
})

it.each([
  ['套（间）', '套'],
  ['元/人·月', '元'],
  ['张/千人', '张'],
  ['个', '个'],
  [null, ''],
])('of the unit %s the numerator is %s', (unit, expected) => {
  expect(numerator(unit)).toBe(expected)
})

describe('summarise', () => {
  const scores = [
    score('新建公园5个。', [target]),
    score('新建公园5个。', [{ ...target, value: 7 }]),
    score('在5个社区设立服务站。', [{ ...target, span: '5个社区', flags: ['scope'] }]),
  ]

  it('gives precision and recall', () => {
    // Three targets, two found, one extra.
    expect(summarise(scores, false)).toMatchObject({
      targets: 3,
      found: 2,
      extra: 1,
      precision: 2 / 3,
      recall: 2 / 3,
    })
  })

  it('leaves judgement calls out of the strict group', () => {
    expect(summarise(scores, true)).toMatchObject({ targets: 2, found: 1, extra: 1, recall: 1 / 2 })
  })

  it('counts every scored indicator in one confidence bin', () => {
    const bins = calibrate(scores)
    expect(bins.reduce((sum, bin) => sum + bin.total, 0)).toBe(3)
    expect(bins.reduce((sum, bin) => sum + bin.right, 0)).toBe(2)
  })
})

describe('benchExtraction', () => {
  it('holds both readers to the figures alone', () => {
    const targets = [
      { value: 5, valueMax: null },
      { value: 100, valueMax: 120 },
    ]
    expect(figuresOf(targets)).toEqual([5, 100, 120])
    const { ours, theirs } = benchExtraction(
      ['新建公园5个，新增学位100至120个。', '拨打12345热线。'],
      [figuresOf(targets), []],
    )
    expect(ours).toMatchObject({ precision: 1, recall: 1 })
    // 5, 100, 120 and the hotline, which is a number, too.
    expect(theirs).toMatchObject({ precision: 3 / 4, recall: 1 })
    expect(ours.charactersPerSecond).toBeGreaterThan(theirs.charactersPerSecond)
  })
})
