/** Freezing a month, and what was frozen. */
import type { ProgrammeId } from '../../domain/values/ids.ts'
import { addMonths, type Month } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { canonicalJson, monthSnapshot, snapshotChanges } from '../../domain/reporting/snapshot.ts'
import { asNewest, readSnapshot } from '../../domain/reporting/kept-snapshot.ts'
import {
  findLatestSnapshot,
  findMonthToFreeze,
  findSnapshot,
  insertFreeze,
  listFreezes as listStoredFreezes,
  type FreezeRecord,
} from '../../store/freezes.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findProgramme } from '../../store/programme-pages.ts'
import { dateIn, requireAccess, requirePost, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'
import { sha256, sm3 } from '../ledgers/digests.ts'
import { datedPeriod } from './month-dates.ts'
import { judgedLights, keepPublished } from '../oversight/lights.ts'
import { openByLights } from '../oversight/open-by-light.ts'
import { notify } from '../duty/notify.ts'
import type { File } from '../imports/programmes.ts'

export type Freezing = { readonly month: Month; readonly no: number; readonly reason: string }

/**
 * The office freezes a month once it is past due. Throws Problem 'freeze.too-early', 'freeze.reason-missing' or
 * 'freeze.overtaken'.
 */
export function freezeMonth(ctx: Context, programmeId: ProgrammeId, { month, no, reason }: Freezing) {
  const { personId, post } = requirePost(ctx, 'period.freeze')
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const found = await findMonthToFreeze(tx, programmeId, month)
    const programme = await findProgramme(tx, programmeId)
    if (!found || !programme) throw new Problem('programme.not-found', {})
    const { facts, frozen, cells } = found
    const { phase, toleratedPercent: _tolerated, ...period } = datedPeriod(facts, month, dateIn(ctx.now))
    if (phase === 'not-open' || phase === 'open')
      throw new Problem('freeze.too-early', { month, dueOn: period.dueOn })
    if (no !== frozen + 1) throw new Problem('freeze.overtaken', {})
    if (no > 1 && reason.trim() === '') throw new Problem('freeze.reason-missing', { place: 'reason' })
    const lights = await judgedLights(ctx, tx, programmeId, month)
    const earlier = await findLatestSnapshot(tx, programmeId, addMonths(month, -1))
    const snapshot = canonicalJson(
      monthSnapshot(
        {
          programme: { id: programmeId, title: facts.title, year: facts.year },
          no,
          frozenAt: ctx.now.toISOString(),
          period,
          lights: lights.subjects,
          colours: lights.rules.colours,
        },
        cells,
        programme,
        earlier === undefined ? null : readSnapshot(earlier),
      ),
    )
    const bytes = Buffer.from(snapshot)
    const digests = { sha256: sha256(bytes), sm3: sm3(bytes) }
    await insertFreeze(tx, {
      programmeId,
      month,
      no,
      snapshot,
      ...digests,
      reason: reason.trim() || null,
      by: personId,
      postId: post.id,
      at: ctx.now,
    })
    await keepPublished(tx, programmeId, lights, { month, no })
    await openByLights(ctx, tx, programmeId, month, lights)
    const hex = { sha256: digests.sha256.toString('hex'), sm3: digests.sm3.toString('hex') }
    await notify(
      ctx,
      tx,
      {
        kind: 'frozen',
        programmeId,
        indicatorId: null,
        unitId: null,
        month,
        details: { no, sha256: hex.sha256 },
        onceKey: `frozen:${programmeId}:${month}:${no}`,
      },
      { roles: ['lead-officer', 'lead-reviewer', 'district-officer'], unitId: null },
    )
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'month.freeze',
      subjectKind: 'programme',
      subjectId: programmeId,
      details: { month, no, reason: reason.trim() || null, ...hex },
    })
    return { no, ...hex }
  })
}

/** Each freezing with what it changed since the one before. */
export async function listFreezes(ctx: Context, programmeId: ProgrammeId) {
  requireAccess(ctx, 'actual.read')
  const records = await transaction(ctx, (tx) => listStoredFreezes(tx, programmeId))
  return records.map(({ snapshot, ...record }) => ({
    ...record,
    changes: changesSince(records, record.month, record.no - 1, snapshot),
  }))
}

function changesSince(
  records: readonly FreezeRecord[],
  month: Month,
  no: number,
  snapshot: FreezeRecord['snapshot'],
) {
  const before = records.find((record) => record.month === month && record.no === no)?.snapshot
  return before && snapshot ? snapshotChanges(asNewest(before), asNewest(snapshot)) : []
}

/** The characters that the digests are of, and no others: the name alone is marked. Throws Problem 'freeze.not-found'. */
export async function getFreeze(
  ctx: Context,
  programmeId: ProgrammeId,
  month: Month,
  no: number,
): Promise<File> {
  requireAccess(ctx, 'actual.read')
  const { snapshot, mark } = await transaction(ctx, async (tx) => ({
    snapshot: await findSnapshot(tx, programmeId, month, no),
    mark: await fileMark(tx),
  }))
  if (snapshot === undefined) throw new Problem('freeze.not-found', {})
  return {
    fileName: `${month.slice(0, 7)}-${no}${mark.inName}.json`,
    mediaType: 'application/json',
    bytes: Buffer.from(snapshot),
  }
}
