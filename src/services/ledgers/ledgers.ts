/** Reading ledgers: the list of a unit, one promise's entries, one entry, and all of it as files. */
import { columnsToFill, isNeeded } from '../../domain/ledger/entry.ts'
import type { EntryId, IndicatorId, ProgrammeId, UnitId } from '../../domain/values/ids.ts'
import { columnWord, countingWords, ledgerNames } from '../../domain/ledger/ledger-words.ts'
import { ledgers, type TypedColumn } from '../../domain/ledger/ledger.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { EntryState } from '../../domain/ledger/tally.ts'
import type { LedgerKind } from '../../domain/programme/target.ts'
import { csvStream, xlsxStream, type SheetValue, type StreamedSheet } from '../../reports/streamed-sheet.ts'
import {
  entriesOnPage,
  findEntryDetails,
  findLedger,
  findLedgers,
  listEntriesAfter,
  type EntryDetails,
  type EntryFilter,
  type LedgerPage,
  type LedgersPage,
  type ListedEntry,
} from '../../store/ledger-pages.ts'
import { requireAccess, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'

/** Throws Problem 'programme.not-found'. */
export async function getLedgers(
  ctx: Context,
  programmeId: ProgrammeId,
  unitId: UnitId | null,
): Promise<LedgersPage> {
  requireAccess(ctx, 'entry.read')
  const page = await transaction(ctx, (tx) => findLedgers(tx, programmeId, unitId))
  if (!page) throw new Problem('programme.not-found', {})
  return page
}

/** Throws Problem 'ledger.not-found'. */
export async function getLedger(
  ctx: Context,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
  filter: EntryFilter,
): Promise<LedgerPage & { readonly next: EntryId | null }> {
  requireAccess(ctx, 'entry.read')
  const page = await transaction(ctx, (tx) => findLedger(tx, programmeId, indicatorId, filter))
  if (!page) throw new Problem('ledger.not-found', {})
  const entries = page.entries.slice(0, entriesOnPage)
  return { ...page, entries, next: page.entries.length > entriesOnPage ? (entries.at(-1)?.id ?? null) : null }
}

/** Throws Problem 'entry.not-found'. */
export async function getEntryDetails(
  ctx: Context,
  programmeId: ProgrammeId,
  id: EntryId,
): Promise<EntryDetails> {
  requireAccess(ctx, 'entry.read')
  const details = await transaction(ctx, (tx) => findEntryDetails(tx, programmeId, id))
  if (!details) throw new Problem('entry.not-found', {})
  return details
}

/** A file that is made while it is sent. */
export type StreamedFile = {
  readonly fileName: string
  readonly mediaType: string
  readonly stream: AsyncIterable<Uint8Array>
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const everything: EntryFilter = {
  unitId: null,
  month: null,
  state: null,
  district: null,
  text: null,
  before: null,
}

/** The columns of a promise's ledger with how to fill them, ready to be filled in and loaded. */
export async function getTemplate(
  ctx: Context,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
): Promise<StreamedFile> {
  const { target } = await getLedger(ctx, programmeId, indicatorId, everything)
  const mark = await transaction(ctx, fileMark)
  const kind = target.ledger
  const sheet: StreamedSheet = {
    name: ledgerNames[kind].zh,
    mark,
    note: `带 * 的栏目必填。${countingWords(kind, target.unit).zh}日期写成 2023-03-05，月份写成 2023-03。${coordinateNote(kind)}不要填身份证号、手机号等个人信息。`,
    heads: columnsToFill(kind).map((column) => ({
      text: `${columnWord(kind, column, 'zh')}${isNeeded(kind, column) ? ' *' : ''}`,
      width: widthOf(column),
    })),
    rows: nothing(),
  }
  return {
    fileName: `${target.object}${ledgerNames[kind].zh}模板${mark.inName}.xlsx`,
    mediaType: xlsxType,
    stream: xlsxStream(sheet),
  }
}

function coordinateNote(kind: LedgerKind): string {
  return columnsToFill(kind).includes('longitude')
    ? '填了经纬度的要填坐标系：CGCS2000、WGS-84（GPS）、GCJ-02（高德、腾讯）或 BD-09（百度）。'
    : ''
}

async function* nothing(): AsyncGenerator<SheetValue[][]> {
  yield []
}

const stateWords: Readonly<Record<EntryState, string>> = {
  waiting: '待审核',
  accepted: '已采信',
  rejected: '已退回',
  withdrawn: '已撤回',
  replaced: '已被更正',
}

/** What a filter finds, in the columns that can be loaded again, then what came of each entry. */
export async function exportLedger(
  ctx: Context,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
  filter: EntryFilter,
  format: 'xlsx' | 'csv',
): Promise<StreamedFile> {
  const { target, programme } = await getLedger(ctx, programmeId, indicatorId, filter)
  const mark = await transaction(ctx, fileMark)
  const kind = target.ledger
  const heads = [
    ...columnsToFill(kind).map((column) => ({
      text: columnWord(kind, column, 'zh'),
      width: widthOf(column),
    })),
    ...['录入单位', '状态', '录入人', '录入时间'].map((text) => ({ text, width: 14 })),
  ]
  const sheet = {
    name: ledgerNames[kind].zh,
    mark,
    heads,
    rows: exportedRows(ctx, indicatorId, filter, kind),
  }
  return {
    fileName: `${programme.year}年${target.object}${ledgerNames[kind].zh}${mark.inName}.${format}`,
    mediaType: format === 'xlsx' ? xlsxType : 'text/csv; charset=utf-8',
    stream: format === 'xlsx' ? xlsxStream(sheet) : csvStream(sheet),
  }
}

const exportBatch = 1_000

/** Each batch in a transaction of its own: a slow reader holds nothing. */
async function* exportedRows(
  ctx: Context,
  indicatorId: IndicatorId,
  filter: EntryFilter,
  kind: LedgerKind,
): AsyncGenerator<SheetValue[][]> {
  const columns = columnsToFill(kind)
  let after: EntryId | null = null
  for (;;) {
    const from: EntryId | null = after
    const entries: ListedEntry[] = await transaction(ctx, (tx) =>
      listEntriesAfter(tx, indicatorId, { ...filter, before: null }, from, exportBatch),
    )
    yield entries.map((entry) => [
      ...columns.map((column) => exportedValue(kind, entry, column)),
      entry.unit,
      stateWords[entry.state],
      entry.enteredBy,
      entry.enteredAt.slice(0, 10),
    ])
    after = entries.at(-1)?.id ?? null
    if (entries.length < exportBatch) return
  }
}

function exportedValue(kind: LedgerKind, entry: ListedEntry, column: TypedColumn): SheetValue {
  const figure = (value: string | null): SheetValue => (value === null ? null : { figure: value })
  switch (column) {
    case 'quantity':
      return figure(entry.counts)
    case 'numerator':
      return figure(ledgers[kind].countsBy === 'numerator' ? entry.counts : null)
    case 'denominator':
      return figure(entry.denominator)
    case 'beneficiaries':
      return figure(entry.beneficiaries)
    case 'outages':
      return figure(entry.outages)
    case 'complaints':
      return figure(entry.complaints)
    case 'period':
    case 'month':
      return entry.month.slice(0, 7)
    case 'done-on':
      return entry.doneOn
    // As kept: loaded again, it is known again.
    case 'longitude':
    case 'latitude':
    case 'accuracy':
      return figure(entry.position?.[column] ?? null)
    case 'datum':
      return entry.position && 'CGCS2000'
    case 'source-system':
      return entry.sourceSystem
    default:
      return entry[column]
  }
}

function widthOf(column: TypedColumn): number {
  return column === 'name' || column === 'place' ? 30 : 16
}
