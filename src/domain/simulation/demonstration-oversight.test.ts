import { describe, expect, it } from 'vitest'
import { orderStanding, type FoldedFact } from '../order/order.ts'
import type { LadderStep } from '../order/ladder.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { UnitId } from '../values/ids.ts'
import { nextTurn, satisfactionOf } from './demonstration-oversight.ts'

const day = (of: number) => `2023-06-${String(of).padStart(2, '0')}` as PlainDate
const blank = { step: null, dueOn: null, unitId: 'unit' as UnitId, ruleNo: null } as const
const issued: FoldedFact = { ...blank, no: 1, kind: 'step', step: 'urging', dueOn: day(8), day: day(1) }
const climbed = (no: number, step: LadderStep, on: number): FoldedFact => ({
  ...blank,
  no,
  kind: 'step',
  step,
  dueOn: day(on + 7),
  ruleNo: 1,
  day: day(on),
})
const sent = (
  no: number,
  kind: FoldedFact['kind'],
  on: number,
  dueOn: PlainDate | null = null,
): FoldedFact => ({
  ...blank,
  no,
  kind,
  dueOn,
  day: day(on),
})
const turn = (key: string, facts: readonly FoldedFact[], on: number) =>
  nextTurn('2023', { key, facts, standing: orderStanding(facts) }, day(on))?.kind

const keys = Array.from({ length: 200 }, (_, index) => `promise ${index}`)

describe('the turns of an order', () => {
  it('come by their courses: most reply at once, some ask for time, some wait for the ladder', () => {
    const first = Map.groupBy(keys, (key) => turn(key, [issued], 3))
    expect(new Set(first.keys())).toEqual(new Set(['reply', 'extension', undefined]))
    expect(first.get('reply')?.length).toBeGreaterThan(keys.length * 0.4)
    // Who waits for one climb replies after it; who waits for two, after the second.
    const blue = [issued, climbed(2, 'blue', 9)]
    const waiting = first.get(undefined) ?? []
    const stillWaiting = waiting.filter((key) => turn(key, blue, 11) === undefined)
    expect(stillWaiting.length).toBeGreaterThan(0)
    expect(stillWaiting.length).toBeLessThan(waiting.length)
    for (const key of stillWaiting) expect(turn(key, [...blue, climbed(3, 'orange', 17)], 19)).toBe('reply')
  })

  it('never come on the day of what they answer, nor after the end', () => {
    for (const key of keys) {
      expect(turn(key, [issued], 1)).toBeUndefined()
      expect(turn(key, [issued, sent(2, 'reply', 3)], 3)).toBeUndefined()
      expect(turn(key, [issued, sent(2, 'reply', 3), sent(3, 'accept', 5)], 7)).toBeUndefined()
    }
  })

  it('let the office send a reply back at most once', () => {
    const replied = [issued, sent(2, 'reply', 3)]
    const back = keys.filter((key) => turn(key, replied, 5) === 'return')
    expect(back.length).toBeGreaterThan(0)
    expect(back.length).toBeLessThan(keys.length / 2)
    for (const key of back) {
      const again = [...replied, sent(3, 'return', 5, day(12))]
      expect(turn(key, again, 7)).toBe('reply')
      expect(turn(key, [...again, sent(4, 'reply', 7)], 9)).toBe('accept')
    }
  })

  it('grant the time that was asked for, and the reply follows', () => {
    const asked = [issued, sent(2, 'extension', 3, day(15))]
    for (const key of keys) {
      expect(turn(key, asked, 5)).toBe('extend')
      expect(turn(key, [...asked, sent(3, 'extend', 5, day(15))], 7)).toBe('reply')
    }
  })
})

it('satisfaction is a percentage with one decimal, the same for the same unit', () => {
  for (const unit of keys) {
    const value = satisfactionOf('2023', unit)
    expect(value).toMatch(/^\d{2}(\.\d)?$/)
    expect(satisfactionOf('2023', unit)).toBe(value)
  }
})
