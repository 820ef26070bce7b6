/**
 * What a unit states for a month (glossary: 填报数): read as typed, checked against what is known of the cell. The
 * browser shows the same faults while somebody types that the server refuses the sheet with.
 */
import { compareDecimals, decimal, multiply, type Decimal } from '../values/decimal.ts'
import type { CellState } from './chain.ts'
import { lastDayOf, type Month } from '../values/month.ts'
import type { Phase } from './period.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { buildingStages } from '../plan/plan-default.ts'
import { compareQuantities, quantityOf, type Quantity } from '../values/quantity.ts'
import type { Semantics } from './semantics.ts'
import { upTo } from './standing.ts'
import type { Target } from '../programme/target.ts'
import { readTypedNumber } from '../values/typed-number.ts'

/** Exactly as typed: 2.7万 and half a sentence are kept too. */
export type TypedActual = {
  readonly value: string
  readonly denominator: string
  readonly stage: string
  readonly narrative: string
  readonly problem: string
  readonly nextStep: string
  readonly lateReason: string
  readonly correctionReason: string
}
export type ActualField = keyof TypedActual

export const nothingTyped: TypedActual = {
  value: '',
  denominator: '',
  stage: '',
  narrative: '',
  problem: '',
  nextStep: '',
  lateReason: '',
  correctionReason: '',
}

export const longestText = {
  narrative: 2000,
  problem: 1000,
  nextStep: 1000,
  lateReason: 500,
  correctionReason: 500,
} as const

export const notStarted = '未启动'

export type PlannedStage = { readonly stage: string; readonly dueOn: PlainDate }

/** What the rest of the system knows of a cell that is being reported. */
export type CellSituation = {
  readonly month: Month
  readonly target: Pick<Target, 'kind' | 'comparator' | 'value'>
  readonly semantics: Semantics
  readonly phase: Phase
  readonly toleratedPercent: number
  /** To be reached by the month's end. */
  readonly plan: Quantity | null
  readonly stages: readonly PlannedStage[]
  /** What was stated for the latest month before. */
  readonly before: {
    readonly month: Month
    readonly level: Quantity | null
    readonly stage: string | null
  } | null
  /** What this month stands at already. */
  readonly latest: { readonly version: number; readonly state: CellState } | null
  /** What the ledger counts, of this month and to its end; null where it has no entries. */
  readonly tally: {
    readonly ofMonth: Quantity
    readonly toDate: Quantity
    /** Of a milestone: the latest stage that its entries reached. */
    readonly stage: string | null
  } | null
}

export const faultCodes = [
  'missing',
  'not-a-number',
  'negative',
  'not-positive',
  'unknown-stage',
  'no-figure',
  'behind-plan',
  'after-due',
  'corrects',
  'falls',
  'too-long',
  'control-character',
] as const
export type FaultCode = (typeof faultCodes)[number]
export type Fault = {
  readonly field: ActualField
  readonly code: FaultCode
  /** What the sentence names: a limit, the figure it falls below. */
  readonly than?: string
}

export type AcceptedActual = {
  readonly semantics: Semantics
  readonly value: Decimal | null
  readonly denominator: Decimal | null
  readonly stage: string | null
  readonly origin: 'ledger' | 'stated'
  readonly narrative: string | null
  readonly problem: string | null
  readonly nextStep: string | null
  readonly lateReason: string | null
  readonly correctionReason: string | null
}

/** How an indicator is reported: which fields it has, and whether a figure is a must. */
export function figureOf({ kind, value }: Pick<Target, 'kind' | 'value'>): {
  readonly figure: 'number' | 'ratio' | 'optional'
  readonly staged: boolean
} {
  if (kind === 'rate') return { figure: 'ratio', staged: false }
  if (kind === 'milestone') return { figure: 'optional', staged: true }
  return { figure: kind === 'quantity' || value !== null ? 'number' : 'optional', staged: false }
}

