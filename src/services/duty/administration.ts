/** What the office and the administrators look up: units, people, the log. */
import { listLog as listStoredLog } from '../../store/log.ts'
import { listPeople as listStoredPeople } from '../../store/people.ts'
import { listUnits as listStoredUnits } from '../../store/units.ts'
import { dateIn, requireAccess, transaction, type Context } from '../context.ts'

export async function listUnits(ctx: Context) {
  requireAccess(ctx, 'unit.read')
  const units = await transaction(ctx, (tx) => listStoredUnits(tx, dateIn(ctx.now)))
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  return units.map(({ memberIds, ...unit }) => ({
    ...unit,
    members: memberIds.flatMap((id) => nameOf.get(id) ?? []),
  }))
}

export function listPeople(ctx: Context) {
  requireAccess(ctx, 'person.read')
  return transaction(ctx, (tx) => listStoredPeople(tx, dateIn(ctx.now)))
}

const logPageSize = 100

/** One page of the log below `before`, newest first. */
export async function listLog(ctx: Context, before: number | undefined) {
  requireAccess(ctx, 'log.read')
  const entries = await transaction(ctx, (tx) => listStoredLog(tx, before, logPageSize))
  const last = entries.at(-1)
  return { entries, next: entries.length === logPageSize && last && last.seq > 1 ? last.seq : null }
}
