import type { ListedEntry } from '../../../contract/ledgers.ts'
import { columnsToFill, type TypedEntry } from '../../../domain/entry.ts'
import type { TypedColumn } from '../../../domain/ledger.ts'
import type { LedgerKind } from '../../../domain/target.ts'

/** An entry as it would be typed, to be corrected from there. */
export function typedOf(kind: LedgerKind, entry: ListedEntry): TypedEntry {
  return Object.fromEntries(columnsToFill(kind).map((column) => [column, valueOf(entry, column) ?? '']))
}

function valueOf(entry: ListedEntry, column: TypedColumn): string | null {
  switch (column) {
    case 'quantity':
    case 'numerator':
      return entry.counts
    case 'done-on':
      return entry.doneOn
    case 'period':
    case 'month':
      return entry.month.slice(0, 7)
    case 'longitude':
    case 'latitude':
    case 'accuracy':
      return entry.position?.[column] ?? null
    // What is kept is in it, whatever it was given in.
    case 'datum':
      return entry.position && 'CGCS2000'
    case 'source-system':
      return entry.sourceSystem
    default:
      return entry[column]
  }
}
