import { describe, expect, it } from 'vitest'
import { act, codeOf, day, fact, issued, nowOn, once, unitId } from './support/sample-order.ts'
import { decideAct, type OrderAct } from '../src/domain/order/order-act.ts'
import { orderStanding, type OrderFact } from '../src/domain/order/order.ts'

describe('an act', () => {
  const reply = fact({ no: 2, kind: 'reply', text: '已办', unitId, day: day('2023-03-07') })
  const asked = fact({ no: 2, kind: 'extension', dueOn: day('2023-03-20'), unitId, day: day('2023-03-07') })
  const held = fact({ no: 2, kind: 'hold', reason: '等上级意见' })
  const ended = fact({ no: 2, kind: 'close', reason: '已查明' })

  it.each([
    ['a reply', [], { kind: 'reply', text: '已办' }, '2023-03-07', 'done'],
    ['a late reply', [], { kind: 'reply', text: '已办' }, '2023-05-07', 'done'],
    ['an empty reply', [], { kind: 'reply', text: ' ' }, '2023-03-07', 'order.text-missing'],
    ['a second reply', [reply], { kind: 'reply', text: '已办' }, '2023-03-07', 'order.waiting'],
    ['feedback beside a reply', [reply], { kind: 'feedback', text: '在办' }, '2023-03-07', 'done'],
    [
      'an extension on the last day',
      [],
      { kind: 'extension', text: '一半', reason: '缺料', dueOn: day('2023-03-09') },
      '2023-03-08',
      'done',
    ],
    [
      'an extension a day late',
      [],
      { kind: 'extension', text: '一半', reason: '缺料', dueOn: day('2023-03-20') },
      '2023-03-09',
      'order.extension-late',
    ],
    [
      'an extension to no later day',
      [],
      { kind: 'extension', text: '一半', reason: '缺料', dueOn: day('2023-03-08') },
      '2023-03-07',
      'order.extension-not-later',
    ],
    [
      'an extension to no day',
      [],
      { kind: 'extension', text: '一半', reason: '缺料' },
      '2023-03-07',
      'order.due-missing',
    ],
    [
      'an extension without progress',
      [],
      { kind: 'extension', reason: '缺料', dueOn: day('2023-03-20') },
      '2023-03-07',
      'order.text-missing',
    ],
    [
      'an extension without reason',
      [],
      { kind: 'extension', text: '一半', dueOn: day('2023-03-20') },
      '2023-03-07',
      'order.reason-missing',
    ],
    ['accepting a reply', [reply], { kind: 'accept' }, '2023-03-08', 'done'],
    ['accepting nothing', [], { kind: 'accept' }, '2023-03-08', 'order.nothing-waits'],
    ['accepting an extension', [asked], { kind: 'accept' }, '2023-03-08', 'order.nothing-waits'],
    [
      'returning',
      [reply],
      { kind: 'return', reason: '缺佐证', dueOn: day('2023-03-10') },
      '2023-03-08',
      'done',
    ],
    [
      'returning until yesterday',
      [reply],
      { kind: 'return', reason: '缺佐证', dueOn: day('2023-03-07') },
      '2023-03-08',
      'order.due-past',
    ],
    [
      'returning without reason',
      [reply],
      { kind: 'return', dueOn: day('2023-03-10') },
      '2023-03-08',
      'order.reason-missing',
    ],
    ['granting', [asked], { kind: 'extend', dueOn: day('2023-03-15') }, '2023-03-08', 'done'],
    [
      'granting no more days',
      [asked],
      { kind: 'extend', dueOn: day('2023-03-08') },
      '2023-03-08',
      'order.extension-not-later',
    ],
    [
      'refusing',
      [asked],
      { kind: 'refuse', reason: '应按期', dueOn: day('2023-03-08') },
      '2023-03-08',
      'done',
    ],
    ['stopping the ladder', [], { kind: 'hold', reason: '等意见' }, '2023-03-08', 'done'],
    ['stopping it without reason', [], { kind: 'hold' }, '2023-03-08', 'order.reason-missing'],
    ['stopping it twice', [held], { kind: 'hold', reason: '等意见' }, '2023-03-08', 'order.held'],
    ['letting it go on', [held], { kind: 'resume', reason: '意见已到' }, '2023-03-08', 'done'],
    [
      'letting go on what was not stopped',
      [],
      { kind: 'resume', reason: '意见已到' },
      '2023-03-08',
      'order.held',
    ],
    ['closing at any time', [reply], { kind: 'close', reason: '已查明' }, '2023-03-08', 'done'],
    ['anything after the end', [ended], { kind: 'reply', text: '已办' }, '2023-03-08', 'order.ended'],
    [
      'what was decided on older facts',
      [held],
      { kind: 'close', reason: '已查明', seen: 1 },
      '2023-03-08',
      'order.overtaken',
    ],
  ] satisfies [string, OrderFact[], Partial<OrderAct>, string, string][])(
    '%s',
    (_name, facts, fields, today, code) => {
      const order = { feedback: once, standing: orderStanding([issued, ...facts]) }
      const asking = act({ seen: order.standing.seen, ...fields })
      expect(codeOf(() => decideAct(order, asking, nowOn(today)))).toBe(code)
    },
  )
})
