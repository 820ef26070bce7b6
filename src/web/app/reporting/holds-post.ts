import { mayDo, type Action } from '../../../domain/access.ts'
import { useSession } from '../session.tsx'

/** Whether one of the person's posts may do this for a unit. */
export function useHoldsPost(): (action: Action, unitId: string) => boolean {
  const posts = useSession()?.person?.posts ?? []
  return (action, unitId) => posts.some((post) => mayDo([post.role], action) && post.unitId === unitId)
}
