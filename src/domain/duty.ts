/** Duty binds to a post of a unit: what one may do there depends on which unit it is, not only on the role. */
import { mayDo, type Action, type Role } from './access.ts'
import type { PostId, UnitId } from './ids.ts'
import { Problem } from './problem.ts'

/** A post that a person acts with today, as its holder or standing in for the holder. */
export type HeldPost = {
  readonly id: PostId
  readonly title: string
  readonly unitId: UnitId
  readonly unit: string
  readonly role: Role
  /** True where somebody else holds it and this person stands in. */
  readonly standsIn: boolean
}

/** The post that may do this for one of these units; undefined where none may. */
export function findPostFor(
  posts: readonly HeldPost[],
  action: Action,
  units: readonly UnitId[],
): HeldPost | undefined {
  return posts.find((post) => mayDo([post.role], action) && units.includes(post.unitId))
}

/** Throws Problem 'access.other-unit' where no post may do this for any of these units. */
export function getPostFor(posts: readonly HeldPost[], action: Action, units: readonly UnitId[]): HeldPost {
  const post = findPostFor(posts, action, units)
  if (!post) throw new Problem('access.other-unit', { action })
  return post
}
