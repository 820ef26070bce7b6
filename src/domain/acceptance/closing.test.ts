import { describe, expect, it } from 'vitest'
import type { IndicatorId } from '../values/ids.ts'
import { plainDate } from '../values/plain-date.ts'
import type { AcceptanceStep } from './acceptance.ts'
import { closedDays, stillChased, type DecidedClaim } from './closing.ts'

const day = plainDate(2023, 11, 3)

function claim(id: string, no: number, ...steps: AcceptanceStep[]): DecidedClaim {
  return { indicatorId: id as IndicatorId, no, steps, decidedOn: steps.length > 0 ? day : null }
}

describe('a promise is closed', () => {
  it.each([
    ['not before anything is claimed', [], false],
    ['not while its claim waits', [claim('a', 1)], false],
    ['not by being accepted alone', [claim('a', 1, 'accept')], false],
    ['once its latest claim is', [claim('a', 1, 'accept', 'close')], true],
    ['no more once a later look returns it', [claim('a', 1, 'accept', 'close', 'return')], false],
    [
      'by a later claim than the one returned, in whatever order they come',
      [claim('a', 2, 'accept', 'close'), claim('a', 1, 'return')],
      true,
    ],
    ['no more while it is claimed again', [claim('a', 1, 'accept', 'close', 'return'), claim('a', 2)], false],
    ['by its own claims alone', [claim('b', 1, 'accept', 'close'), claim('a', 1)], false],
  ] as [string, DecidedClaim[], boolean][])('%s', (_, claims, expected) => {
    expect(closedDays(claims).get('a' as IndicatorId)).toBe(expected ? day : undefined)
  })
})

it('is chased until then, and what is no promise is left as it is', () => {
  const isChased = stillChased({
    indicators: [
      { id: 'a' as IndicatorId, closedOn: null },
      { id: 'b' as IndicatorId, closedOn: day },
    ],
  })
  expect(['a', 'b', 'unit'].map(isChased)).toEqual([true, false, true])
})
