import { describe, expect, it } from 'vitest'
import { ledgerKinds, type LedgerKind } from '../programme/target.ts'
import type { Month } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { columnsToFill, isNeeded, readEntry, type EntryRules, type TypedEntry } from './entry.ts'
import type { EntryFault } from './entry-fault.ts'

const rules = (ledger: LedgerKind, more: Partial<EntryRules> = {}): EntryRules => ({
  ledger,
  year: 2023,
  today: '2023-03-15' as PlainDate,
  frozen: [],
  stages: [],
  ...more,
})

/** An entry of each kind with what it needs. */
const sound: Readonly<Record<LedgerKind, TypedEntry>> = {
  points: { name: '口袋公园', 'done-on': '2023-02-03' },
  works: { name: '一号路管网', quantity: '1.5', 'done-on': '2023-02-03' },
  equipment: { name: '充电桩', quantity: '12', 'done-on': '2023-02-03' },
  households: { identifier: '天宁-0012', 'done-on': '2023-02-03' },
  beneficiaries: { name: '二月第一批', period: '2023-02', beneficiaries: '1200' },
  events: { name: '家教讲座', 'done-on': '2023-02-03' },
  awards: { name: '示范社区', 'done-on': '2023-02-03' },
  coverage: { period: '2023-02', numerator: '90', denominator: '100' },
  stages: { name: '市儿童医院', stage: '主体', 'done-on': '2023-02-03' },
  volumes: { period: '2023-02', quantity: '3400' },
  feed: { period: '2023-02', quantity: '12.5', 'source-system': '城管平台' },
}

const faultsOf = (ledger: LedgerKind, typed: TypedEntry, more: Partial<EntryRules> = {}) =>
  readEntry(rules(ledger, more), { ...sound[ledger], ...typed }).faults.map(({ column, code }) => [
    column,
    code,
  ])

describe('what one entry counts for', () => {
  it.each<[LedgerKind, TypedEntry, counts: string, denominator: string | null]>([
    ['points', {}, '1', null],
    ['points', { quantity: '3' }, '3', null],
    ['works', { quantity: '1.50' }, '1.5', null],
    ['works', { quantity: '2.7万' }, '27000', null], // 2.7 × 10 000
    ['works', { quantity: '0' }, '0', null],
    ['equipment', { quantity: '１２' }, '12', null],
    ['households', {}, '1', null],
    ['beneficiaries', { beneficiaries: '1,200' }, '1200', null],
    ['events', { quantity: '2', beneficiaries: '300' }, '2', null],
    ['awards', {}, '1', null],
    ['coverage', {}, '90', '100'],
    // Above the whole: odd, not wrong.
    ['coverage', { numerator: '101' }, '101', '100'],
    ['coverage', { numerator: '0' }, '0', '100'],
    ['volumes', {}, '3400', null],
    ['feed', {}, '12.5', null],
  ])('of %s with %j is %s', (ledger, typed, counts, denominator) => {
    const { content, faults } = readEntry(rules(ledger), { ...sound[ledger], ...typed })
    expect(faults).toEqual([])
    expect(content).toMatchObject({ counts, denominator })
  })

  it.each([
    ['主体', ['立项', '主体', '竣工'], '0'],
    ['竣工', ['立项', '主体', '竣工'], '1'],
    // Where no stages are planned, those of building count: the last is 投用.
    ['竣工', [], '0'],
    ['投用', [], '1'],
  ])('of a stage %s among %j is %s', (stage, stages, counts) => {
    expect(readEntry(rules('stages', { stages }), { ...sound.stages, stage }).content?.counts).toBe(counts)
  })
})

