/** What holds for every text, and the kinds, spans, words and ledgers of typical promises. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledgerKinds } from '../../domain/programme/target.ts'
import { extractIndicators } from './extract-indicators.ts'

const fragments = [
  '新建',
  '完成',
  '为',
  '在',
  '对',
  '全市',
  '老年人',
  '公园',
  '管网',
  '提供',
  '服务',
  '全覆盖',
  '、',
  '，',
  '。',
  '；',
  '和',
  '“',
  '”',
  '（',
  '）',
  '的',
  '以上',
  '达到',
  '不少于',
  '每千人',
  '个',
  '公里',
  '万元',
  '%',
  '户',
  '名',
  '年底前',
  '从',
  '提高到',
  '分别',
  '其中',
  '12',
  '3.5',
  '2万',
  '100',
  '6月',
  '2026年',
  '三',
  '百',
  '1,200',
  '４５',
  '—',
  '/',
  '一站式',
  ' ',
]
const texts = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join(''))
const anyText = fc.oneof(texts, fc.string({ unit: 'grapheme', maxLength: 60 }))

describe('of any text', () => {
  it('every Arabic number ends in an indicator or among the numbers left out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { indicators, notTargets } = extractIndicators(text, 2026)
        const places = [...indicators, ...notTargets]
        for (const match of text.matchAll(/[0-9０-９]/g)) {
          expect(places.some(({ start, end }) => start <= match.index && match.index < end)).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('indicators lie inside it in order, with a comparator exactly when they have a value', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let previous = 0
        for (const indicator of extractIndicators(text, 2026).indicators) {
          const { start, end, value, valueMax, comparator, kind, confidence, ledger } = indicator
          expect(start).toBeGreaterThanOrEqual(previous)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(comparator === null).toBe(value === null)
          expect(valueMax === null).toBe(comparator !== 'range')
          expect(value === null).toBe(['milestone', 'service', 'activity'].includes(kind))
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
          expect(ledgerKinds).toContain(ledger)
          previous = start
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '1个',
    '一百',
    '1,',
    '（',
    '(1)',
    '“',
    '为100名老人提供',
    '公园10个、',
    '3个县',
    '从1%提高到',
    '1—',
    '全覆盖',
    '亿',
  ])(
    'the work grows with its length and no faster: %s repeated',
    (unit) => {
      const time = (size: number): number => {
        const text = unit.repeat(size / unit.length)
        const started = performance.now()
        extractIndicators(text, 2026)
        return performance.now() - started
      }
      time(50_000)
      const small = Math.min(time(50_000), time(50_000))
      // Eight times the text: eight times the work, and up to five times that for a busy machine; 64 if it were squared.
      expect(Math.min(time(400_000), time(400_000))).toBeLessThan(Math.max(small, 3) * 40)
    },
    30_000,
  )
})

describe('kinds, words and ledgers', () => {
  it.each([
    ['新建污水管网120公里。', 'quantity', '新建', '污水管网', 'works'],
    ['新增停车泊位3000个。', 'quantity', '新增', '停车泊位', 'points'],
    ['为2600户困难家庭开展适老化改造。', 'quantity', '开展', '困难家庭适老化改造', 'households'],
    ['为4000名残疾儿童提供康复服务。', 'quantity', '提供', '残疾儿童康复服务', 'beneficiaries'],
    ['举办公益讲座90场。', 'quantity', '举办', '公益讲座', 'events'],
    ['更新新能源公交车260辆。', 'quantity', '更新', '新能源公交车', 'equipment'],
    ['新建保障性住房3200套。', 'quantity', '新建', '保障性住房', 'points'],
    ['创建省级示范社区12个。', 'quantity', '创建', '省级示范社区', 'awards'],
    ['城镇新增就业6万人。', 'quantity', '新增', '城镇新增就业', 'feed'],
    ['发放消费券2亿元。', 'quantity', '发放', '消费券', 'feed'],
    ['家庭医生签约率达到75%。', 'rate', '达到', '家庭医生签约率', 'coverage'],
    ['实现行政村物流站点全覆盖。', 'rate', '实现', '行政村物流站点', 'coverage'],
    ['建成市民文化中心大楼。', 'milestone', '建成', '市民文化中心大楼', 'stages'],
    ['城北水厂二期工程投入使用。', 'milestone', '投入使用', '城北水厂二期工程', 'stages'],
    ['为适龄妇女免费提供2次产前检查服务。', 'entitlement', '免费提供', '适龄妇女产前检查服务', 'volumes'],
    ['为服务对象提供心理疏导等服务。', 'service', '提供', '心理疏导等服务', 'volumes'],
    ['开展“书香之城”阅读活动。', 'activity', '开展', '“书香之城”阅读活动', 'events'],
  ] as const)('%s', (text, kind, action, object, ledger) => {
    expect(extractIndicators(text, 2026).indicators).toMatchObject([
      { kind, action, object, ledger, start: 0, end: text.length - 1 },
    ])
  })
})

describe('spans', () => {
  it.each([
    ['新增床位300张、托位500个。', ['新增床位300张', '托位500个']],
    ['卫生院新增床位300张、新建门诊楼2栋。', ['新增床位300张', '新建门诊楼2栋']],
    ['老旧小区建设充电桩80个、雨棚60座。', ['老旧小区建设充电桩80个', '雨棚60座']],
    ['改造100所学校和20家医院。', ['改造100所学校', '20家医院']],
    ['到2027年，力争建成驿站15个。', ['建成驿站15个']],
    ['完成30个村污水治理工程，打造示范河5条。', ['完成30个村污水治理工程', '打造示范河5条']],
    ['建成档案馆新馆、市民体育公园一期、儿童医院。', ['建成档案馆新馆', '市民体育公园一期', '儿童医院']],
    ['全市新生儿听力筛查、视力筛查和心脏病筛查全覆盖。', ['新生儿听力筛查', '视力筛查', '心脏病筛查全覆盖']],
    ['供热、供水、燃气覆盖率分别达到90%、98%和85%。', ['供热、供水、燃气覆盖率分别达到90%', '98%', '85%']],
  ] as const)('%s', (text, spans) => {
    expect(extractIndicators(text, 2026).indicators.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans,
    )
  })
})

describe('doubts say why a person should look', () => {
  it.each([
    ['新增床位300张、托位500个。', [[], ['shared-verb']]],
    ['为15万老年人提供上门服务。', [['implied-unit']]],
    ['在35家医院设立服务站。', [['scope-count']]],
    ['改造危房300户，其中土坯房80户。', [[], ['part-of', 'shared-verb']]],
    ['养老床位数达到5.6万张。', [['level-not-addition']]],
    ['行政村物流站点全覆盖。', [['coverage-implied']]],
    ['建成市民文化中心大楼。', [['no-number']]],
    ['续建安置房700套，新开工200套以上。', [[], ['shared-object']]],
  ] as const)('%s', (text, doubts) => {
    expect(extractIndicators(text, 2026).indicators.map((indicator) => indicator.doubts)).toEqual(doubts)
  })
})

it.each([
  ['轨道交通8号线全线贯通，年底前开通试运营。', '全线贯通 轨道交通8号线', '开通试运营 轨道交通8号线'],
  ['市民中心主体封顶，11月底前投入使用。', '主体封顶 市民中心', '投入使用 市民中心'],
  ['绕城高速实现全线贯通。', '全线贯通 绕城高速'],
  ['实现全线贯通。', '实现 全线贯通'],
])('the stages of one thing are promises of it: %s', (text, ...promises) => {
  const read = extractIndicators(text, 2030).indicators
  expect(read.map(({ action, object }) => `${action} ${object}`)).toEqual(promises)
})