/** What the ledger says of the cell, in the cell's own semantics. */
export function tallied({ tally, semantics }: Pick<CellSituation, 'tally' | 'semantics'>): Quantity | null {
  if (tally === null) return null
  return semantics === 'period' ? tally.ofMonth : tally.toDate
}

/** The stages one may state, the first before anything has begun; a building's where the plan names none. */
export function stagesToState(stages: readonly PlannedStage[]): readonly string[] {
  return [notStarted, ...(stages.length > 0 ? stages.map(({ stage }) => stage) : buildingStages)]
}

export function readActual(
  typed: TypedActual,
  cell: CellSituation,
): { readonly actual: AcceptedActual; readonly faults: readonly Fault[] } {
  const { figure, staged } = figureOf(cell.target)
  const value = typed.value.trim() === '' ? null : (readTypedNumber(typed.value) ?? null)
  const denominator =
    figure === 'ratio' && typed.denominator.trim() !== ''
      ? (readTypedNumber(typed.denominator) ?? null)
      : null
  const stage = staged ? textOrNull(typed.stage) : null
  const actual: AcceptedActual = {
    semantics: cell.semantics,
    value,
    denominator: denominator !== null && compareDecimals(denominator, zero) > 0 ? denominator : null,
    stage,
    origin: isFromLedger(cell, quantityOf(value, denominator), stage) ? 'ledger' : 'stated',
    narrative: textOrNull(typed.narrative),
    problem: textOrNull(typed.problem),
    nextStep: textOrNull(typed.nextStep),
    lateReason: textOrNull(typed.lateReason),
    correctionReason: textOrNull(typed.correctionReason),
  }
  const faults = [...figureFaults(typed, actual, cell), ...reasonFaults(actual, cell), ...textFaults(typed)]
  return { actual, faults }
}

const zero = decimal(0)
const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** A milestone's ledger tells its stage; whether its last one is reached says no more. */
function isFromLedger(cell: CellSituation, stated: Quantity | null, stage: string | null): boolean {
  if (stage !== null) return cell.tally?.stage === stage
  const counted = tallied(cell)
  if (counted === null || stated === null || compareDecimals(counted.value, stated.value) !== 0) return false
  if (stated.denominator === null) return true
  return counted.denominator !== null && compareDecimals(counted.denominator, stated.denominator) === 0
}

function figureFaults(typed: TypedActual, actual: AcceptedActual, cell: CellSituation): Fault[] {
  const { figure, staged } = figureOf(cell.target)
  const faults: Fault[] = []
  if (actual.value === null) {
    if (typed.value.trim() !== '') faults.push({ field: 'value', code: 'not-a-number' })
    else if (figure !== 'optional') faults.push({ field: 'value', code: 'missing' })
  } else if (compareDecimals(actual.value, zero) < 0 && !takesBack(actual)) {
    faults.push({ field: 'value', code: 'negative' })
  }
  if (figure === 'ratio' && actual.denominator === null)
    faults.push({ field: 'denominator', code: denominatorFault(typed.denominator) })
  if (staged && actual.stage === null) faults.push({ field: 'stage', code: 'missing' })
  if (actual.stage !== null && !stagesToState(cell.stages).includes(actual.stage))
    faults.push({ field: 'stage', code: 'unknown-stage' })
  if (figure === 'optional' && !staged && actual.value === null && actual.narrative === null)
    faults.push({ field: 'narrative', code: 'no-figure' })
  return faults
}

/** A month's own figure may take back what an earlier one counted too much, with a reason. */
const takesBack = ({ semantics, correctionReason }: AcceptedActual) =>
  semantics === 'period' && correctionReason !== null

function denominatorFault(typed: string): FaultCode {
  if (typed.trim() === '') return 'missing'
  return readTypedNumber(typed) === undefined ? 'not-a-number' : 'not-positive'
}

