import { describe, expect, it } from 'vitest'
import { guessTarget, withoutEdges } from './guess-target.ts'
import { readTargetValues, valuesOf, type TargetValues } from './target-values.ts'

const classes: TargetValues = {
  kind: 'quantity',
  action: '新增',
  object: '托位',
  comparator: 'eq',
  value: '3400',
  valueMax: '',
  unit: '个',
  deadline: '',
  ledger: 'points',
}

describe('the fields of a target', () => {
  it('read to the target and back', () => {
    const read = readTargetValues({ ...classes, value: '2.7万', deadline: '2023-12-31' })
    expect(read.errors).toBeUndefined()
    if (read.errors) return
    expect(read.target).toMatchObject({ value: '27000', comparator: 'eq', deadline: '2023-12-31' })
    expect(valuesOf(read.target)).toEqual({ ...classes, value: '27000', deadline: '2023-12-31' })
  })

  it('drop the comparator where there is no value, and the second number where there is no range', () => {
    expect(readTargetValues({ ...classes, kind: 'milestone', value: '', valueMax: '9' })).toMatchObject({
      target: { value: null, comparator: null, valueMax: null },
    })
  })

  it.each<[string, Partial<TargetValues>, object]>([
    ['an object is needed', { object: ' ' }, { object: 'target.no-object' }],
    ['a quantity needs a value', { value: '' }, { value: 'target.no-value' }],
    ['a value is a figure', { value: '许多' }, { value: 'not-a-number' }],
    ['a range needs its end', { comparator: 'range', valueMax: '' }, { valueMax: 'target.range-ends' }],
    [
      'a range does not run backwards',
      { comparator: 'range', valueMax: '1' },
      { valueMax: 'target.range-ends' },
    ],
    ['a deadline is a day of the calendar', { deadline: '2023-02-30' }, { deadline: 'not-a-date' }],
  ])('%s', (_, change, errors) => {
    expect(readTargetValues({ ...classes, ...change }).errors).toEqual(errors)
  })
})

describe('the guess at a stretch', () => {
  it.each<[string, Partial<TargetValues>]>([
    ['新增普惠托班数176个', { object: '普惠托班数', value: '176', unit: '个', comparator: 'eq' }],
    ['、电动自行车充电端口2万个', { object: '电动自行车充电端口', value: '20000', unit: '个' }],
    ['技能培训７万人次以上', { object: '技能培训', value: '70000', unit: '人次', comparator: 'gte' }],
    ['联网控制率100%', { kind: 'rate', object: '联网控制率', value: '100', unit: '%' }],
    ['市儿童医院新建项目', { kind: 'milestone', object: '市儿童医院新建项目', value: '', unit: '' }],
  ])('%s', (stretch, expected) => {
    expect(guessTarget(stretch, classes)).toMatchObject({ action: '新增', ...expected })
  })

  it('leaves the punctuation between two parts to neither', () => {
    expect(withoutEdges('甲1个、乙2个。', 3, 8)).toEqual({ start: 4, end: 7 })
  })
})
