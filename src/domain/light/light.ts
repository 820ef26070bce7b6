/**
 * The light of one promise, or of one unit's share of it, at the end of a month: a level, the clause it rests on and the
 * numbers its sentence is made of. Pure, from reviewed figures alone, so that the same month gives the same verdict.
 */
import { Big } from 'big.js'
import { add, compareDecimals, decimal, type Decimal } from '../values/decimal.ts'
import type { UnitId } from '../values/ids.ts'
import { lastDayOf, monthOfDay, type Month } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { addQuantities, compareQuantities, type Quantity } from '../values/quantity.ts'
import { addsUp } from '../plan/plan.ts'
import type { Target } from '../programme/target.ts'
import { plannedLevel, stagesToState, type PlannedStage } from '../reporting/actual.ts'
import { compareLevels, type LightLevel } from './light-level.ts'
import type { LightClause, LightRules, PointRule } from './light-rules.ts'

/** What is known of one unit's share, up to the month. */
export type LightCell = {
  readonly unitId: UnitId
  readonly unit: string
  readonly share: Quantity | null
  /** The level to be reached by the month's end. */
  readonly plan: Quantity | null
  /** The level, and the stage, that every step of review last approved. */
  readonly approved: Quantity | null
  readonly stage: string | null
  readonly stages: readonly PlannedStage[]
  /** The latest month something was stated for, reviewed or not. */
  readonly reportedFor: Month | null
  readonly service: ServiceRecord
}

/** What the accepted entries of the month say of a service. */
export type ServiceRecord = {
  readonly served: Decimal
  readonly outages: Decimal
  readonly complaints: Decimal
}

export const noService: ServiceRecord = { served: decimal(0), outages: decimal(0), complaints: decimal(0) }

export type LightMoment = {
  readonly month: Month
  /** The months whose due date had passed by then, up to `month`; in order. */
  readonly pastDue: readonly Month[]
}

export type Amount = { readonly figure: Quantity; readonly percent: Decimal }

export type Measured = {
  readonly month: Month
  readonly planned: Amount
  readonly done: Amount | null
  /** Percentage points of the target: short of plan, or over the ceiling, where positive. */
  readonly gap: Decimal
  readonly unit: string | null
}

export type LightReason =
  | { readonly code: 'unplanned' }
  | { readonly code: 'not-due'; readonly month: Month }
  | ({ readonly code: 'progress' } & Measured)
  | ({ readonly code: 'ceiling' } & Measured)
  | {
      readonly code: 'stage'
      readonly month: Month
      readonly stage: string
      readonly dueOn: PlainDate
      readonly days: number
      readonly reached: string | null
      readonly units: readonly string[]
    }
  | { readonly code: 'stages-kept'; readonly month: Month; readonly reached: string | null }
  | ({ readonly code: 'service'; readonly month: Month } & ServiceRecord)
  | { readonly code: 'silent'; readonly months: number; readonly units: readonly string[] }
  | {
      readonly code: 'parts'
      readonly by: 'worst' | 'weight'
      readonly counts: Readonly<Partial<Record<LightLevel, number>>>
      /** Those that are closed are in none of `counts`; absent where none is. */
      readonly closed?: number
    }

export type Light = {
  readonly level: LightLevel
  readonly clause: LightClause
  readonly reason: LightReason
}

type LightTarget = Pick<Target, 'kind' | 'comparator' | 'value' | 'unit' | 'deadline'>

/** The light of a promise whose shares are `cells`. */
export function lightOf(
  target: LightTarget,
  cells: readonly LightCell[],
  moment: LightMoment,
  rules: LightRules,
): Light {
  if (cells.length === 0) return { level: 'unplanned', clause: 'R0', reason: { code: 'unplanned' } }
  const shown = ownLight(target, cells, moment, rules)
  if (shown.level === 'reached') return shown
  const silent = silenceLight(cells, moment, rules)
  return silent && compareLevels(silent.level, shown.level) > 0 ? silent : shown
}

/** The light of one unit's share: measured against the share, not against the whole target. */
export function cellLight(
  target: LightTarget,
  cell: LightCell,
  moment: LightMoment,
  rules: LightRules,
): Light {
  const own = addsUp(target) && target.kind !== 'rate'
  const value = own ? (cell.share?.value ?? target.value) : target.value
  return lightOf({ ...target, value }, [cell], moment, rules)
}

