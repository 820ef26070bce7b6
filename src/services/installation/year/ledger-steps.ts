/** The demonstration's ledgers: each unit loads files of what it did in the month, as it would from its own tables. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { columnsToFill, type TypedEntry } from '../../../domain/ledger/entry.ts'
import { columnWord } from '../../../domain/ledger/ledger-words.ts'
import type { LedgerKind } from '../../../domain/programme/target.ts'
import type { Period } from '../../../domain/reporting/period.ts'
import { noMark } from '../../../domain/values/file-mark.ts'
import { addDays } from '../../../domain/reporting/working-day.ts'
import {
  cellsWithLedgers,
  isService,
  ledgerEntries,
} from '../../../domain/simulation/demonstration-ledgers.ts'
import type { DemonstrationCell, DemonstrationUnit } from '../../../domain/simulation/demonstration-year.ts'
import { csvStream, type SheetValue } from '../../../reports/streamed-sheet.ts'
import type { Context } from '../../context.ts'
import { sha256 } from '../../ledgers/digests.ts'
import { loadLedger } from '../../ledgers/ledger-loads.ts'
import { actAs, instant, officerOf, type Scene } from './scene.ts'
import type { Step } from './step.ts'

/** Four days after the month opens: what was done up to then. */
export function ledgerSteps({ seed, units, story, boundaries }: Scene, { month, opensOn }: Period): Step[] {
  const kept = [...cellsWithLedgers(seed, story.cells), ...story.cells.filter(isService)]
  return units.flatMap((unit, index) => {
    const outline = boundaries.find(({ name }) => name === unit.name)
    const files = kept
      .filter(({ unitId }) => unitId === unit.unitId)
      .map((cell) => ({ cell, entries: ledgerEntries(cell, { seed, month, unit: unit.name, outline }) }))
      .filter(({ entries }) => entries.length > 0)
    if (files.length === 0) return []
    return {
      month: month.slice(0, 7),
      name: `ledgers ${unit.name}`,
      at: instant(addDays(opensOn, 4), 9 + (index % 8), 5),
      run: async (ctx, scene) => {
        // Entries lie in the unit's own outline: the others' would go to the database with every file.
        const at = { ...ctx, boundaries: outline ? [outline] : [] }
        for (const { cell, entries } of files) await load(at, scene, unit, cell, entries)
      },
    } satisfies Step
  })
}

async function load(
  ctx: Context,
  { cast, programmeId, scratch }: Scene,
  { unitId, name }: DemonstrationUnit,
  { indicatorId, target }: DemonstrationCell,
  entries: readonly TypedEntry[],
): Promise<void> {
  const officer = officerOf(cast, unitId)
  if (!officer) return
  const bytes = await csvOf(target.ledger, entries)
  const folder = await mkdtemp(join(scratch, 'jiannuo-demonstration-'))
  try {
    const path = join(folder, 'ledger.csv')
    await writeFile(path, bytes)
    const fileName = `${name}${target.object}.csv`
    const file = { fileName, path, byteSize: bytes.length, sha256: sha256(bytes) }
    await loadLedger(actAs(ctx, officer), { programmeId, indicatorId, unitId }, file, () => undefined)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function csvOf(kind: LedgerKind, entries: readonly TypedEntry[]): Promise<Buffer> {
  const columns = columnsToFill(kind)
  async function* rows(): AsyncGenerator<SheetValue[][]> {
    yield entries.map((entry) => columns.map((column) => entry[column] ?? null))
  }
  const heads = columns.map((column) => ({ text: columnWord(kind, column, 'zh'), width: 12 }))
  const pieces: Uint8Array[] = []
  for await (const piece of csvStream({ heads, rows: rows(), mark: noMark })) pieces.push(piece)
  return Buffer.concat(pieces)
}
