/** Which column of a file is which column of a ledger, by the heads that the template gives them. */
import { columnsToFill, isNeeded } from './entry.ts'
import type { TypedColumn } from './ledger.ts'
import { columnWord } from './ledger-words.ts'
import type { LedgerKind } from './target.ts'

export type LedgerHeads = {
  /** The ledger's column of each column of the file; null for one that is none of the ledger's. */
  readonly columns: readonly (TypedColumn | null)[]
  /** Heads that are no column of the ledger: what stands below them is not loaded, and the person is told. */
  readonly ignored: readonly string[]
}

/** Undefined where the cells are not the heads: those that must be filled have to be there. */
export function findHeads(kind: LedgerKind, cells: readonly string[]): LedgerHeads | undefined {
  const columns = namedColumns(kind, cells)
  if (missingHeads(kind, columns).length > 0) return undefined
  return { columns, ignored: cells.filter((cell, index) => columns[index] == null && cell.trim() !== '') }
}

/** The ledger's column that each cell names; the first of two that name the same. */
export function namedColumns(kind: LedgerKind, cells: readonly string[]): (TypedColumn | null)[] {
  const names = headNames(kind)
  const found = cells.map((cell) => names.get(plainHead(cell)) ?? null)
  return found.map((column, index) => (found.indexOf(column) === index ? column : null))
}

/** The needed heads that are not among these, as the template writes them. */
export function missingHeads(kind: LedgerKind, columns: readonly (TypedColumn | null)[]): string[] {
  return columnsToFill(kind)
    .filter((column) => isNeeded(kind, column) && !columns.includes(column))
    .map((column) => columnWord(kind, column, 'zh'))
}

function headNames(kind: LedgerKind): Map<string, TypedColumn> {
  return new Map(
    columnsToFill(kind).flatMap((column) =>
      (['zh', 'en'] as const).map(
        (language) => [plainHead(columnWord(kind, column, language)), column] as const,
      ),
    ),
  )
}

/** Without the mark of what must be filled, notes in brackets, blanks and case. */
function plainHead(head: string): string {
  return head
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)|[\s*:]/g, '')
    .toLowerCase()
}
