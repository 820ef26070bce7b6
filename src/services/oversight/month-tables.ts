/** The tables of a frozen month as files: 月报, and the programme's own table with its progress. */
import { monthlyTable } from '../../domain/papers/monthly-table.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { readSnapshot } from '../../domain/reporting/kept-snapshot.ts'
import type { MonthSnapshot } from '../../domain/reporting/snapshot.ts'
import type { FileMark } from '../../domain/values/file-mark.ts'
import type { ProgrammeId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import type { PdfWriter } from '../../external/pdf-writer.ts'
import { gridXlsx } from '../../reports/grid-xlsx.ts'
import { tableDocx } from '../../reports/official-docx.ts'
import { programmeDocx } from '../../reports/programme-docx.ts'
import { progressTable } from '../../reports/progress-table.ts'
import { findSnapshot } from '../../store/freezes.ts'
import { requireAccess, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'
import type { File } from '../imports/programmes.ts'
import { asPdf, docxType } from './papers.ts'

export type Frozen = { readonly programmeId: ProgrammeId; readonly month: Month; readonly no: number }

/** 月报 as a Word document. Throws Problem 'freeze.not-found', as all here do. */
export async function getMonthlyDocx(ctx: Context, frozen: Frozen): Promise<File> {
  const { snapshot, mark } = await snapshotOf(ctx, frozen)
  const table = monthlyTable(snapshot)
  return {
    fileName: `${table.title}（第${frozen.no}号）${mark.inName}.docx`,
    mediaType: docxType,
    bytes: await tableDocx(table, { year: snapshot.programme.year, mark }),
  }
}

export async function getMonthlyXlsx(ctx: Context, frozen: Frozen): Promise<File> {
  const { snapshot, mark } = await snapshotOf(ctx, frozen)
  const { programme, period } = snapshot
  const { title, grid } = monthlyTable(snapshot)
  return {
    fileName: `${title}（第${frozen.no}号）${mark.inName}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await gridXlsx({
      title,
      year: programme.year,
      mark,
      sheet: `${Number(period.month.slice(5, 7))}月月报`,
      grid,
    }),
  }
}

/** Throws Problem 'paper.no-pdf' or 'paper.pdf-failed' too. */
export async function getMonthlyPdf(ctx: Context, frozen: Frozen, writePdf: PdfWriter | null): Promise<File> {
  return asPdf(await getMonthlyDocx(ctx, frozen), writePdf)
}

/** The table as it was published, with the progress of the month. */
export async function getProgressDocx(ctx: Context, frozen: Frozen): Promise<File> {
  const { snapshot, mark } = await snapshotOf(ctx, frozen)
  return {
    fileName: `${snapshot.programme.title}（${Number(frozen.month.slice(5, 7))}月进展，第${frozen.no}号）${mark.inName}.docx`,
    mediaType: docxType,
    bytes: await programmeDocx(progressTable(snapshot), mark),
  }
}

async function snapshotOf(
  ctx: Context,
  { programmeId, month, no }: Frozen,
): Promise<{ snapshot: MonthSnapshot; mark: FileMark }> {
  requireAccess(ctx, 'paper.read')
  return transaction(ctx, async (tx) => {
    const snapshot = await findSnapshot(tx, programmeId, month, no)
    if (snapshot === undefined) throw new Problem('freeze.not-found', {})
    return { snapshot: readSnapshot(snapshot), mark: await fileMark(tx) }
  })
}
