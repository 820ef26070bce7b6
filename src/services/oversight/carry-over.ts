/** Carrying unfinished promises over: what is left of the year, and the draft of the next that is made of it. */
import { carriedTable, isCrossYear, restOf, type Carried } from '../../domain/carry-over/carry-over.ts'
import type { ImportId, IndicatorId, ProgrammeId } from '../../domain/values/ids.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { programmeDocx } from '../../reports/programme-docx.ts'
import { findCarryOver, insertCarryOver, type CarryOverBeside } from '../../store/carry-over.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import type { HistoryPage } from '../../store/programme-history.ts'
import { findProgramme } from '../../store/programme-pages.ts'
import { dateIn, requireAccess, requirePost, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'
import { keepReading } from '../imports/imports.ts'
import { judgePromises } from './judged-promises.ts'

/** What is neither accepted nor closed, with what is left of it. Throws Problem 'programme.not-found'. */
export async function getCarryOver(ctx: Context, programmeId: ProgrammeId) {
  requireAccess(ctx, 'carry-over.prepare')
  const page = await transaction(ctx, (tx) => findCarryOver(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { history, beside } = page
  return {
    programme: { id: history.id, title: history.title, year: history.year },
    records: beside.records,
    promises: openPromises(ctx, page),
  }
}

function openPromises(ctx: Context, page: HistoryPage & { readonly beside: CarryOverBeside }) {
  return judgePromises(page, dateIn(ctx.now))
    .filter(({ state }) => state !== 'accepted' && state !== 'closed')
    .map(({ id, taskNo, sentence, target, light, figure, state }) => ({
      id,
      taskNo,
      sentence,
      target,
      light,
      figure,
      state,
      rest: restOf(target, figure),
      crossYear: isCrossYear(target, page.history.year),
    }))
}

export type ProposedCarryOver = {
  /** How often promises were carried over before. */
  readonly seen: number
  readonly indicatorIds: readonly IndicatorId[]
  /** Whether what is left of a figure takes its place. */
  readonly restOnly: boolean
  /** Whose decision it is, by its number or its words. */
  readonly decision: string
  readonly decidedOn: PlainDate
}

/**
 * Makes a task table of what goes on and takes it in as an import, from which the next year's programme is adopted like from
 * any other. Throws Problem 'carry-over.nothing-chosen', 'carry-over.not-open' or 'carry-over.overtaken'.
 */
export async function prepareCarryOver(
  ctx: Context,
  programmeId: ProgrammeId,
  { seen, indicatorIds, restOnly, decision, decidedOn }: ProposedCarryOver,
): Promise<{ importId: ImportId }> {
  const { personId, post } = requirePost(ctx, 'carry-over.prepare')
  if (indicatorIds.length === 0) throw new Problem('carry-over.nothing-chosen', { place: 'indicatorIds' })
  const { table, carried, mark } = await transaction(ctx, async (tx) => {
    const page = await findCarryOver(tx, programmeId)
    const programme = await findProgramme(tx, programmeId)
    if (!page || !programme) throw new Problem('programme.not-found', {})
    if (page.beside.records.length !== seen) throw new Problem('carry-over.overtaken', {})
    const open = new Map(openPromises(ctx, page).map((promise) => [promise.id, promise]))
    const chosen = indicatorIds.map((id): Carried => {
      const promise = open.get(id)
      if (!promise)
        throw new Problem('carry-over.not-open', {
          promise: page.history.indicators.find((each) => each.id === id)?.sentence ?? id,
        })
      return { indicatorId: id, rest: restOnly ? promise.rest : null }
    })
    return { table: carriedTable(programme, chosen), carried: chosen, mark: await fileMark(tx) }
  })
  const { id: importId } = await keepReading(
    ctx,
    {
      fileName: `${table.title}（结转）${mark.inName}.docx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: Buffer.from(await programmeDocx(table, mark)),
    },
    async (tx, readInto) => {
      await takeTurn(tx)
      const no = seen + 1
      await insertCarryOver(tx, {
        programmeId,
        no,
        decision,
        decidedOn,
        importId: readInto,
        promises: carried,
        by: personId,
        postId: post.id,
        at: ctx.now,
      })
      await appendLog(tx, {
        at: ctx.now,
        personId,
        post,
        action: 'programme.carry-over',
        subjectKind: 'programme',
        subjectId: programmeId,
        details: { no, decision, decidedOn, importId: readInto, promises: carried },
      })
    },
  )
  return { importId }
}
