/** Loading a file into a ledger: all of it or nothing, and the same rows again are known. */
import { open } from 'node:fs/promises'
import type { EntryId, IndicatorId, LedgerLoadId, ProgrammeId, UnitId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { readRows } from '../../import/rows/read-rows.ts'
import type { SheetRow } from '../../import/rows/sheet-row.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { insertUntallied, lockLedger, type EntryOrigin } from '../../store/entries.ts'
import {
  insertLoad,
  listLoads as listStoredLoads,
  setLoadedRows,
  type LoadSummary,
} from '../../store/ledger-loads.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { addWaiting, type AddedInMonth } from '../../store/tallies.ts'
import { add, decimal } from '../../domain/values/decimal.ts'
import { dateIn, newId, requireAccess, requireDuty, transaction, type Context } from '../context.ts'
import { getLedgerPlace, type LedgerOfUnit } from './entries.ts'
import { LedgerRows, type ReadRow } from './ledger-rows.ts'
import { findSuspicionsOfEntries } from './suspicions.ts'

/** An upload that lies on disk. */
export type SpooledFile = {
  readonly fileName: string
  readonly path: string
  readonly byteSize: number
  readonly sha256: Buffer
}

export const maxLedgerFileBytes = 200 * 1024 * 1024

/** How far a load is: told after every batch. */
export type LoadProgress = { readonly state: 'reading'; readonly rows: number; readonly faults: number }

export type LoadOutcome =
  | { readonly state: 'known'; readonly load: LoadSummary }
  | {
      readonly state: 'loaded'
      readonly id: LedgerLoadId
      readonly rows: number
      readonly added: number
      readonly known: number
      /** Heads of the file that are no column of the ledger. */
      readonly ignored: readonly string[]
    }

/** Large enough for one statement to be worth its way, small enough to stay flat in memory. */
const batchSize = 2_000

/**
 * Loads a file into a unit's ledger. Throws Problem 'ledger-file.*' (nothing is loaded then), 'document.*',
 * 'entry.no-plan', 'entry.no-share' or 'access.other-unit'.
 */
export async function loadLedger(
  ctx: Context,
  ledger: LedgerOfUnit,
  file: SpooledFile,
  tell: (progress: LoadProgress) => void,
): Promise<LoadOutcome> {
  const { personId, post } = requireDuty(ctx, 'entry.write', [ledger.unitId])
  return transaction(ctx, async (tx) => {
    const place = await getLedgerPlace(tx, ledger)
    await lockLedger(tx, ledger)
    const [known] = await listStoredLoads(tx, ledger.indicatorId, ledger.unitId, file.sha256)
    if (known) return { state: 'known', load: known }
    const id = newId<LedgerLoadId>()
    const origin = { ...ledger, loadId: id, by: personId, postId: post.id, at: ctx.now }
    await insertLoad(tx, { ...origin, id, fileName: file.fileName, sha256: file.sha256 })
    const rows = new LedgerRows({ ...place, today: dateIn(ctx.now) })
    const added = await insertRows(tx, origin, rows, file, tell)
    rows.end()
    await takeTurn(tx)
    await requireOpenMonths(tx, ledger, added)
    await addWaiting(tx, ledger, added)
    const count = added.reduce((total, { entries }) => total + entries, 0)
    const counts = { added: count, known: rows.rows - count }
    await setLoadedRows(tx, id, counts)
    const { indicatorId, unitId } = ledger
    await findSuspicionsOfEntries(ctx, tx, { loadId: id, indicatorId, unitId })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'ledger.load',
      subjectKind: 'ledger_load',
      subjectId: id,
      details: {
        ...ledger,
        fileName: file.fileName,
        sha256: file.sha256.toString('hex'),
        rows: rows.rows,
        ...counts,
      },
    })
    return { state: 'loaded', id, rows: rows.rows, ...counts, ignored: rows.ignored }
  })
}

/** Reads and inserts by turns that overlap: while the database takes one batch the next is read. */
async function insertRows(
  tx: TenantTransaction,
  origin: EntryOrigin,
  rows: LedgerRows,
  file: SpooledFile,
  tell: (progress: LoadProgress) => void,
): Promise<AddedInMonth[]> {
  const added = new Map<string, AddedInMonth>()
  let inserting: Promise<readonly AddedInMonth[]> = Promise.resolve([])
  let batch: ReadRow[] = []
  let told = 0
  const flush = async (): Promise<void> => {
    sum(added, await inserting)
    told = rows.rows
    tell({ state: 'reading', rows: rows.rows, faults: rows.faultCount })
    const entries = batch.map(({ number, content, contentKey }) => ({
      ...content,
      id: newId<EntryId>(),
      contentKey,
      loadRow: number,
      replaces: null,
    }))
    batch = []
    inserting = entries.length === 0 ? Promise.resolve([]) : insertUntallied(tx, origin, entries)
    // It is awaited by the next turn; until then a failure must not count as unheard.
    inserting.catch(() => undefined)
  }
  try {
    for await (const piece of sheetRows(file)) {
      batch.push(...rows.read(piece))
      if (rows.rows - told >= batchSize) await flush()
    }
    await flush()
  } finally {
    await inserting.then((last) => sum(added, last))
  }
  return [...added.values()]
}

function sum(total: Map<string, AddedInMonth>, added: readonly AddedInMonth[]): void {
  for (const one of added) {
    const before = total.get(one.month) ?? { ...one, entries: 0, counts: zero, denominator: zero }
    total.set(one.month, {
      month: one.month,
      entries: before.entries + one.entries,
      counts: add(before.counts, one.counts),
      denominator: add(before.denominator, one.denominator),
    })
  }
}

const zero = decimal(0)

async function* sheetRows({ path, byteSize, fileName }: SpooledFile): AsyncGenerator<readonly SheetRow[]> {
  const handle = await open(path, 'r')
  try {
    yield* readRows(
      {
        size: byteSize,
        read: async (offset, length) => {
          const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset)
          return buffer.subarray(0, bytesRead)
        },
      },
      fileName,
    )
  } finally {
    await handle.close()
  }
}

/** A month may have been frozen while the file was read. */
async function requireOpenMonths(
  tx: TenantTransaction,
  ledger: LedgerOfUnit,
  added: readonly AddedInMonth[],
): Promise<void> {
  const { frozen } = await getLedgerPlace(tx, ledger)
  const closed = added.find(({ month }) => frozen.includes(month))
  if (closed) throw new Problem('ledger-file.month-frozen', { month: closed.month.slice(0, 7) })
}

/** The files loaded into a promise's ledger, newest first. */
export function listLoads(
  ctx: Context,
  _programmeId: ProgrammeId,
  indicatorId: IndicatorId,
  unitId: UnitId | null,
): Promise<LoadSummary[]> {
  requireAccess(ctx, 'entry.read')
  return transaction(ctx, (tx) => listStoredLoads(tx, indicatorId, unitId))
}
