import type { UnitId } from '../../../domain/ids.ts'
import { mayDo } from '../../../domain/access.ts'
import { useSession } from '../session.tsx'

/** The units one enters for, by one's posts. */
export function useOwnUnits(): { readonly id: UnitId; readonly name: string }[] {
  const posts = useSession()?.person?.posts ?? []
  const own = posts.filter(({ role }) => mayDo([role], 'entry.write'))
  return [...new Map(own.map(({ unitId, unit }) => [unitId, { id: unitId, name: unit }])).values()]
}
