/** The programme's table as a workbook of one sheet: merged cells as in the published one. */
import type { FileMark } from '../domain/values/file-mark.ts'
import { gridXlsx } from './grid-xlsx.ts'
import { layOutProgramme, type ProgrammeTable } from './programme-table.ts'

/** The bytes of an .xlsx; the same table gives the same bytes. */
export function programmeXlsx(table: ProgrammeTable, mark: FileMark): Promise<Uint8Array> {
  const { title, year } = table
  return gridXlsx({ title, year, mark, sheet: `${year}年任务分解表`, grid: layOutProgramme(table) })
}
