/** The demonstration's ledgers: for some promises, entries that add up to what the unit's sheet states. */
import { Big } from 'big.js'
import type { Boundary } from '../ledger/boundary.ts'
import type { TypedEntry } from '../ledger/entry.ts'
import { splitByWeights } from '../plan/plan-split.ts'
import { isInside } from '../programme/areas.ts'
import type { LedgerKind } from '../programme/target.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import type { Month } from '../values/month.ts'
import type { DemonstrationCell } from './demonstration-year.ts'
import { randomOf, type Random } from './random.ts'

/** Of how many promises of a kind ledgers are kept, where each unit that carries them can. */
const kept: Readonly<Partial<Record<LedgerKind, number>>> = {
  points: 3,
  works: 1,
  equipment: 2,
  households: 2,
  beneficiaries: 2,
  events: 1,
  awards: 1,
  stages: 9,
}
/** Kinds that count one an entry: as many rows as things. */
const oneByOne: ReadonlySet<LedgerKind> = new Set(['households', 'awards'])
const mostOneByOne = 600
const mostRows = 8

/** The cells whose figures come from a ledger; their figures only rise, and nothing of them is corrected. */
export function cellsWithLedgers(
  seed: string,
  cells: readonly DemonstrationCell[],
): readonly DemonstrationCell[] {
  const byPromise = [...Map.groupBy(cells, ({ indicatorId }) => indicatorId).values()]
  const chosen = Object.entries(kept).flatMap(([kind, count]) =>
    byPromise
      .filter(
        ([first]) => first?.target.ledger === kind && first.done !== null && first.target.kind !== 'rate',
      )
      .map((its) => ({ its, rank: randomOf(seed, 'ledger', its[0]?.key ?? '').next() }))
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, count)
      .flatMap(({ its }) => its),
  )
  return chosen.filter((cell) => cell.corrections.length === 0 && fits(cell))
}

function fits({ target, told }: DemonstrationCell): boolean {
  if (!oneByOne.has(target.ledger)) return true
  return [...told.values()].every(({ value }) => Number(value) <= mostOneByOne)
}

/** A service without a figure keeps a ledger of whom it served and who complained. */
export function isService({ target, done }: DemonstrationCell): boolean {
  return done === null && (target.ledger === 'beneficiaries' || target.ledger === 'volumes')
}

export type LedgerMonth = {
  readonly seed: string
  readonly month: Month
  readonly unit: string
  /** The unit's outline; undefined: its entries have no place on the map. */
  readonly outline: Boundary | undefined
}

/** What a cell's ledger gains in a month; nothing where nothing was done or told. */
export function ledgerEntries(cell: DemonstrationCell, at: LedgerMonth): readonly TypedEntry[] {
  const random = randomOf(at.seed, 'entries', cell.key, at.month)
  if (isService(cell)) return [serviceEntry(cell, at, random)]
  const now = cell.told.get(at.month)
  if (!now) return []
  const before = [...cell.told].findLast(([month]) => month < at.month)?.[1]
  if (cell.stages.length > 0) return stageEntries(cell, at, before?.stage ?? '', now.stage, random)
  const increment = new Big(now.value).minus(before?.value ?? 0)
  return increment.lte(0)
    ? []
    : countedEntries(cell, at, Number(before?.value ?? 0), decimal(increment), random)
}

function stageEntries(
  { stages, target }: DemonstrationCell,
  { month, unit }: LedgerMonth,
  before: string,
  now: string,
  random: Random,
): TypedEntry[] {
  const order = stages.map(({ stage }) => stage)
  const reached = order.slice(order.indexOf(before) + 1, order.indexOf(now) + 1)
  return reached.map((stage, index) => ({
    name: `${target.object}（${unit}）`,
    stage,
    // Stages of one month are reached one after the other.
    'done-on': day(month, Math.min(20, 2 + index * 3 + Math.floor(random.between(0, 3)))),
  }))
}

