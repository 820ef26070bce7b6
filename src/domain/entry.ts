/**
 * One counted thing of a ledger (glossary: 条目): read from what was typed or stands in a file, checked column by column,
 * and what it counts for. One rule for both doors.
 */
import { compareDecimals, decimal, type Decimal } from './decimal.ts'
import type { EntryFault } from './entry-fault.ts'
import { readPosition, type EntryPosition, type PositionSource } from './entry-position.ts'
import { findPersonalData, plainText, readMonth, readTypedDate } from './entry-text.ts'
import { ledgers, type TypedColumn } from './ledger.ts'
import { monthOfDay, type Month } from './month.ts'
import type { PlainDate } from './plain-date.ts'
import type { LedgerKind } from './target.ts'
import { buildingStages } from './plan-default.ts'
import { readTypedNumber } from './typed-number.ts'

/** What was typed, or stands in a row of a file. */
export type TypedEntry = Readonly<Partial<Record<TypedColumn, string>>>

/** As it is kept. */
export type EntryContent = {
  readonly month: Month
  readonly name: string | null
  readonly place: string | null
  readonly district: string | null
  readonly identifier: string | null
  readonly doneOn: PlainDate | null
  readonly stage: string | null
  readonly certificate: string | null
  readonly sourceSystem: string | null
  readonly counts: Decimal
  readonly denominator: Decimal | null
  readonly beneficiaries: Decimal | null
  readonly outages: Decimal | null
  readonly position: EntryPosition | null
}

/** What an entry is held against. */
export type EntryRules = {
  readonly ledger: LedgerKind
  readonly year: number
  readonly today: PlainDate
  /** Months that take no new entries. */
  readonly frozen: readonly Month[]
  /** A milestone's stages as planned, in order; empty where none are. */
  readonly stages: readonly string[]
  /** Where coordinates are from; typed where it is not said. */
  readonly positionSource?: PositionSource
}

const longest = 200
const zero = decimal(0)
const single = decimal(1)

/** Nothing counts without these; the rest of a kind's columns may stay empty. */
const alwaysNeeded: ReadonlySet<TypedColumn> = new Set([
  'name',
  'done-on',
  'period',
  'beneficiaries',
  'numerator',
  'denominator',
  'stage',
  'source-system',
])
const neededToo: Readonly<Partial<Record<LedgerKind, readonly TypedColumn[]>>> = {
  works: ['quantity'],
  equipment: ['quantity'],
  households: ['identifier'],
  volumes: ['quantity'],
  feed: ['quantity'],
}
/** How many people came to an event is good to know and not asked for. */
const optionalAt: Readonly<Partial<Record<LedgerKind, readonly TypedColumn[]>>> = {
  events: ['beneficiaries'],
}

/** The columns of a kind that are filled in a form or a row, in order; the month last where it can be chosen. */
export function columnsToFill(kind: LedgerKind): readonly TypedColumn[] {
  const own = ledgers[kind].columns.filter(
    (column): column is Exclude<TypedColumn, 'month'> => column !== 'photographs' && column !== 'document',
  )
  return own.includes('period') ? own : [...own, 'month']
}

export function isNeeded(kind: LedgerKind, column: TypedColumn): boolean {
  if (optionalAt[kind]?.includes(column)) return false
  return alwaysNeeded.has(column) || (neededToo[kind]?.includes(column) ?? false)
}

export type ReadEntry =
  | { readonly content: EntryContent; readonly faults: readonly [] }
  | { readonly content: null; readonly faults: readonly EntryFault[] }

export function readEntry(rules: EntryRules, typed: TypedEntry): ReadEntry {
  const reading = new EntryReading(rules, typed)
  const content = reading.content()
  return content === null
    ? { content, faults: inFormOrder(rules.ledger, reading.faults) }
    : { content, faults: [] }
}

function inFormOrder(kind: LedgerKind, faults: readonly EntryFault[]): EntryFault[] {
  const order = columnsOf(kind)
  return faults.toSorted((a, b) => order.indexOf(a.column) - order.indexOf(b.column))
}

/** Reads one entry's columns, noting every fault instead of stopping at the first. */
class EntryReading {
  readonly faults: EntryFault[] = []
  readonly #rules: EntryRules
  readonly #typed: TypedEntry
  readonly #columns: ReadonlySet<TypedColumn>

  constructor(rules: EntryRules, typed: TypedEntry) {
    this.#rules = rules
    this.#typed = typed
    this.#columns = new Set(columnsOf(rules.ledger))
  }

  content(): EntryContent | null {
    this.#checkForeign()
    const doneOn = this.#date('done-on')
    const period = this.#month('period')
    const stage = this.#text('stage')
    const denominator = this.#figure('denominator', 'positive')
    const beneficiaries = this.#figure('beneficiaries', 'whole')
    const texts = {
      name: this.#text('name'),
      place: this.#text('place'),
      district: this.#text('district'),
      identifier: this.#text('identifier'),
      certificate: this.#text('certificate'),
      sourceSystem: this.#text('source-system'),
    }
    const outages = this.#figure('outages', 'whole')
    const counts = this.#counts(beneficiaries, stage)
    const position = this.#position()
    const month = this.#countedIn(doneOn, period)
    if (this.faults.length > 0 || month === null) return null
    return { month, ...texts, doneOn, stage, counts, denominator, beneficiaries, outages, position }
  }

