/** What proves a claim: files of the lead unit, and what the office finds where drawn entries are said to be. */
import { mayInspect, stateOfClaim } from '../../domain/acceptance/acceptance.ts'
import { checkInspection, type Inspection } from '../../domain/acceptance/inspection.ts'
import { isPicture } from '../../domain/evidence/media-type.ts'
import type { AcceptanceClaimId, EntryId, ProgrammeId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { EvidenceStore } from '../../external/evidence-store.ts'
import * as stored from '../../store/acceptance.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import {
  dateIn,
  newId,
  requireAccess,
  requireDuty,
  requirePost,
  transaction,
  type Context,
} from '../context.ts'
import { takeIn, type IncomingFile, type KeptFile } from '../ledgers/evidence.ts'
import { getJudgedPromise } from './judged-promises.ts'

export type ClaimKey = { readonly programmeId: ProgrammeId; readonly claimId: AcceptanceClaimId }

/** A file of the claim, by the lead unit. Throws Problem 'acceptance.*', 'evidence.*' or 'access.other-unit'. */
export async function addClaimFile(
  ctx: Context,
  store: EvidenceStore,
  { programmeId, claimId }: ClaimKey,
  file: IncomingFile,
) {
  requireAccess(ctx, 'acceptance.claim')
  const leadUnitId = await transaction(ctx, async (tx) => {
    const { indicatorId } = await getOpenClaim(tx, programmeId, claimId, null)
    return (await getJudgedPromise(ctx, tx, programmeId, indicatorId)).promise.leadUnitId
  })
  const acting = requireDuty(ctx, 'acceptance.claim', leadUnitId === null ? [] : [leadUnitId])
  return takeIn(ctx, store, file, (tx, kept) => linkFile(ctx, tx, acting, { claimId, entryId: null }, kept))
}

/** A photograph of a drawn entry, by whoever looks at it. Throws Problem 'acceptance.*' or 'evidence.*'. */
export async function addPhotograph(
  ctx: Context,
  store: EvidenceStore,
  { programmeId, claimId }: ClaimKey,
  entryId: EntryId,
  file: IncomingFile,
) {
  const acting = requirePost(ctx, 'acceptance.inspect')
  await transaction(ctx, (tx) => getOpenClaim(tx, programmeId, claimId, entryId))
  return takeIn(
    ctx,
    store,
    file,
    (tx, kept) => linkFile(ctx, tx, acting, { claimId, entryId }, kept),
    (mediaType, fileName) => {
      if (!isPicture(mediaType) && mediaType !== 'image/heic')
        throw new Problem('acceptance.not-a-photograph', { place: 'file', fileName })
    },
  )
}

async function linkFile(
  ctx: Context,
  tx: TenantTransaction,
  { personId, post }: ReturnType<typeof requirePost>,
  proven: { readonly claimId: AcceptanceClaimId; readonly entryId: EntryId | null },
  { id: evidenceId, ...kept }: KeptFile,
): Promise<void> {
  const file = { ...proven, id: newId(), evidenceId, by: personId, postId: post.id, at: ctx.now }
  if (!(await stored.linkAcceptanceFile(tx, file))) return
  await appendLog(tx, {
    at: ctx.now,
    personId,
    post,
    action: 'acceptance.add-file',
    subjectKind: 'evidence',
    subjectId: evidenceId,
    details: { ...proven, ...kept },
  })
}

/**
 * What was found of a drawn entry; a later look stands above an earlier one. `seen` is how often it was looked at. Throws
 * Problem 'acceptance.note-missing', 'acceptance.date-ahead', 'acceptance.not-in-sample', 'acceptance.not-inspecting' or
 * 'acceptance.overtaken'.
 */
export function inspectEntry(
  ctx: Context,
  { programmeId, claimId }: ClaimKey,
  entryId: EntryId,
  { seen, ...inspection }: Inspection & { readonly seen: number },
) {
  const { personId, post } = requirePost(ctx, 'acceptance.inspect')
  checkInspection(inspection, dateIn(ctx.now))
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const { looks } = await getOpenClaim(tx, programmeId, claimId, entryId)
    if (looks !== seen) throw new Problem('acceptance.overtaken', {})
    const no = seen + 1
    const acting = { by: personId, postId: post.id, at: ctx.now }
    await stored.insertInspection(tx, { ...inspection, ...acting, claimId, entryId, no })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'acceptance.inspect',
      subjectKind: 'entry',
      subjectId: entryId,
      details: { claimId, no, ...inspection },
    })
    return { no }
  })
}

async function getOpenClaim(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  claimId: AcceptanceClaimId,
  entryId: EntryId | null,
): Promise<stored.ClaimAtHand> {
  const claim = await stored.findClaimAtHand(tx, programmeId, claimId, entryId)
  if (!claim) throw new Problem('acceptance.not-found', {})
  if (entryId !== null && claim.looks === null) throw new Problem('acceptance.not-in-sample', {})
  if (!mayInspect(stateOfClaim(claim))) throw new Problem('acceptance.not-inspecting', {})
  return claim
}
