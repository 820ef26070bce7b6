/** Reading adopted programmes: the living table, its source, and the table as files. */
import type { ProgrammeId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { programmeDocx } from '../../reports/programme-docx.ts'
import { programmeTable } from '../../reports/programme-table.ts'
import { programmeXlsx } from '../../reports/programme-xlsx.ts'
import { findDocumentBytes } from '../../store/documents.ts'
import {
  findProgramme,
  findProgrammeSource,
  listProgrammes as listStoredProgrammes,
  type ProgrammePage,
  type ProgrammeSource,
  type ProgrammeSummary,
} from '../../store/programme-pages.ts'
import { requireAccess, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'

export function listProgrammes(ctx: Context): Promise<ProgrammeSummary[]> {
  requireAccess(ctx, 'programme.read')
  return transaction(ctx, listStoredProgrammes)
}

/** Throws Problem 'programme.not-found'. */
export async function getProgramme(ctx: Context, id: ProgrammeId): Promise<ProgrammePage> {
  requireAccess(ctx, 'programme.read')
  return found(await transaction(ctx, (tx) => findProgramme(tx, id)))
}

/** Throws Problem 'programme.not-found'. */
export async function getProgrammeSource(ctx: Context, id: ProgrammeId): Promise<ProgrammeSource> {
  requireAccess(ctx, 'programme.read')
  return found(await transaction(ctx, (tx) => findProgrammeSource(tx, id)))
}

export type File = { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** The original file, byte for byte. */
export function getProgrammeOriginal(ctx: Context, id: ProgrammeId): Promise<File> {
  requireAccess(ctx, 'programme.read')
  return transaction(ctx, async (tx) => {
    const { document } = found(await findProgrammeSource(tx, id))
    const file = await findDocumentBytes(tx, document.id)
    if (!file) throw new Problem('document.not-found', {})
    return file
  })
}

export async function getProgrammeDocx(ctx: Context, id: ProgrammeId): Promise<File> {
  const programme = await getProgramme(ctx, id)
  const mark = await transaction(ctx, fileMark)
  return {
    fileName: `${programme.title}${mark.inName}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await programmeDocx(programmeTable(programme), mark),
  }
}

export async function getProgrammeXlsx(ctx: Context, id: ProgrammeId): Promise<File> {
  const programme = await getProgramme(ctx, id)
  const mark = await transaction(ctx, fileMark)
  return {
    fileName: `${programme.title}${mark.inName}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await programmeXlsx(programmeTable(programme), mark),
  }
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Problem('programme.not-found', {})
  return thing
}
