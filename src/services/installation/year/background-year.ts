/** The demonstration's year run beside the server that answers already; how far it is may be asked at any time. */
import type { StepDone } from '../../../store/demonstration.ts'
import type { Context } from '../../context.ts'
import { runYear, type YearRun } from './run-year.ts'

export type YearProgress = Pick<StepDone, 'no' | 'of' | 'month'>

export type BackgroundYear = {
  /** Null where nothing is being run, or no more. */
  readonly progress: () => YearProgress | null
  /** Waits for the step under way; the rest is done by the next start. */
  readonly stop: () => Promise<void>
}

export type BackgroundYearOptions = Omit<YearRun, 'tell' | 'isStopped'> & {
  /** Told when a month is done, null for what comes before the first, and how long it all took so far. */
  readonly monthDone: (month: string | null, seconds: number) => void
  /** It stays where it is until the next start. */
  readonly failed: (error: unknown) => void
}

export function startYear(ctx: Context, options: BackgroundYearOptions): BackgroundYear {
  const { monthDone, failed, ...run } = options
  let stopped = false
  let last: StepDone | null = null
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1000
  const tell = (done: StepDone) => {
    if (last !== null && last.month !== done.month) monthDone(last.month, seconds())
    last = done
    if (done.no === done.of) monthDone(done.month, seconds())
  }
  const running = runYear(ctx, { ...run, tell, isStopped: () => stopped })
    .catch(failed)
    .finally(() => {
      last = null
    })
  return {
    progress: () => last,
    stop: async () => {
      stopped = true
      await running
    },
  }
}