function reasonFaults(actual: AcceptedActual, cell: CellSituation): Fault[] {
  const faults: Fault[] = []
  if (isBehind(actual, cell)) {
    if (actual.problem === null) faults.push({ field: 'problem', code: 'behind-plan' })
    if (actual.nextStep === null) faults.push({ field: 'nextStep', code: 'behind-plan' })
  }
  const late = cell.phase === 'late' || cell.phase === 'locked'
  if (late && cell.latest === null && actual.lateReason === null)
    faults.push({ field: 'lateReason', code: 'after-due' })
  if (actual.correctionReason === null) {
    const fall = fallBelow(actual, cell)
    if (fall !== null) faults.push({ field: 'correctionReason', code: 'falls', than: fall })
    else if (corrects(cell)) faults.push({ field: 'correctionReason', code: 'corrects' })
  }
  return faults
}

/** A version after the lock, or after a step approved the one before, changes what others have built on. */
export function corrects({ latest, phase }: Pick<CellSituation, 'latest' | 'phase'>): boolean {
  if (latest === null) return false
  if (latest.state === 'approved' || latest.state === 'lead-approved') return true
  return phase === 'locked' && latest.state !== 'returned'
}

/** The level reached, or null where no figure is stated. */
export function levelOf(
  actual: Pick<AcceptedActual, 'semantics' | 'value' | 'denominator'>,
  cell: CellSituation,
) {
  return upTo(cell.before?.level ?? null, actual)
}

/** A rate planned without its denominator is planned in per cent (src/domain/plan/plan.ts). */
export function plannedLevel({ plan, target }: Pick<CellSituation, 'plan' | 'target'>): Quantity | null {
  return plan !== null && target.kind === 'rate' && plan.denominator === null
    ? { ...plan, denominator: decimal(100) }
    : plan
}

/** Whether a problem and a next step are asked for: the figure is short of its plan, or a dated stage is not reached. */
export function isBehind(
  actual: Pick<AcceptedActual, 'semantics' | 'value' | 'denominator' | 'stage'>,
  cell: CellSituation,
): boolean {
  const level = levelOf(actual, cell)
  const plan = plannedLevel(cell)
  if (level !== null && plan !== null) {
    const side = cell.target.comparator === 'lte' ? 1 : -1
    const tolerated = 100 + side * cell.toleratedPercent
    const bound = { ...plan, value: multiply(multiply(plan.value, tolerated), decimal('0.01')) }
    if (compareQuantities(level, bound) === side) return true
  }
  if (actual.stage === null) return false
  const reached = stagesToState(cell.stages).indexOf(actual.stage)
  if (reached < 0) return false
  return cell.stages.some(({ dueOn }, index) => dueOn <= lastDayOf(cell.month) && index + 1 > reached)
}

/** What the level or stage falls below; null where it does not fall. Numerators count things too, and do not shrink. */
function fallBelow(actual: AcceptedActual, cell: CellSituation): string | null {
  const { before } = cell
  if (before === null) return null
  const level = levelOf(actual, cell)
  if (level !== null && before.level !== null && compareDecimals(level.value, before.level.value) < 0)
    return before.level.value
  if (actual.stage === null || before.stage === null) return null
  const order = stagesToState(cell.stages)
  return order.indexOf(actual.stage) < order.indexOf(before.stage) ? before.stage : null
}

function textFaults(typed: TypedActual): Fault[] {
  const faults: Fault[] = []
  for (const [field, text] of Object.entries(typed) as [ActualField, string][]) {
    const limit = field in longestText ? longestText[field as keyof typeof longestText] : 100
    if (text.trim().length > limit) faults.push({ field, code: 'too-long', than: String(limit) })
    // Text is kept as plain text; what cannot be printed has no place in it.
    if (/[\p{Cc}]/u.test(text.replaceAll(/[\n\r\t]/g, ''))) faults.push({ field, code: 'control-character' })
  }
  return faults
}