describe('the month an entry counts in', () => {
  it.each<[LedgerKind, TypedEntry, string]>([
    ['points', { 'done-on': '2023-02-28' }, '2023-02-01'],
    ['points', { 'done-on': '2023-02-28', month: '2023-03' }, '2023-03-01'],
    // Finished last year, counted in this one because somebody says so.
    ['points', { 'done-on': '2022-12-30', month: '2023-01' }, '2023-01-01'],
    ['volumes', { period: '2023年1月' }, '2023-01-01'],
  ])('of %s with %j is %s', (ledger, typed, month) => {
    expect(readEntry(rules(ledger), { ...sound[ledger], ...typed }).content?.month).toBe(month)
  })

  it.each<[LedgerKind, TypedEntry, column: string, EntryFault['code']]>([
    ['points', { 'done-on': '2022-12-30' }, 'done-on', 'outside-year'],
    ['points', { 'done-on': '2023-03-16' }, 'done-on', 'in-future'],
    ['points', { month: '2023-04' }, 'month', 'in-future'],
    ['points', { 'done-on': '2023-02-03', month: '2023-01' }, 'month', 'before-done'],
    ['volumes', { period: '2022-12' }, 'period', 'outside-year'],
    ['volumes', { period: '2023-04' }, 'period', 'in-future'],
  ])('is refused of %s with %j', (ledger, typed, column, code) => {
    expect(faultsOf(ledger, typed)).toEqual([[column, code]])
  })

  it.each<[frozen: string[], typed: TypedEntry, month: string, next: string | null]>([
    [['2023-01-01'], { 'done-on': '2023-01-31' }, '2023-01', '2023-02'],
    [['2023-01-01', '2023-02-01'], { 'done-on': '2023-01-31' }, '2023-01', '2023-03'],
    [['2023-02-01', '2023-03-01'], { 'done-on': '2023-02-03' }, '2023-02', null],
  ])('is not one of %j that are frozen, and the next is named', (frozen, typed, month, next) => {
    const { faults } = readEntry(rules('points', { frozen: frozen as Month[] }), {
      ...sound.points,
      ...typed,
    })
    expect(faults).toEqual([{ column: 'done-on', code: 'month-frozen', month, next }])
  })

  it('may be frozen where another one is chosen', () => {
    const frozen = ['2023-02-01' as Month]
    expect(faultsOf('points', { month: '2023-03' }, { frozen })).toEqual([])
  })
})

describe('a column', () => {
  it.each<[LedgerKind, TypedEntry, column: string, EntryFault['code']]>([
    ['points', { name: ' ' }, 'name', 'missing'],
    ['points', { name: '园'.repeat(201) }, 'name', 'too-long'],
    ['points', { name: '王某 13812345678' }, 'name', 'mobile-number'],
    ['points', { place: '320411199003071234' }, 'place', 'identity-number'],
    ['points', { quantity: '0' }, 'quantity', 'not-positive'],
    ['points', { quantity: '-1' }, 'quantity', 'negative'],
    ['points', { quantity: '三' }, 'quantity', 'not-a-number'],
    ['points', { 'done-on': '' }, 'done-on', 'missing'],
    ['points', { 'done-on': '2023-02-30' }, 'done-on', 'not-a-date'],
    ['points', { month: '二月' }, 'month', 'not-a-month'],
    ['points', { certificate: 'A' }, 'certificate', 'not-of-this-kind'],
    ['works', { quantity: '' }, 'quantity', 'missing'],
    ['works', { quantity: '1e3' }, 'quantity', 'not-a-number'],
    ['households', { identifier: '' }, 'identifier', 'missing'],
    ['beneficiaries', { beneficiaries: '12.5' }, 'beneficiaries', 'not-whole'],
    ['beneficiaries', { beneficiaries: '' }, 'beneficiaries', 'missing'],
    ['coverage', { denominator: '0' }, 'denominator', 'not-positive'],
    ['coverage', { numerator: '-5' }, 'numerator', 'negative'],
    ['stages', { stage: '' }, 'stage', 'missing'],
    ['volumes', { outages: '0.5' }, 'outages', 'not-whole'],
    ['feed', { 'source-system': '' }, 'source-system', 'missing'],
    ['points', { longitude: '119.97', latitude: '31.81' }, 'datum', 'datum-missing'],
    ['points', { longitude: '31.81', latitude: '119.97', datum: 'WGS-84' }, 'longitude', 'swapped'],
    ['households', { longitude: '119.97' }, 'longitude', 'not-of-this-kind'],
  ])('of %s with %j is at fault: %s', (ledger, typed, column, code) => {
    expect(faultsOf(ledger, typed)).toEqual([[column, code]])
  })

  it('holds 200 characters, and markup as the text it is', () => {
    const { content } = readEntry(rules('points'), { ...sound.points, name: `<b>${'园'.repeat(193)}</b>` })
    expect(content?.name).toBe(`<b>${'园'.repeat(193)}</b>`)
  })

  it('and every other that is wrong are told together: what is no column first, then in the order of the form', () => {
    expect(faultsOf('works', { name: '', quantity: '两公里', 'done-on': '明天', outages: '1' })).toEqual([
      ['outages', 'not-of-this-kind'],
      ['name', 'missing'],
      ['quantity', 'not-a-number'],
      ['done-on', 'not-a-date'],
    ])
  })
})

describe.each(ledgerKinds)('an entry of %s', (ledger) => {
  it('is read from what it needs, and from nothing less', () => {
    expect(readEntry(rules(ledger), sound[ledger]).faults).toEqual([])
    for (const column of columnsToFill(ledger).filter((each) => isNeeded(ledger, each)))
      expect(faultsOf(ledger, { [column]: '' })).toContainEqual([column, 'missing'])
  })

  it('keeps nothing that was not typed', () => {
    const { content } = readEntry(rules(ledger), sound[ledger])
    expect(content?.position).toBeNull()
    expect(content?.place).toBeNull()
    expect(content?.district).toBeNull()
  })
})