function ownLight(
  target: LightTarget,
  cells: readonly LightCell[],
  moment: LightMoment,
  rules: LightRules,
): Light {
  if (target.value !== null && (target.kind === 'quantity' || target.kind === 'rate'))
    return progressLight({ ...target, value: target.value }, cells, moment, rules)
  if (cells.some(({ stages }) => stages.length > 0)) return stageLight(cells, moment, rules)
  return serviceLight(cells, moment, rules)
}

export type ValuedTarget = LightTarget & { readonly value: Decimal }

/** What was to be reached by the end of the month, and what every step of review approved; null where there is neither. */
export function amountsOf(
  target: ValuedTarget,
  cells: readonly LightCell[],
): { readonly planned: Amount | null; readonly done: Amount | null } {
  return {
    planned: amountOf(target, plannedSum(target, cells)),
    done: amountOf(target, sumOf(cells.map(({ approved }) => approved))),
  }
}

function progressLight(
  target: ValuedTarget,
  cells: readonly LightCell[],
  { month }: LightMoment,
  rules: LightRules,
): Light {
  const { planned, done } = amountsOf(target, cells)
  const due = planned ?? amountOf(target, wholeOf(target))
  if (due === null) return { level: 'not-due', clause: 'R0', reason: { code: 'not-due', month } }
  const closed = target.deadline !== null && month >= monthOfDay(target.deadline)
  const reason = { month, planned: due, done, unit: target.unit }
  if (target.comparator === 'lte') {
    const gap = points(done?.percent ?? decimal(0), due.percent)
    const kept = done !== null && compareQuantities(done.figure, wholeOf(target)) <= 0
    if (closed && kept) return { level: 'reached', clause: 'R1', reason: { ...reason, code: 'ceiling', gap } }
    return pointLight(rules.ceiling, 'R5', { ...reason, code: 'ceiling', gap }, gap)
  }
  const gap = points(due.percent, done?.percent ?? decimal(0))
  const progress = { ...reason, code: 'progress', gap } as const
  if (done !== null && isReached(target, done.figure))
    return { level: 'reached', clause: 'R1', reason: progress }
  const nothingDue = new Big(due.percent).eq(0)
  if (nothingDue && (done === null || new Big(done.percent).eq(0)))
    return { level: 'not-due', clause: 'R0', reason: { code: 'not-due', month } }
  if (new Big(gap).lte(new Big(rules.aheadFrom).neg()))
    return { level: 'ahead', clause: 'R2', reason: progress }
  return pointLight(rules.progress, 'R3', progress, gap)
}

function pointLight(rule: PointRule, clause: LightClause, reason: LightReason, gap: Decimal): Light {
  if (compareDecimals(gap, rule.tolerance) <= 0) return { level: 'on-plan', clause: 'R2', reason }
  return { level: compareDecimals(gap, rule.farBehindOver) > 0 ? 'far-behind' : 'behind', clause, reason }
}

/** Rates planned in per cent have no counts to add: the whole's is their mean, said in per cent too. */
function plannedSum(target: ValuedTarget, cells: readonly LightCell[]): Quantity | null {
  const plans = cells.map(({ plan }) => plannedLevel({ plan, target }))
  const sum = sumOf(plans)
  const inPercent =
    target.kind === 'rate' && cells.every(({ plan }) => plan === null || plan.denominator === null)
  if (sum === null || sum.denominator === null || !inPercent) return sum
  const mean = new Big(sum.value).times(100).div(sum.denominator).round(6)
  return { value: decimal(mean), denominator: decimal(100) }
}

/** A rate is measured by itself, everything else in percent of its target. */
function amountOf(target: ValuedTarget, figure: Quantity | null): Amount | null {
  if (figure === null) return null
  const whole = figure.denominator !== null ? figure.denominator : target.value
  if (new Big(whole).eq(0)) return null
  return { figure, percent: decimal(new Big(figure.value).times(100).div(whole).round(6)) }
}

/** At its target or beyond, exactly: 99.96 % is not there, whatever is printed of it. */
export function isReached(target: ValuedTarget, figure: Quantity): boolean {
  return compareQuantities(figure, wholeOf(target)) >= 0
}

/** A rate's target is its own percentage: 全覆盖 is 100 of 100. */
function wholeOf(target: ValuedTarget): Quantity {
  return { value: target.value, denominator: target.kind === 'rate' ? decimal(100) : null }
}

/** Half up, with one decimal: what is printed is what is compared, or a sentence would contradict its own light. */
function points(a: Decimal, b: Decimal): Decimal {
  return decimal(new Big(a).minus(b).round(1, Big.roundHalfUp))
}

