/** From a draft to a programme: adopted as a new one, or as a numbered amendment of one that stands. */
import { adoptDraft } from '../../domain/programme/adoption.ts'
import { foldCorrections, type ImportState } from '../../domain/programme/correction.ts'
import type { ImportId, IndicatorId, ProgrammeId, ProjectId, TaskId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { compareReadings, type SecondReading } from '../../domain/programme/second-reading.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { lockImport, type ImportRecord } from '../../store/imports.ts'
import { appendLog } from '../../store/log.ts'
import { findProgramme } from '../../store/programme-pages.ts'
import {
  insertAmendment,
  insertProgramme,
  lockProgramme,
  type Decision,
  type Share,
} from '../../store/programmes.ts'
import { bindNames } from './bind-names.ts'
import { newId, requireAccess, transaction, type Context } from '../context.ts'
import { getImportRecord, getOpenImport } from './imports.ts'

export type AdoptionRequest = {
  /** The number of the last correction seen. */
  readonly seq: number
  /** Where the document states none. */
  readonly year?: number | undefined
  /** For a district's table beside the government's programme. */
  readonly share?: Share | undefined
}

/** Throws Problem 'import.*', or 'correction.overtaken' when the draft is not the one last seen. */
export function adoptImport(
  ctx: Context,
  id: ImportId,
  request: AdoptionRequest,
): Promise<{ programmeId: ProgrammeId }> {
  requireAccess(ctx, 'import.adopt')
  return adopt(ctx, id, request)
}

/** `adoptImport` without its access rule, for what the system adopts by itself. */
export function adopt(
  ctx: Context,
  id: ImportId,
  request: AdoptionRequest,
): Promise<{ programmeId: ProgrammeId }> {
  return transaction(ctx, async (tx) => {
    const { record, state } = await openDraft(tx, id, request.seq)
    const share = request.share ?? null
    if (share) await getProgrammePage(tx, share.shareOf)
    const programme = adoptDraft(state, request.year, {
      programmeId: newId<ProgrammeId>(),
      projectIdOf: () => newId<ProjectId>(),
      taskIdOf: () => newId<TaskId>(),
      indicatorIdOf: () => newId<IndicatorId>(),
      ...(await bindNames(ctx, tx, state)),
    })
    await insertProgramme(tx, programme, share, provenance(ctx, id))
    await appendLog(tx, {
      at: ctx.now,
      personId: ctx.person?.id ?? null,
      action: 'import.adopt',
      subjectKind: 'programme',
      subjectId: programme.id,
      details: { importId: id, sha256: record.sha256, title: programme.title, year: programme.year, share },
    })
    return { programmeId: programme.id }
  })
}

export type AmendmentRequest = {
  readonly seq: number
  readonly programmeId: ProgrammeId
  /** The programme's latest amendment when it was compared. */
  readonly amends: number
  readonly decision: Decision
}

/**
 * Makes the draft the programme's next amendment: what is the same promise keeps its identity, what the draft does not
 * hold is withdrawn. Throws Problem 'import.*', 'programme.not-found', 'amendment.*' or 'correction.overtaken'.
 */
export function amendProgramme(
  ctx: Context,
  id: ImportId,
  request: AmendmentRequest,
): Promise<{ programmeId: ProgrammeId; amendmentNo: number }> {
  requireAccess(ctx, 'import.adopt')
  return transaction(ctx, async (tx) => {
    const { record, state } = await openDraft(tx, id, request.seq)
    await lockProgramme(tx, request.programmeId)
    const before = await getProgrammePage(tx, request.programmeId)
    requireSameYear(before, state)
    if (before.amendmentNo !== request.amends)
      throw new Problem('amendment.overtaken', { no: before.amendmentNo })
    const reading = compareReadings(before, state.draft)
    const amended = adoptDraft(state, before.year, {
      programmeId: before.id,
      projectIdOf: (key) => reading.projectIds.get(key) ?? newId<ProjectId>(),
      taskIdOf: (key) => reading.taskIds.get(key) ?? newId<TaskId>(),
      indicatorIdOf: (key) => reading.indicatorIds.get(key) ?? newId<IndicatorId>(),
      ...(await bindNames(ctx, tx, state)),
    })
    const no = before.amendmentNo + 1
    const { decision } = request
    await insertAmendment(
      tx,
      amended,
      { no, decision, ...keptAndWithdrawn(before, reading) },
      provenance(ctx, id),
    )
    await appendLog(tx, {
      at: ctx.now,
      personId: ctx.person?.id ?? null,
      action: 'programme.amend',
      subjectKind: 'programme',
      subjectId: before.id,
      details: { importId: id, sha256: record.sha256, no, decision, changes: countChanges(reading) },
    })
    return { programmeId: before.id, amendmentNo: no }
  })
}

/** The draft against a programme, promise by promise; nothing is changed. */
export function compareImport(ctx: Context, id: ImportId, programmeId: ProgrammeId) {
  requireAccess(ctx, 'import.read')
  return transaction(ctx, async (tx) => {
    const record = await getImportRecord(tx, id)
    const { draft } = foldCorrections(record.draft, record.corrections)
    const programme = await getProgrammePage(tx, programmeId)
    const { promises, tasks } = compareReadings(programme, draft)
    return { programme, promises, tasks }
  })
}

async function openDraft(
  tx: TenantTransaction,
  id: ImportId,
  seq: number,
): Promise<{ record: ImportRecord; state: ImportState }> {
  await lockImport(tx, id)
  const record = await getOpenImport(tx, id, seq)
  return { record, state: foldCorrections(record.draft, record.corrections) }
}

async function getProgrammePage(tx: TenantTransaction, id: ProgrammeId) {
  const programme = await findProgramme(tx, id)
  if (!programme) throw new Problem('programme.not-found', {})
  return programme
}

function requireSameYear(programme: Programme, { draft }: ImportState): void {
  if (draft.year !== null && draft.year !== programme.year) {
    throw new Problem('amendment.other-year', { programme: programme.year, document: draft.year })
  }
}

function keptAndWithdrawn(before: Programme, reading: SecondReading) {
  const kept = new Set<string>([
    ...reading.projectIds.values(),
    ...reading.taskIds.values(),
    ...reading.indicatorIds.values(),
  ])
  const gone = <Id extends string>(things: readonly { readonly id: Id }[]) =>
    things.map(({ id }) => id).filter((id) => !kept.has(id))
  const tasks = before.projects.flatMap((project) => project.tasks)
  return {
    kept,
    withdrawn: {
      projects: gone(before.projects),
      tasks: gone(tasks),
      indicators: gone(tasks.flatMap((task) => task.indicators)),
    },
  }
}

function countChanges({ promises }: SecondReading): Record<string, number> {
  const byKind = [...Map.groupBy(promises, ({ kind }) => kind)]
  return Object.fromEntries(byKind.map(([kind, list]) => [kind, list.length]))
}

function provenance(ctx: Context, importId: ImportId) {
  return { importId, by: ctx.person?.id ?? null, at: ctx.now }
}
