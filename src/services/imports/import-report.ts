/** The one page after an import: what was used, what is doubtful, what was ignored and why. */
import { foldCorrections } from '../../domain/programme/correction.ts'
import { countDraft } from '../../domain/programme/draft.ts'
import type { ImportId } from '../../domain/values/ids.ts'
import { textAt } from '../../domain/programme/source-offset.ts'
import { accountFor } from '../../import/account-for.ts'
import { sheetsXlsx } from '../../reports/sheets-xlsx.ts'
import type { ImportRecord } from '../../store/imports.ts'
import { importReportSheets } from './import-report-sheets.ts'
import { dateIn, requireAccess, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'
import { getImportRecord } from './imports.ts'
import type { File } from './programmes.ts'

/** Throws Problem 'import.not-found'. */
export async function getImportReport(ctx: Context, id: ImportId) {
  requireAccess(ctx, 'import.read')
  return reportOf(await transaction(ctx, (tx) => getImportRecord(tx, id)))
}

/** Throws Problem 'import.not-found'. */
export async function getImportReportFile(ctx: Context, id: ImportId): Promise<File> {
  requireAccess(ctx, 'import.read')
  const { record, mark } = await transaction(ctx, async (tx) => ({
    record: await getImportRecord(tx, id),
    mark: await fileMark(tx),
  }))
  const { draft } = foldCorrections(record.draft, record.corrections)
  const of = {
    title: `${draft.title}·导入报告`,
    year: draft.year ?? Number(dateIn(new Date(record.startedAt)).slice(0, 4)),
    mark,
  }
  return {
    fileName: `${of.title}${mark.inName}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await sheetsXlsx(of, importReportSheets(draft, record.source)),
  }
}

function reportOf(record: ImportRecord) {
  const { source } = record
  const { draft } = foldCorrections(record.draft, record.corrections)
  const { counts, unaccounted } = accountFor(source, draft)
  return {
    fileName: record.fileName,
    title: draft.title,
    counts: countDraft(draft),
    characters: counts,
    unaccounted: unaccounted.map((place) => ({ text: textAt(source, place), place })),
    ignored: draft.ignored,
    warnings: draft.warnings,
  }
}
