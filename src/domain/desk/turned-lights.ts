/** Which promises stand otherwise now than when a month was last published. */
import { compareLevels, isLagging, type LightColour, type LightLevel } from '../light/light-level.ts'
import { compareLagging } from './lagging-promises.ts'
import type { LightScope, SubjectId, SubjectLight } from '../light/programme-lights.ts'

export type PublishedLevel = {
  readonly scope: LightScope
  readonly subjectId: SubjectId
  readonly level: LightLevel
  readonly colour: LightColour
}

export type TurnedLight = {
  readonly before: PublishedLevel
  readonly now: SubjectLight
  /** Worse than published, or better. */
  readonly way: 'worse' | 'better'
}

/** Those that got worse first, by how bad they are now. A promise without a published light has not turned. */
export function turnedLights(
  published: readonly PublishedLevel[],
  subjects: readonly SubjectLight[],
): TurnedLight[] {
  const publishedOf = new Map(
    published.flatMap((light) => (light.scope === 'indicator' ? [[light.subjectId, light] as const] : [])),
  )
  return subjects
    .flatMap((now): TurnedLight[] => {
      const before = now.scope === 'indicator' ? publishedOf.get(now.subjectId) : undefined
      const turn = before ? turnOf(before.level, now.level) : 0
      return before && turn !== 0 ? [{ before, now, way: turn > 0 ? 'worse' : 'better' }] : []
    })
    .toSorted(
      (a, b) => Number(a.way === 'better') - Number(b.way === 'better') || compareLagging(a.now, b.now),
    )
}

/** Above 0 where it got worse. What nothing was due of, or was not planned, counts as keeping to plan. */
function turnOf(before: LightLevel, now: LightLevel): number {
  const isJudged = [before, now].every((level) => level !== 'unplanned' && level !== 'not-due')
  return isJudged ? compareLevels(now, before) : Number(isLagging(now)) - Number(isLagging(before))
}
