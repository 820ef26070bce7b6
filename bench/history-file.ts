/**
 * A real history to be judged by or learned from: CSV in UTF-8 with a head, one line for each cell and month. Columns,
 * in any order: year, indicator, unit, project (may be empty), ledger (one of ledgerKinds; empty: points), comparator
 * (gte or lte; empty: gte), month (1–12), plan, approved (cumulative; empty where nothing was), target, deadline
 * (YYYY-MM-DD; empty: 31 December), met (1 or 0; empty: by the last figure approved up to the deadline).
 */
import { parse } from 'csv-parse/sync'
import { ledgerKinds } from '../src/domain/programme/target.ts'
import { endedCell } from '../src/domain/forecast/learning/ended-year.ts'
import { unitRecords } from '../src/domain/forecast/learning/unit-records.ts'
import { decimal } from '../src/domain/values/decimal.ts'
import { monthOf, type Month } from '../src/domain/values/month.ts'
import { parsePlainDate } from '../src/domain/values/plain-date.ts'
import type { KnownProgramme } from './known-programme.ts'

type Row = Readonly<Record<string, string>>
type Cell = KnownProgramme['cells'][number]

const needed = ['year', 'indicator', 'unit', 'month', 'plan', 'approved', 'target'] as const

/** A programme for each year, the units' records from the years before it. Throws with the line where one cannot be read. */
export function readHistoryFile(text: string): KnownProgramme[] {
  const rows: Row[] = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true })
  const missing = needed.filter((name) => rows[0]?.[name] === undefined)
  if (missing.length > 0) throw new RangeError(`the history has no column ${missing.join(', ')}`)
  const numbered = rows.map((row, index) => ({ row, line: index + 2 }))
  const programmes = [...Map.groupBy(numbered, ({ row }) => row['year'] ?? '')].map(([year, ofYear]) => ({
    year: Number(year),
    cells: [
      ...Map.groupBy(ofYear, ({ row }) => `${row['indicator'] ?? ''}\u0000${row['unit'] ?? ''}`).values(),
    ].flatMap((ofCell) => cellOf(Number(year), ofCell)),
  }))
  return programmes
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, cells }, index, all) => {
      const before = all[index - 1]
      const records = before === undefined ? new Map() : unitRecords(before.cells, before.year)
      return { name: String(year), year, cells, records }
    })
}

function cellOf(year: number, rows: readonly { row: Row; line: number }[]): Cell[] {
  const [first] = rows
  if (first === undefined) return []
  const { row } = first
  const points = rows
    .map(({ row: each, line }) => readLine(line, () => pointOf(year, each)))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
  return readLine(first.line, () => {
    const target = decimal(row['target'] ?? '')
    const deadline = row['deadline'] ? parsePlainDate(row['deadline']) : null
    const comparator = row['comparator'] === 'lte' ? 'lte' : 'gte'
    const ledger = ledgerKinds.find((kind) => kind === row['ledger']) ?? 'points'
    const cell = endedCell(
      {
        indicatorId: row['indicator'] ?? '',
        unitId: row['unit'] ?? '',
        projectId: row['project'] || null,
        ledger,
        comparator,
        target,
        plan: points.map(({ month, plan }) => ({ month, value: plan })),
        deadline,
        reports: points.flatMap(({ month, approved }) =>
          approved === null ? [] : [{ month, value: approved, correctedIn: null }],
        ),
      },
      year,
    )
    const truth = row['met'] ? { ...cell.truth, met: row['met'] === '1' } : cell.truth
    return [{ ...cell, truth, group: ledger }]
  })
}

function pointOf(year: number, row: Row) {
  const month: Month = monthOf(year, Number(row['month']))
  return {
    month,
    plan: decimal(row['plan'] ?? ''),
    approved: row['approved'] ? decimal(row['approved']) : null,
  }
}

function readLine<Value>(line: number, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw new RangeError(
      `line ${String(line)} of the history: ${error instanceof Error ? error.message : ''}`,
      {
        cause: error,
      },
    )
  }
}