function countedEntries(
  cell: DemonstrationCell,
  at: LedgerMonth,
  before: number,
  increment: Decimal,
  random: Random,
): TypedEntry[] {
  const kind = cell.target.ledger
  const whole = !increment.includes('.')
  const rows = oneByOne.has(kind)
    ? Number(increment)
    : whole
      ? Math.min(mostRows, Number(increment))
      : Math.min(mostRows, Math.ceil(Number(increment)))
  const keys = Array.from({ length: rows }, (_, index) => String(index + 1).padStart(3, '0'))
  const weighed = keys.map((key) => ({ key, weight: decimal(Math.ceil(random.between(1, 4))) }))
  const parts = splitByWeights(decimal(increment), weighed, whole ? 0 : 2)
  return keys.map((key, index) =>
    withoutEmpty({
      ...entryOf(cell, at, before + index + 1, random),
      ...amountOf(kind, parts.get(key) ?? increment),
    }),
  )
}

function amountOf(kind: LedgerKind, amount: Decimal): TypedEntry {
  if (oneByOne.has(kind)) return {}
  return kind === 'beneficiaries' ? { beneficiaries: amount } : { quantity: amount }
}

const streets = [
  '人民路',
  '延陵路',
  '和平路',
  '通江路',
  '晋陵路',
  '龙城大道',
  '长江路',
  '河海路',
  '劳动路',
] as const

function entryOf(cell: DemonstrationCell, at: LedgerMonth, serial: number, random: Random): TypedEntry {
  const { target } = cell
  const { month, unit } = at
  const number = String(Math.round(serial))
  const place = `${unit}${streets[Math.floor(random.next() * streets.length)] ?? ''}${String(Math.ceil(random.between(1, 300)))}号`
  const doneOn = day(month, 1 + Math.floor(random.between(0, 20)))
  const name = `${unit}${target.object}第${number}处`
  switch (target.ledger) {
    case 'households':
      return { identifier: identifierOf(cell, at, serial), 'done-on': doneOn }
    case 'equipment':
      return {
        name,
        place,
        identifier: identifierOf(cell, at, serial),
        'done-on': doneOn,
        ...placed(at, random),
      }
    case 'beneficiaries':
      return { name: `${unit}${month.slice(0, 7)}第${number}批`, period: month.slice(0, 7) }
    case 'awards':
      return { name, 'done-on': doneOn, certificate: `演示认〔${month.slice(0, 4)}〕${number}号` }
    default:
      return { name, place, 'done-on': doneOn, ...placed(at, random) }
  }
}

/** Who claims more than was done counts some things again. */
function identifierOf(
  { key, done }: DemonstrationCell,
  { month, unit }: LedgerMonth,
  serial: number,
): string {
  const honest = Math.max(1, Math.floor(Number(done?.get(month) ?? serial)))
  const counted = serial <= honest ? serial : ((serial - 1) % honest) + 1
  return `${unit}-${key.split(' ')[0] ?? ''}-${String(Math.round(counted)).padStart(4, '0')}`
}

/** About one complaint in two thousand, and now and then a bad month. */
function serviceEntry(
  { key, target }: DemonstrationCell,
  { seed, month, unit }: LedgerMonth,
  random: Random,
): TypedEntry {
  const usual = randomOf(seed, 'served', key).between(300, 4000)
  const served = Math.round(usual * Math.exp(random.normal(0, 0.2)))
  const rate = random.chance(0.03) ? random.between(0.005, 0.015) : random.between(0, 0.001)
  const complaints = String(Math.round(served * rate))
  const period = month.slice(0, 7)
  return target.ledger === 'volumes'
    ? { period, quantity: String(served), outages: random.chance(0.012) ? '1' : '0', complaints }
    : { period, name: `${unit}${period}服务量`, beneficiaries: String(served), complaints }
}

/** A place within the unit's outline, to about a metre. */
function placed({ outline }: LedgerMonth, random: Random): TypedEntry {
  const [ring] = outline?.rings ?? []
  if (!outline || !ring) return {}
  const xs = ring.map(([x = 0]) => x)
  const ys = ring.map(([, y = 0]) => y)
  for (let tries = 0; tries < 50; tries++) {
    const longitude = random.between(Math.min(...xs), Math.max(...xs))
    const latitude = random.between(Math.min(...ys), Math.max(...ys))
    if (isInside({ longitude, latitude }, [[ring]]))
      return {
        longitude: longitude.toFixed(5),
        latitude: latitude.toFixed(5),
        datum: 'CGCS2000',
        accuracy: '10',
      }
  }
  return {}
}

function day(month: Month, of: number): string {
  return `${month.slice(0, 8)}${String(of).padStart(2, '0')}`
}

function withoutEmpty(entry: TypedEntry): TypedEntry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ''))
}