function sumOf(quantities: readonly (Quantity | null)[]): Quantity | null {
  return quantities.reduce<Quantity | null>(addQuantities, null)
}

/** By the stage that is longest overdue; what several units are late with is named once, with the units. */
function stageLight(cells: readonly LightCell[], { month }: LightMoment, rules: LightRules): Light {
  const day = lastDayOf(month)
  const late = cells.flatMap((cell) => {
    const order = stagesToState(cell.stages)
    const reached = cell.stage === null ? 0 : order.indexOf(cell.stage)
    const missed = cell.stages.find(({ dueOn }, index) => dueOn <= day && index + 1 > reached)
    return missed ? [{ cell, missed }] : []
  })
  const stageOfWhole = leastStage(cells)
  const [worst] = late.toSorted((a, b) => (a.missed.dueOn < b.missed.dueOn ? -1 : 1))
  if (!worst) return keptStages(cells, month, day, stageOfWhole)
  const days = daysBetween(worst.missed.dueOn, day)
  const reason = {
    code: 'stage',
    month,
    ...worst.missed,
    days,
    reached: worst.cell.stage,
    units: cells.length > 1 ? late.map(({ cell }) => cell.unit) : [],
  } as const
  if (days <= rules.stages.toleratedDays) return { level: 'on-plan', clause: 'R4', reason }
  return { level: days > rules.stages.farBehindOverDays ? 'far-behind' : 'behind', clause: 'R4', reason }
}

function keptStages(
  cells: readonly LightCell[],
  month: Month,
  day: PlainDate,
  reached: string | null,
): Light {
  const reason = { code: 'stages-kept', month, reached } as const
  const staged = cells.filter(({ stages }) => stages.length > 0)
  if (staged.every(({ stage, stages }) => stage !== null && stage === stages.at(-1)?.stage))
    return { level: 'reached', clause: 'R1', reason }
  const early = staged.every(({ stage, stages }) =>
    stages.some((each) => each.stage === stage && each.dueOn > day),
  )
  if (early) return { level: 'ahead', clause: 'R4', reason }
  const begun = staged.some(({ stages }) => stages.some(({ dueOn }) => dueOn <= day))
  return begun
    ? { level: 'on-plan', clause: 'R4', reason }
    : { level: 'not-due', clause: 'R0', reason: { code: 'not-due', month } }
}

/** What every unit has reached: the whole is no further than its slowest part. */
function leastStage(cells: readonly LightCell[]): string | null {
  const places = cells.map(({ stage, stages }) => ({
    stage,
    place: stage === null ? 0 : stagesToState(stages).indexOf(stage),
  }))
  return places.toSorted((a, b) => a.place - b.place)[0]?.stage ?? null
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** A service, an entitlement or an activity keeps its light by being kept up: few interruptions, few complaints. */
function serviceLight(
  cells: readonly LightCell[],
  { month }: LightMoment,
  { service: rule }: LightRules,
): Light {
  const record = cells.map(({ service }) => service).reduce(addRecords, noService)
  const reason = { code: 'service', month, ...record } as const
  const outages = Number(record.outages)
  const rate = new Big(record.served).eq(0)
    ? new Big(0)
    : new Big(record.complaints).times(1000).div(record.served)
  const farBehind = outages >= rule.farBehindFromOutages || rate.gte(rule.farBehindFromComplaints)
  const behind = outages >= rule.behindFromOutages || rate.gte(rule.behindFromComplaints)
  if (farBehind) return { level: 'far-behind', clause: 'R6', reason }
  return { level: behind ? 'behind' : 'on-plan', clause: 'R6', reason }
}

function addRecords(a: ServiceRecord, b: ServiceRecord): ServiceRecord {
  return {
    served: add(a.served, b.served),
    outages: add(a.outages, b.outages),
    complaints: add(a.complaints, b.complaints),
  }
}

/** Where every unit is silent; how long, by the one that reported last. Undefined where it is not long enough. */
function silenceLight(
  cells: readonly LightCell[],
  { pastDue }: LightMoment,
  { silence }: LightRules,
): Light | undefined {
  const silentMonths = cells.map(
    ({ reportedFor }) => pastDue.filter((month) => reportedFor === null || month > reportedFor).length,
  )
  const months = Math.min(...silentMonths)
  if (months < silence.behindFromMonths) return undefined
  const reason = { code: 'silent', months, units: cells.map(({ unit }) => unit) } as const
  return { level: months >= silence.farBehindFromMonths ? 'far-behind' : 'behind', clause: 'R7', reason }
}
