/** Reading the map of entries. */
import type { ProgrammeId } from '../domain/ids.ts'
import { Problem } from '../domain/problem.ts'
import { findEntryMap, type EntryMap, type MapFilter } from '../store/entry-map-pages.ts'
import { requireAccess, transaction, type Context } from './context.ts'

/** Throws Problem 'programme.not-found'. */
export async function getEntryMap(
  ctx: Context,
  programmeId: ProgrammeId,
  filter: MapFilter,
): Promise<EntryMap> {
  requireAccess(ctx, 'entry.read')
  const map = await transaction(ctx, (tx) => findEntryMap(tx, programmeId, filter))
  if (!map) throw new Problem('programme.not-found', {})
  return map
}