  #position(): EntryPosition | null {
    if (!this.#columns.has('longitude')) return null
    const { position, faults } = readPosition(this.#typed, this.#rules.positionSource ?? 'typed')
    for (const { column, code, ...details } of faults) this.#fault(column, code, details)
    return position
  }

  /** A value in a column that the kind does not have would be lost unseen. */
  #checkForeign(): void {
    for (const [column, value] of Object.entries(this.#typed) as [TypedColumn, string][]) {
      if (!this.#columns.has(column) && plainText(value) !== '') this.#fault(column, 'not-of-this-kind')
    }
  }

  #counts(beneficiaries: Decimal | null, stage: string | null): Decimal {
    const { ledger, stages } = this.#rules
    switch (ledgers[ledger].countsBy) {
      case 'one':
        return this.#figure('quantity', 'positive') ?? single
      case 'quantity':
        return this.#figure('quantity', 'not-negative') ?? zero
      case 'beneficiaries':
        return beneficiaries ?? zero
      case 'numerator':
        return this.#figure('numerator', 'not-negative') ?? zero
      default:
        return stage === (stages.at(-1) ?? buildingStages.at(-1)) ? single : zero
    }
  }

  /** The month chosen, else the one it was done in. */
  #countedIn(doneOn: PlainDate | null, period: Month | null): Month | null {
    const chosen = this.#month('month')
    const month = chosen ?? period ?? (doneOn && monthOfDay(doneOn))
    if (month === null) return null
    const column = chosen ? 'month' : period ? 'period' : 'done-on'
    if (doneOn && month < monthOfDay(doneOn)) this.#fault('month', 'before-done')
    else if (month > this.#rules.today) this.#fault(column, 'in-future')
    else if (!month.startsWith(`${this.#rules.year}-`))
      this.#fault(column, 'outside-year', { year: this.#rules.year })
    else if (this.#rules.frozen.includes(month))
      this.#fault(column, 'month-frozen', { month: month.slice(0, 7), next: this.#nextOpen(month) })
    return month
  }

  /** The first month after it that still takes entries; null where today's month is frozen too. */
  #nextOpen(month: Month): string | null {
    const { frozen, today, year } = this.#rules
    const later = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
    return (
      later.find(
        (one) => `${one}-01` > month && `${one}-01` <= today && !frozen.includes(`${one}-01` as Month),
      ) ?? null
    )
  }

  #text(column: TypedColumn): string | null {
    const text = this.#raw(column)
    if (text === null) return null
    if (text.length > longest) this.#fault(column, 'too-long', { limit: longest })
    const personal = findPersonalData(text)
    if (personal) this.#fault(column, personal)
    return text
  }

  #date(column: TypedColumn): PlainDate | null {
    const text = this.#raw(column)
    if (text === null) return null
    const date = readTypedDate(text)
    if (date === undefined) this.#fault(column, 'not-a-date', { value: shortened(text) })
    else if (date > this.#rules.today) this.#fault(column, 'in-future')
    return date ?? null
  }

  #month(column: TypedColumn): Month | null {
    const text = this.#raw(column)
    if (text === null) return null
    const month = readMonth(text)
    if (month === undefined) this.#fault(column, 'not-a-month', { value: shortened(text) })
    return month ?? null
  }

  #figure(column: TypedColumn, must: 'positive' | 'not-negative' | 'whole'): Decimal | null {
    const text = this.#raw(column)
    if (text === null) return null
    const figure = readTypedNumber(text)
    if (figure === undefined) this.#fault(column, 'not-a-number', { value: shortened(text) })
    else if (compareDecimals(figure, zero) < 0) this.#fault(column, 'negative')
    else if (must === 'positive' && figure === zero) this.#fault(column, 'not-positive')
    else if (must === 'whole' && figure.includes('.')) this.#fault(column, 'not-whole')
    return figure ?? null
  }

  /** The text of a column of the kind without blanks around it; null where it is empty, which is a fault where needed. */
  #raw(column: TypedColumn): string | null {
    if (!this.#columns.has(column)) return null
    const text = plainText(this.#typed[column] ?? '')
    if (text !== '') return text
    if (isNeeded(this.#rules.ledger, column)) this.#fault(column, 'missing')
    return null
  }

  #fault(
    column: TypedColumn,
    code: EntryFault['code'],
    details: Omit<EntryFault, 'column' | 'code'> = {},
  ): void {
    if (!this.faults.some((known) => known.column === column)) this.faults.push({ column, code, ...details })
  }
}

const toFill = new Map<LedgerKind, readonly TypedColumn[]>()

/** `columnsToFill`, found once: a file has a hundred thousand rows. */
function columnsOf(kind: LedgerKind): readonly TypedColumn[] {
  const known = toFill.get(kind) ?? columnsToFill(kind)
  toFill.set(kind, known)
  return known
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
