import { describe, expect, it } from 'vitest'
import { findRules } from './find-rules.ts'

describe('rules stated once', () => {
  it.each<[string, string, string[], boolean]>([
    ['列第一位者为牵头单位', 'first-unit-leads', [], false],
    ['注：责任单位中排在第一位的为牵头单位。', 'first-unit-leads', [], false],
    ['责任单位列首位的为牵头单位，下同', 'first-unit-leads', [], true],
    ['第一个逗号前为牵头单位，多个牵头部门按职责分工负责', 'before-first-comma-leads', [], false],
    ['带*的为牵头单位', 'marked-unit-leads', [], false],
    ['标“★”者为牵头单位', 'marked-unit-leads', [], false],
    ['注：▲为牵头单位，其余为配合单位', 'marked-unit-leads', [], false],
    ['各区政府均需落实，不再列出', 'units-of-all', ['各区政府'], false],
    ['以下任务均由市财政局、市审计局配合', 'units-of-all', ['市财政局', '市审计局'], true],
    ['以下均涉及各县区、功能区，不再重复列出', 'units-of-all', ['各县区', '功能区'], true],
    ['各镇街均为责任单位，表中不再列出', 'units-of-all', ['各镇街'], false],
  ])('%s', (text, kind, units, onward) => {
    const [rule, ...more] = findRules(text)
    expect(more).toEqual([])
    expect([rule?.kind, rule?.units.map(({ name }) => name), rule?.onward]).toEqual([kind, units, onward])
    for (const { name, start, end } of rule?.units ?? []) expect(text.slice(start, end)).toBe(name)
  })

  it.each([
    '实现城乡居民收入均衡增长',
    '各级政府均应压实责任',
    '市教育局、市财政局',
    '各项任务均需按期完成',
    '新建3所学校，均由专业机构运营',
  ])('%s states none', (text) => {
    expect(findRules(text)).toEqual([])
  })

  it('may be two in one sentence', () => {
    const text = '加*的为牵头单位，各县区均需落实，不再列出'
    expect(findRules(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['marked-unit-leads', '加*的为牵头单位'],
      ['units-of-all', '各县区均需落实，不再列出'],
    ])
  })

  it('begin with their clause, behind the names before it', () => {
    const text = '市教育局，各县区政府，以下均涉及各县区，不再列出）'
    expect(findRules(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '以下均涉及各县区，不再列出',
    ])
  })
})
