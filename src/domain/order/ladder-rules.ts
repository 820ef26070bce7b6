/** How a government climbs the ladder: its own dated data, so that what happened in a month stays explained by its rules. */
import type { Month } from '../values/month.ts'
import { Problem } from '../problems/problem.ts'
import { isHigherStep, type LadderStep } from './ladder.ts'

/** What a matter begins with. The two levels of lights that lag, or what else gives cause. */
export const startCauses = ['behind', 'far-behind', 'doubt', 'instruction', 'hand'] as const
export type StartCause = (typeof startCauses)[number]

/** Lights that may open a matter by themselves when their month is published. */
export const openingLevels = ['behind', 'far-behind'] as const
export type OpeningLevel = (typeof openingLevels)[number]

export type StepRule = {
  /** Working days until it lapses. */
  readonly days: number
  /** Whether it is entered by itself when the one before has lapsed. */
  readonly automatic: boolean
}

export type LadderRules = {
  /** The words before the year of a number: 常政督〔2023〕5号. */
  readonly series: string
  /** Of orders that follow a leader's instruction. */
  readonly instructionSeries: string
  readonly starts: Readonly<Record<StartCause, LadderStep>>
  readonly opens: Readonly<Record<OpeningLevel, boolean>>
  readonly steps: Readonly<Record<LadderStep, StepRule>>
  /** Working days a unit has at least after a reply was returned or an extension refused. */
  readonly daysAfterAnswer: number
}

/** As recorded: `no` counts them; the highest that reaches a month counts for it. */
export type RecordedLadderRules = {
  readonly no: number
  readonly fromMonth: Month
  readonly rules: LadderRules
}

/**
 * Before an office sets its own: only what is no document happens by itself, so that nothing bears a government's number
 * that nobody decided.
 */
export const defaultLadderRules: LadderRules = {
  series: '政督',
  instructionSeries: '批督',
  starts: { behind: 'reminder', 'far-behind': 'urging', doubt: 'urging', instruction: 'blue', hand: 'blue' },
  opens: { behind: false, 'far-behind': false },
  steps: {
    reminder: { days: 5, automatic: false },
    urging: { days: 3, automatic: true },
    blue: { days: 10, automatic: false },
    orange: { days: 5, automatic: false },
    red: { days: 5, automatic: false },
    bulletin: { days: 5, automatic: false },
    talk: { days: 5, automatic: false },
  },
  daysAfterAnswer: 2,
}

/** No 0 are the default rules. */
export function ladderRulesFor(recorded: readonly RecordedLadderRules[], month: Month): RecordedLadderRules {
  const reaching = recorded.filter(({ fromMonth }) => fromMonth <= month)
  return reaching.toSorted((a, b) => b.no - a.no)[0] ?? { no: 0, fromMonth: month, rules: defaultLadderRules }
}

/** Throws Problem 'ladder-rules.out-of-order' where what lags more would start lower. */
export function checkLadderRules({ starts }: LadderRules): void {
  if (isHigherStep(starts.behind, starts['far-behind']))
    throw new Problem('ladder-rules.out-of-order', { behind: starts.behind, farBehind: starts['far-behind'] })
}
