/** Declaring how an indicator's figures are meant. */
import type { IndicatorId, ProgrammeId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { defaultSemantics, type Semantics } from '../../domain/reporting/semantics.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { countDeclarations, findLeadUnit, findSemanticsPage, insertSemantics } from '../../store/semantics.ts'
import { requireAccess, requireDuty, requirePost, transaction, type Context } from '../context.ts'

/**
 * By the office, or by the lead unit that splits the indicator. What was stated keeps the meaning it was stated with.
 * Throws Problem 'semantics.reason-missing', 'semantics.overtaken', 'sheet.no-such-cell' or 'access.other-unit'.
 */
export function setSemantics(
  ctx: Context,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
  { no, semantics, reason }: { readonly no: number; readonly semantics: Semantics; readonly reason: string },
) {
  const { personId, post } = requirePost(ctx, 'semantics.set')
  if (reason.trim() === '') throw new Problem('semantics.reason-missing', { place: 'reason' })
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const leadUnitId = await findLeadUnit(tx, programmeId, indicatorId)
    if (!leadUnitId) throw new Problem('sheet.no-such-cell', { place: 'indicatorId' })
    if (!ctx.person?.roles.includes('supervisor')) requireDuty(ctx, 'semantics.set', [leadUnitId])
    if (no !== (await countDeclarations(tx, indicatorId)) + 1) throw new Problem('semantics.overtaken', {})
    await insertSemantics(tx, { indicatorId, no, semantics, reason, by: personId, at: ctx.now })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'semantics.set',
      subjectKind: 'indicator',
      subjectId: indicatorId,
      details: { programmeId, no, semantics, reason },
    })
    return { semantics }
  })
}

/** Throws Problem 'sheet.no-such-cell'. */
export async function getSemantics(ctx: Context, programmeId: ProgrammeId, indicatorId: IndicatorId) {
  requireAccess(ctx, 'period.read')
  const page = await transaction(ctx, (tx) => findSemanticsPage(tx, programmeId, indicatorId))
  if (!page) throw new Problem('sheet.no-such-cell', { place: 'indicatorId' })
  return { ...page, semantics: page.declarations[0]?.semantics ?? defaultSemantics }
}
