import { expect, it } from 'vitest'
import { differingStretches } from './differing-stretches.ts'

it.each([
  ['another figure is marked whole', '新建公园30个。', '新建公园36个。', '30', '36'],
  ['a figure that grows', '新建公园30个。', '新建公园130个。', '30', '130'],
  ['a figure with decimals', '改造2.25公里。', '改造2.5公里。', '2.25', '2.5'],
  ['words added', '免费体检。', '免费体检，建成医院3家。', '', '，建成医院3家'],
  ['words taken out', '送戏200场，办展40场。', '送戏200场。', '，办展40场', ''],
  ['several changes, from the first to the last', '甲1个，乙2个。', '甲3个，乙4个。', '1个，乙2', '3个，乙4'],
  ['nothing in common', '甲', '乙', '甲', '乙'],
  ['the same', '新建公园30个。', '新建公园30个。', '', ''],
])('%s', (_, before, after, marked, markedAfter) => {
  const stretches = differingStretches(before, after)
  expect(before.slice(stretches.before.start, stretches.before.end)).toBe(marked)
  expect(after.slice(stretches.after.start, stretches.after.end)).toBe(markedAfter)
})
