/**
 * What is typed into a sheet, cell by cell: kept in this browser from the first key stroke until the server has it, so
 * that neither a lost connection nor an ended session nor a closed page loses any of it.
 */
import type { CellRow, Sheet } from '../../../contract/reporting.ts'
import { nothingTyped, type TypedActual } from '../../../domain/reporting/actual.ts'

export type Entry = {
  readonly typed: TypedActual
  /** Of the draft on the server that this goes on from. */
  readonly revision: number
  readonly saved: boolean
  /** What somebody else saved meanwhile. */
  readonly conflict?:
    { readonly by: string; readonly revision: number; readonly typed: TypedActual } | undefined
}
export type Entries = Readonly<Record<string, Entry>>

/** Where a link to a cell leads on the page of its sheet. */
export const rowIdOf = (indicatorId: string) => `cell-${indicatorId}`

export const storageKey = (sheet: Sheet) =>
  `jiannuo.sheet.${sheet.programme.id}.${sheet.unit.id}.${sheet.period.month}`

/** Only what the server does not have yet. */
export function keepUnsaved(key: string, entries: Entries): void {
  const unsaved = Object.entries(entries).filter(([, { saved }]) => !saved)
  try {
    if (unsaved.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(Object.fromEntries(unsaved)))
  } catch {
    // A browser may refuse storage; then what is typed lives as long as the page.
  }
}

export function readUnsaved(key: string): Entries {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Entries
  } catch {
    return {}
  }
}

/** What is unsaved here goes before what the server has; what is saved here gives way to it. */
export function mergeEntries(mine: Entries, sheet: Sheet): Entries {
  const theirs = sheet.cells.flatMap(({ indicatorId, draft }) =>
    draft ? [[indicatorId, { typed: draft.draft, revision: draft.revision, saved: true }] as const] : [],
  )
  const known = new Set<string>(sheet.cells.map(({ indicatorId }) => indicatorId))
  const unsaved = Object.entries(mine).filter(([id, { saved }]) => !saved && known.has(id))
  return { ...Object.fromEntries(theirs), ...Object.fromEntries(unsaved) }
}

/** What a cell's fields hold before anything is typed: a returned or corrected version is mended, not typed anew. */
export function startOf(cell: CellRow): TypedActual {
  const [latest] = cell.versions
  if (!latest) return nothingTyped
  return {
    value: latest.value ?? '',
    denominator: latest.denominator ?? '',
    stage: latest.stage ?? '',
    narrative: latest.narrative ?? '',
    problem: latest.problem ?? '',
    nextStep: latest.nextStep ?? '',
    lateReason: '',
    correctionReason: '',
  }
}

/** Whether the unit is to fill the cell now: nothing is stated yet, or it was returned. */
export function isToFill(cell: CellRow): boolean {
  return cell.standing === null || cell.standing.state === 'returned'
}
