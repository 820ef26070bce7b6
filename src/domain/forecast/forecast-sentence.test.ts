import { describe, expect, it } from 'vitest'
import { decimal } from '../values/decimal.ts'
import { monthOf } from '../values/month.ts'
import { plainDate } from '../values/plain-date.ts'
import { forecastSentence, reasonPhrase } from './forecast-sentence.ts'
import type { Forecast } from './forecast.ts'
import { reasonCodes } from './measures.ts'

const forecast: Forecast = {
  indicatorId: 'i',
  unitId: null,
  month: monthOf(2023, 9),
  state: 'open',
  probability: decimal('0.354'),
  expected: decimal(104),
  low: decimal(90),
  high: decimal(121),
  metOn: plainDate(2024, 2, 3),
  metEarliest: null,
  metLatest: null,
  fan: [],
  reasons: [
    { code: 'against-plan', weight: decimal('-1.2'), numbers: { done: decimal(52), planned: decimal(75) } },
    { code: 'stalled', weight: decimal('-0.4'), numbers: { months: decimal(2) } },
    { code: 'unit', weight: decimal('0.2'), numbers: {} },
  ],
}

describe('the sentence of a forecast', () => {
  it.each([
    [
      'zh',
      '到期预计 104个（八成把握在 90–121 之间），按期完成的可能性 35%，预计2024年2月3日达到目标；依据：已完成 52%，计划 75%；已有 2 个月没有进展。',
    ],
    [
      'en',
      'Expected at the deadline: 104 个 (four in five: 90–121); 35% likely to be met in time, probably on 2024-02-03, because 52 % is done where 75 % was planned; nothing moved for 2 months.',
    ],
  ] as const)('in %s', (language, sentence) => {
    expect(forecastSentence(forecast, '个', language)).toBe(sentence)
  })

  it.each([
    ['0.9996', '99%'],
    ['0.001', '1%'],
    ['0.845', '85%'],
    ['1', '100%'],
  ])('never calls %s certain unless it is', (probability, said) => {
    expect(forecastSentence({ ...forecast, probability: decimal(probability) }, '个', 'zh')).toContain(
      `可能性 ${said}`,
    )
  })

  it('after the deadline says what came of it', () => {
    const past = { ...forecast, state: 'past', probability: decimal(0) } as const
    expect(forecastSentence(past, '个', 'zh')).toBe('期限已过，未达到目标，实际 104个。')
  })

  it.each(reasonCodes)('has words for “%s”, good and bad, in both languages', (code) => {
    for (const weight of ['0.5', '-0.5']) {
      const reason = { code, weight: decimal(weight), numbers: {} }
      expect(reasonPhrase(reason, 'zh')).toMatch(/\p{Script=Han}/u)
      expect(reasonPhrase(reason, 'en')).toMatch(/[a-z]/)
    }
  })
})
