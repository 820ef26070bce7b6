/** Made-up task tables as .docx bytes, through the project's own export. */
import { noMark } from '../../src/domain/values/file-mark.ts'
import { programmeDocx } from '../../src/reports/programme-docx.ts'
import type { ProgrammeTable } from '../../src/reports/programme-table.ts'

type Row = readonly [project: string, text: string, lead: string]

/** One table: rows in order, neighbouring rows of one project name under one number. */
export function madeUpTable(title: string, year: number, rows: readonly Row[]): Promise<Uint8Array> {
  const byProject = [...Map.groupBy(rows, ([project]) => project)]
  const table: ProgrammeTable = {
    title,
    year,
    projects: byProject.map(([name, own], index) => ({
      no: index + 1,
      name,
      tasks: own.map(([, text, lead], position) => ({
        no: `${index + 1}.${position + 1}`,
        text,
        leaders: ['陈光明'],
        leadUnits: [lead],
        cooperatingUnits: ['各区'],
        deadline: null,
      })),
    })),
  }
  return programmeDocx(table, noMark)
}
