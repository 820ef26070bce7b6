/**
 * Which promises are closed (glossary: 销号): off the list of what is chased from the day of closing on. Their lights still
 * follow their figures. A promise that was returned after it was closed is chased again.
 */
import type { IndicatorId } from '../values/ids.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { stateOfClaim, type AcceptanceStep } from './acceptance.ts'

/** One claim with what was decided on it, in order, and the day of the last decision in China. */
export type DecidedClaim = {
  readonly indicatorId: IndicatorId
  readonly no: number
  readonly steps: readonly AcceptanceStep[]
  readonly decidedOn: PlainDate | null
}

/** The day each closed promise was closed. By its latest claim alone, as everything about acceptance. */
export function closedDays(claims: readonly DecidedClaim[]): ReadonlyMap<IndicatorId, PlainDate> {
  const latest = new Map(claims.toSorted((a, b) => a.no - b.no).map((claim) => [claim.indicatorId, claim]))
  return new Map(
    [...latest.values()].flatMap(({ indicatorId, steps, decidedOn }) => {
      const isClosed = stateOfClaim({ inspections: 0, steps }) === 'closed'
      return isClosed && decidedOn !== null ? [[indicatorId, decidedOn] as const] : []
    }),
  )
}

/** Tells by its id whether a promise of the programme is chased still; what is no promise of it is. */
export function stillChased(programme: {
  readonly indicators: readonly { readonly id: IndicatorId; readonly closedOn: PlainDate | null }[]
}): (id: string) => boolean {
  const closed = new Set<string>(
    programme.indicators.flatMap(({ id, closedOn }) => (closedOn === null ? [] : [id])),
  )
  return (id) => !closed.has(id)
}
