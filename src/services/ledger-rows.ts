/** From the rows of a sheet to entries: heads first, then every row, every fault with its cell. */
import { readEntry, type EntryContent, type EntryRules } from '../domain/entry.ts'
import type { TypedColumn } from '../domain/ledger.ts'
import { findHeads, missingHeads, namedColumns, type LedgerHeads } from '../domain/ledger-heads.ts'
import { Problem } from '../domain/problem.ts'
import type { RowFault } from '../domain/problems-of-ledgers.ts'
import { columnLetters, type SheetRow } from '../import/rows/sheet-row.ts'
import { contentKey } from './content-key.ts'

export type ReadRow = { readonly number: number; readonly content: EntryContent; readonly contentKey: string }

/** Title and notes come before the heads. */
const headsWithin = 12
export const maxLedgerRows = 200_000
/** More than these are no help to anybody. */
const maxToldFaults = 200

/** Reads row after row; `faults` are those met so far. */
export class LedgerRows {
  rows = 0
  faultCount = 0
  readonly faults: RowFault[] = []
  readonly #rules: EntryRules
  readonly #occurrences = new Map<string, number>()
  #heads: LedgerHeads | undefined
  #nearest: readonly string[] | undefined
  #before = 0

  constructor(rules: EntryRules) {
    this.#rules = { ...rules, positionSource: 'file' }
  }

  get ignored(): readonly string[] {
    return this.#heads?.ignored ?? []
  }

  /** The entries of these rows that are right. Throws Problem 'ledger-file.no-heads' or 'ledger-file.too-many-rows'. */
  read(rows: readonly SheetRow[]): ReadRow[] {
    return rows.flatMap((row) => (this.#heads ? this.#readRow(row, this.#heads) : this.#lookForHeads(row)))
  }

  /** Throws Problem 'ledger-file.no-heads', 'ledger-file.empty' or 'ledger-file.refused'. */
  end(): void {
    if (!this.#heads) throw this.#noHeads()
    if (this.faultCount > 0)
      throw new Problem('ledger-file.refused', {
        faults: this.faults,
        count: this.faultCount,
        rows: this.rows,
      })
    if (this.rows === 0) throw new Problem('ledger-file.empty', {})
  }

  #lookForHeads({ cells }: SheetRow): [] {
    this.#heads = findHeads(this.#rules.ledger, cells)
    const missing = missingHeads(this.#rules.ledger, namedColumns(this.#rules.ledger, cells))
    if (!this.#nearest || missing.length < this.#nearest.length) this.#nearest = missing
    if (!this.#heads && ++this.#before >= headsWithin) throw this.#noHeads()
    return []
  }

  #noHeads(): Problem {
    return new Problem('ledger-file.no-heads', {
      missing: this.#nearest ?? missingHeads(this.#rules.ledger, []),
    })
  }

  #readRow({ number, cells }: SheetRow, { columns }: LedgerHeads): ReadRow[] {
    if (cells.every((cell) => cell.trim() === '')) return []
    if (++this.rows > maxLedgerRows) throw new Problem('ledger-file.too-many-rows', { limit: maxLedgerRows })
    const typed: Partial<Record<TypedColumn, string>> = {}
    for (const [index, column] of columns.entries()) if (column) typed[column] = cells[index] ?? ''
    const { content, faults } = readEntry(this.#rules, typed)
    for (const fault of faults) {
      if (++this.faultCount > maxToldFaults) break
      const column = Math.max(0, columns.indexOf(fault.column))
      this.faults.push({ ...fault, row: number, cell: `${columnLetters(column)}${number}` })
    }
    if (content === null || this.faultCount > 0) return []
    return [{ number, content, contentKey: this.#keyOf(content) }]
  }

  /** Equal rows are the first, the second … of their content. */
  #keyOf(content: EntryContent): string {
    const first = contentKey(content, 1)
    const occurrence = (this.#occurrences.get(first) ?? 0) + 1
    this.#occurrences.set(first, occurrence)
    return occurrence === 1 ? first : contentKey(content, occurrence)
  }
}
