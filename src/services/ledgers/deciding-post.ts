/** Who decides on what a ledger holds: its entries, and what looks odd about them. */
import { getPostFor, type HeldPost } from '../../domain/duty/duty.ts'
import type { Cell } from '../../domain/reporting/cell.ts'
import type { ProgrammeId } from '../../domain/values/ids.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { findLedgerPlace } from '../../store/ledger-places.ts'
import { requirePerson, type Context } from '../context.ts'

/** The lead unit's head decides on what its plan covers, the office on everything. Throws Problem 'access.other-unit'. */
export async function getDecidingPost(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  { indicatorId, unitId }: Pick<Cell, 'indicatorId' | 'unitId'>,
): Promise<HeldPost> {
  const { posts } = requirePerson(ctx)
  const place = await findLedgerPlace(tx, programmeId, indicatorId, unitId)
  const offices = posts.flatMap((post) => (post.role === 'supervisor' ? [post.unitId] : []))
  return getPostFor(posts, 'entry.decide', [...(place?.leadUnitId ? [place.leadUnitId] : []), ...offices])
}
