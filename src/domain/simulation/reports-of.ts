/** What is reported of what is done: late, wrong and put right, left out, or the plan’s number instead of the truth. */
import type { Random } from './random.ts'
import type { Fudge } from './simulated-cell.ts'

export type Reporting = {
  /** Really done by the end of months 0, 1, 2 … */
  readonly done: readonly number[]
  /** The plan for the end of months 0 to 12. */
  readonly planned: readonly number[]
  /** The part of a month’s work that is reported a month later. */
  readonly lateShare: number
  readonly fudge: Fudge | null
  readonly decimals: number
  readonly random: Random
}

export type Report = { readonly month: number; readonly value: number; readonly correctedIn: number | null }

const monthsReported = 12
const chanceMissing = 0.02
const chanceWrong = 0.015

/** Months 1 to 12; corrections stand after what they correct. */
export function reportsOf(reporting: Reporting): readonly Report[] {
  const honest = reporting.done.map((_, month) => honestFigure(reporting, month))
  return reporting.fudge === null
    ? withMistakes(honest, reporting)
    : withPlanNumbers(honest, reporting, reporting.fudge)
}

function honestFigure({ done, lateShare, decimals }: Reporting, month: number): number {
  const before = done[month - 1] ?? 0
  const now = done[month] ?? 0
  const scale = 10 ** decimals
  return Math.floor((now - lateShare * (now - before)) * scale + 1e-6) / scale
}

type Mistake = { readonly since: number; readonly until: number; readonly value: number }

function withMistakes(honest: readonly number[], { decimals, random }: Reporting): readonly Report[] {
  const reports: Report[] = []
  let wrong: Mistake | null = null
  for (let month = 1; month <= monthsReported; month++) {
    const right = honest[month] ?? 0
    if (wrong !== null && wrong.until === month) {
      for (let past = wrong.since; past < month; past++) {
        reports.push({ month: past, value: honest[past] ?? 0, correctedIn: month })
      }
      wrong = null
    }
    if (wrong === null && random.chance(chanceWrong) && right > 0) {
      const value = Number((right * random.between(1.05, 1.3)).toFixed(decimals))
      wrong = { since: month, until: month + 1 + Math.floor(random.next() * 3), value }
    }
    if (!random.chance(chanceMissing)) {
      reports.push({ month, value: Math.max(right, wrong?.value ?? 0), correctedIn: null })
    }
  }
  // What was left out has nothing to be corrected.
  return reports.filter(
    ({ month, correctedIn }) =>
      correctedIn === null || reports.some((first) => first.month === month && first.correctedIn === null),
  )
}

function withPlanNumbers(
  honest: readonly number[],
  { planned, random }: Reporting,
  fudge: Fudge,
): readonly Report[] {
  const since = 1 + Math.floor(random.next() * 4)
  const until = fudge === 'corrected' ? 7 + Math.floor(random.next() * 5) : monthsReported + 1
  const reports: Report[] = []
  for (let month = 1; month <= monthsReported; month++) {
    const right = honest[month] ?? 0
    const claimed = month >= since ? Math.max(right, planned[month] ?? planned.at(-1) ?? 0) : right
    if (month === until) {
      const claims = reports.filter((report) => report.value !== (honest[report.month] ?? 0))
      for (const claim of claims) {
        reports.push({ month: claim.month, value: honest[claim.month] ?? 0, correctedIn: month })
      }
    }
    reports.push({ month, value: month < until ? claimed : right, correctedIn: null })
  }
  return reports
}
