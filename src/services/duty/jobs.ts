/**
 * What the server does by itself: reminders, the ladder and mail, for every government it serves (decision 28). Each job may run in
 * several processes at once and after any interruption, so a loop in each of them is all it takes.
 */
import type { TenantId } from '../../domain/values/ids.ts'
import { isYearUnderWay } from '../../store/demonstration.ts'
import { transaction, type Context, type Database } from '../context.ts'
import { climbLadder } from '../oversight/climb-ladder.ts'
import { sendDigests, type MailSettings } from './mail.ts'
import { remind } from './reminders.ts'

export type JobOptions = {
  readonly db: Database
  readonly tenantIds: readonly TenantId[]
  readonly now: () => Date
  /** Undefined where no mail server is configured. */
  readonly mail: MailSettings | undefined
  /** Told of what failed; the next round tries again. */
  readonly failed: (job: string, error: unknown) => void
  readonly interval?: number
}

export type Jobs = {
  /** Waits for what is under way. */
  readonly stop: () => Promise<void>
}

const everyMinute = 60_000

export function startJobs({ interval = everyMinute, ...options }: JobOptions): Jobs {
  let stopped = false
  let waiting: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  function next(): void {
    round = runJobs(options).finally(() => {
      if (!stopped) waiting = setTimeout(next, interval).unref()
    })
  }
  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(waiting)
      await round
    },
  }
}

/** One round of every job for every government; a failure of one holds up no other. */
export async function runJobs({
  db,
  tenantIds,
  now,
  mail,
  failed,
}: Omit<JobOptions, 'interval'>): Promise<void> {
  for (const tenantId of tenantIds) {
    const ctx = (): Context => ({ db, tenantId, person: null, now: now() })
    await remind(ctx()).catch((error: unknown) => failed('reminders', error))
    await climb(ctx()).catch((error: unknown) => failed('ladder', error))
    if (mail) await sendDigests(ctx(), mail).catch((error: unknown) => failed('mail', error))
  }
}

/** In a demonstration's year the ladder climbs by the days of that year: today's would lapse everything at once. */
async function climb(ctx: Context): Promise<void> {
  if (!(await transaction(ctx, isYearUnderWay))) await climbLadder(ctx)
}
