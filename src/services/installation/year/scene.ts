/** What holds for all of the demonstration's year: the programme, the story of each cell, the dates, who acts. */
import type { Role } from '../../../domain/duty/access.ts'
import type { Boundary } from '../../../domain/ledger/boundary.ts'
import type { PlanDraft } from '../../../domain/plan/plan.ts'
import type { Programme } from '../../../domain/programme/programme.ts'
import type { Period } from '../../../domain/reporting/period.ts'
import type { WorkingCalendar } from '../../../domain/reporting/working-day.ts'
import { statutoryHolidays } from '../../../domain/reporting/statutory-holidays.ts'
import { workingCalendar } from '../../../domain/reporting/working-day.ts'
import { demonstrationPlans } from '../../../domain/simulation/demonstration-plans.ts'
import {
  demonstrationYear,
  type DemonstrationUnit,
  type DemonstrationYear,
} from '../../../domain/simulation/demonstration-year.ts'
import type { ProgrammeId, UnitId } from '../../../domain/values/ids.ts'
import { plainDate, type PlainDate } from '../../../domain/values/plain-date.ts'
import { listActors, type Actor } from '../../../store/acting-posts.ts'
import { transaction, type Context } from '../../context.ts'
import { getProgramme } from '../../imports/programmes.ts'
import { getPlanOverview } from '../../plans/plans.ts'
import { getPeriods } from '../../reporting/periods.ts'

export type Scene = {
  readonly seed: string
  readonly programmeId: ProgrammeId
  readonly programme: Programme
  readonly plans: readonly PlanDraft[]
  readonly story: DemonstrationYear
  readonly units: readonly DemonstrationUnit[]
  readonly periods: readonly Period[]
  readonly calendar: WorkingCalendar
  readonly boundaries: readonly Boundary[]
  readonly cast: readonly Actor[]
  /** A folder for files that lie there while they are loaded. */
  readonly scratch: string
}

/** The day by which plans are drafted; the first month opens on the 20th of January. */
export function planningDay(year: number): PlainDate {
  return plainDate(year, 1, 9)
}

/** `signInNames` are the accounts that act. */
export async function openScene(
  given: Context,
  { seed, programmeId }: { readonly seed: string; readonly programmeId: ProgrammeId },
  { signInNames, scratch }: { readonly signInNames: readonly string[]; readonly scratch: string },
): Promise<Scene> {
  const programme = await getProgramme(given, programmeId)
  const ctx = { ...given, now: instant(planningDay(programme.year), 9) }
  const cast = await transaction(ctx, (tx) => listActors(tx, signInNames, planningDay(programme.year)))
  const office = actAs(ctx, actorWith(cast, 'supervisor'))
  const overview = await getPlanOverview(office, programmeId)
  const { months: periods, days } = await getPeriods(office, programmeId)
  const plans = demonstrationPlans(seed, programme, overview)
  const units = overview.units.map(({ unitId, name, kind }) => ({
    unitId,
    name,
    isDistrict: kind === 'district',
  }))
  return {
    seed,
    programmeId,
    programme,
    plans,
    story: demonstrationYear({ seed, programme, plans, units }),
    units,
    periods,
    calendar: workingCalendar(statutoryHolidays, days),
    boundaries: ctx.boundaries ?? [],
    cast,
    scratch,
  }
}

/** The same moment, with somebody acting. */
export function actAs(ctx: Context, { personId, posts }: Actor): Context {
  return { ...ctx, person: { id: personId, roles: posts.map(({ role }) => role), posts } }
}

export function actorWith(cast: readonly Actor[], role: Role): Actor {
  const found = cast.find(({ posts }) => posts.some((post) => post.role === role))
  if (!found) throw new Error(`nobody of the demonstration acts as ${role}`)
  return found
}

/** Who states figures and signs for a unit; undefined where nobody does. */
export function officerOf(cast: readonly Actor[], unitId: UnitId): Actor | undefined {
  return cast.find(({ posts }) =>
    posts.some(
      (post) => post.unitId === unitId && (post.role === 'lead-officer' || post.role === 'district-officer'),
    ),
  )
}

/** An instant of a day in China. */
export function instant(day: PlainDate, hour: number, minute = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + (hour * 60 + minute) * 60_000)
}
