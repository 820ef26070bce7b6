/** The districts' own tables against the government's: does what they take on add up to what was promised? */
import { add, subtract, type Decimal } from '../values/decimal.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../values/ids.ts'
import type { Indicator, Programme } from './programme.ts'
import { matchLists } from '../values/similarity.ts'

export type DistrictProgramme = {
  readonly unitId: UnitId
  readonly unit: string
  readonly programme: Programme
}

export type PromiseShare = {
  readonly unitId: UnitId
  readonly unit: string
  readonly programmeId: ProgrammeId
  readonly indicatorId: IndicatorId
  /** Null where the district promises it without a figure. */
  readonly value: Decimal | null
}

export type Reconciliation = {
  readonly indicatorId: IndicatorId
  readonly shares: readonly PromiseShare[]
  /** Of the shares that have a figure; null where none has. */
  readonly sum: Decimal | null
  /** `sum − target`: below zero what nobody has taken on. Null where there is no target or no sum. */
  readonly difference: Decimal | null
}

export type ReconciledTables = {
  /** Every promise of the government, in order. */
  readonly promises: readonly Reconciliation[]
  /** What a district promises that the government does not, by district. */
  readonly own: readonly { readonly unitId: UnitId; readonly indicatorIds: readonly IndicatorId[] }[]
}

/** Below this a district's promise is another promise than the government's. */
const samePromise = 0.6

export function reconcileShares(
  programme: Programme,
  districts: readonly DistrictProgramme[],
): ReconciledTables {
  const promises = promisesOf(programme)
  const matches = districts.map((district) => ({
    district,
    shareOf: matchShares(promises, promisesOf(district.programme)),
  }))
  return {
    promises: promises.map((promise) => reconcile(promise, matches)),
    own: matches.map(({ district, shareOf }) => {
      const shared = new Set([...shareOf.values()].map(({ id }) => id))
      const own = promisesOf(district.programme).filter(({ id }) => !shared.has(id))
      return { unitId: district.unitId, indicatorIds: own.map(({ id }) => id) }
    }),
  }
}

type Matched = { readonly district: DistrictProgramme; readonly shareOf: ReadonlyMap<Indicator, Indicator> }

function reconcile(promise: Indicator, matches: readonly Matched[]): Reconciliation {
  const shares = matches.flatMap(({ district, shareOf }): PromiseShare[] => {
    const share = shareOf.get(promise)
    if (!share) return []
    const { unitId, unit } = district
    return [{ unitId, unit, programmeId: district.programme.id, indicatorId: share.id, value: share.value }]
  })
  const values = shares.flatMap(({ value }) => value ?? [])
  const sum =
    values.length > 0 && isAddable(promise) ? values.reduce((total, value) => add(total, value)) : null
  const difference = sum !== null && promise.value !== null ? subtract(sum, promise.value) : null
  return { indicatorId: promise.id, shares, sum, difference }
}

/** Shares of a count add up; shares of a rate do not. */
function isAddable({ kind }: Indicator): boolean {
  return kind === 'quantity'
}

/** A share is alike in its object, counted in the same unit, and best of the same verb. */
function matchShares(
  promises: readonly Indicator[],
  shares: readonly Indicator[],
): Map<Indicator, Indicator> {
  return matchLists(
    promises,
    shares,
    { left: ({ object }) => object, right: ({ object }) => object },
    (promise, share, likeness) => {
      if (promise.unit !== share.unit || promise.kind !== share.kind) return 0
      return 0.9 * likeness + 0.1 * Number(promise.action === share.action)
    },
    samePromise,
  )
}

function promisesOf(programme: Programme): readonly Indicator[] {
  return programme.projects.flatMap((project) => project.tasks.flatMap((task) => task.indicators))
}
