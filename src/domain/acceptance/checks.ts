/** What is checked before a promise is accepted, from the facts alone; a person decides, with the checks before them. */
import type { LightLevel } from '../light/light-level.ts'
import type { TargetKind } from '../programme/target.ts'
import type { Finding } from './inspection.ts'

export const checkCodes = ['target', 'figures', 'entries', 'doubts', 'evidence', 'sample'] as const
export type CheckCode = (typeof checkCodes)[number]

/** `to-judge`: nothing that could be computed speaks for or against it. */
export const checkOutcomes = ['passed', 'failed', 'to-judge'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

export type Check = {
  readonly code: CheckCode
  readonly outcome: CheckOutcome
  /** The numbers its sentence names. */
  readonly counts: Readonly<Record<string, number>>
}

export type CheckedPromise = {
  readonly kind: TargetKind
  /** Its light by reviewed figures at the latest month there are any of. */
  readonly level: LightLevel
  readonly hasFigure: boolean
  readonly hasStages: boolean
  /** Cells whose latest version did not pass every step. */
  readonly waitingFigures: number
  readonly acceptedEntries: number
  readonly waitingEntries: number
  readonly openDoubts: number
  /** Borne out, while what they are about still counts. */
  readonly upheldDoubts: number
}

export type CheckedClaim = {
  readonly files: number
  /** What was last found of each entry drawn. */
  readonly sample: readonly { readonly finding: Finding | null; readonly photographs: number }[]
}

/** `claim` is null before anything was claimed: what is checked of claims is left out then. */
export function checksOf(promise: CheckedPromise, claim: CheckedClaim | null): readonly Check[] {
  const { waitingFigures, waitingEntries, acceptedEntries, openDoubts, upheldDoubts } = promise
  return [
    targetCheck(promise),
    { code: 'figures', outcome: passedIf(waitingFigures === 0), counts: { waiting: waitingFigures } },
    {
      code: 'entries',
      outcome: passedIf(waitingEntries === 0),
      counts: { accepted: acceptedEntries, waiting: waitingEntries },
    },
    {
      code: 'doubts',
      outcome: passedIf(openDoubts === 0 && upheldDoubts === 0),
      counts: { open: openDoubts, upheld: upheldDoubts },
    },
    ...(claim === null ? [] : claimChecks(claim)),
  ]
}

export function failing(checks: readonly Check[]): readonly Check[] {
  return checks.filter(({ outcome }) => outcome === 'failed')
}

function passedIf(holds: boolean): CheckOutcome {
  return holds ? 'passed' : 'failed'
}

/** What has neither figure nor stages is kept up, not reached: a person says whether it was. */
function targetCheck({ kind, level, hasFigure, hasStages }: CheckedPromise): Check {
  const measured = (hasFigure && (kind === 'quantity' || kind === 'rate')) || hasStages
  const lagging = level === 'behind' || level === 'far-behind'
  const outcome = measured ? passedIf(level === 'reached') : lagging ? 'failed' : 'to-judge'
  return { code: 'target', outcome, counts: {} }
}

/** Whether by its facts a promise can be claimed as kept. */
export function isTargetMet(promise: CheckedPromise): boolean {
  return promise.level !== 'unplanned' && targetCheck(promise).outcome !== 'failed'
}

function claimChecks({ files, sample }: CheckedClaim): Check[] {
  const found = sample.filter(({ finding }) => finding === 'found').length
  const differs = sample.filter(({ finding }) => finding === 'differs').length
  const missing = sample.filter(({ finding }) => finding === 'not-found').length
  const unseen = sample.filter(({ finding }) => finding === null).length
  const withoutPhotograph = sample.filter(
    ({ finding, photographs }) => finding !== null && photographs === 0,
  ).length
  const sound = found === sample.length && withoutPhotograph === 0
  return [
    { code: 'evidence', outcome: passedIf(files > 0), counts: { files } },
    {
      code: 'sample',
      outcome: sample.length === 0 ? 'to-judge' : passedIf(sound),
      counts: { drawn: sample.length, found, differs, missing, unseen, withoutPhotograph },
    },
  ]
}
