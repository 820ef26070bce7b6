/** How a programme changed, and how the districts' tables stand to it. */
import type { IndicatorId, ProgrammeId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { Indicator, Programme } from '../../domain/programme/programme.ts'
import { reconcileShares, type DistrictProgramme } from '../../domain/programme/reconciliation.ts'
import {
  listAmendments as listStoredAmendments,
  listShares,
  type AmendmentRecord,
} from '../../store/amendment-pages.ts'
import { findProgramme } from '../../store/programme-pages.ts'
import { requireAccess, transaction, type Context } from '../context.ts'

/** Throws Problem 'programme.not-found'. */
export async function listAmendments(ctx: Context, id: ProgrammeId): Promise<AmendmentRecord[]> {
  requireAccess(ctx, 'programme.read')
  const amendments = await transaction(ctx, (tx) => listStoredAmendments(tx, id))
  if (amendments.length === 0) throw new Problem('programme.not-found', {})
  return amendments
}

/** Throws Problem 'programme.not-found'. */
export function getShares(ctx: Context, id: ProgrammeId) {
  requireAccess(ctx, 'programme.read')
  return transaction(ctx, async (tx) => {
    const programme = await findProgramme(tx, id)
    if (!programme) throw new Problem('programme.not-found', {})
    const districts: DistrictProgramme[] = []
    for (const share of await listShares(tx, id)) {
      const table = await findProgramme(tx, share.programmeId)
      if (table) districts.push({ unitId: share.unitId, unit: share.unit, programme: table })
    }
    return shareTable(programme, districts)
  })
}

function shareTable(programme: Programme, districts: readonly DistrictProgramme[]) {
  const { promises, own } = reconcileShares(programme, districts)
  const stated = indexPromises([programme, ...districts.map((district) => district.programme)])
  return {
    districts: districts.map(({ unitId, unit, programme: { id } }) => ({ unitId, unit, programmeId: id })),
    promises: promises.map((promise) => ({ ...promise, ...getStated(stated, promise.indicatorId) })),
    own: own.map(({ unitId, indicatorIds }) => ({
      unitId,
      promises: indicatorIds.map((indicatorId) => ({
        indicatorId,
        ...getStated(stated, indicatorId).target,
      })),
    })),
  }
}

type Stated = { readonly taskNo: string; readonly target: Indicator }

function indexPromises(programmes: readonly Programme[]): ReadonlyMap<IndicatorId, Stated> {
  const tasks = programmes.flatMap((programme) => programme.projects.flatMap((project) => project.tasks))
  return new Map(
    tasks.flatMap((task) => task.indicators.map((target) => [target.id, { taskNo: task.no, target }])),
  )
}

function getStated(stated: ReadonlyMap<IndicatorId, Stated>, id: IndicatorId): Stated {
  const found = stated.get(id)
  if (!found) throw new Error(`no promise ${id} in the tables compared`)
  return found
}
