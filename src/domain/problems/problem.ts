/**
 * The one catalogue of errors. A Problem is what a person can act on: a stable code, the details its sentence names,
 * the sentence in both languages. The API maps the code to a status, the CLI prints the sentence, the web shows it.
 */
import { problemsOfAcceptance } from './problems-of-acceptance.ts'
import { problemsOfAssessment } from './problems-of-assessment.ts'
import { problemsOfDocuments } from './problems-of-documents.ts'
import { problemsOfEvidence } from './problems-of-evidence.ts'
import { problemsOfLedgers } from './problems-of-ledgers.ts'
import { problemsOfDuty } from './problems-of-duty.ts'
import { problemsOfOversight } from './problems-of-oversight.ts'
import { problemsOfOrders } from './problems-of-orders.ts'
import { problemsOfOperation } from './problems-of-operation.ts'
import { problemsOfPapers } from './problems-of-papers.ts'
import { problemsOfPlans } from './problems-of-plans.ts'
import { problemsOfProgrammes } from './problems-of-programmes.ts'
import { problemsOfReporting } from './problems-of-reporting.ts'

export type { ForeignFormat } from './problems-of-documents.ts'

export const problems = {
  ...problemsOfDocuments,
  ...problemsOfProgrammes,
  ...problemsOfOperation,
  ...problemsOfPlans,
  ...problemsOfReporting,
  ...problemsOfLedgers,
  ...problemsOfDuty,
  ...problemsOfEvidence,
  ...problemsOfOversight,
  ...problemsOfOrders,
  ...problemsOfPapers,
  ...problemsOfAcceptance,
  ...problemsOfAssessment,
} as const

export type ProblemCode = keyof typeof problems
export type ProblemDetails<Code extends ProblemCode> = Parameters<(typeof problems)[Code]['zh']>[0]
export type Language = 'zh' | 'en'

export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'Problem'
  readonly code: Code
  readonly details: ProblemDetails<Code>

  constructor(code: Code, details: ProblemDetails<Code>, options?: ErrorOptions) {
    super(problemSentence(code, details, 'zh'), options)
    this.code = code
    this.details = details
  }
}

/** The sentence a person reads for a problem. */
export function problemSentence(code: ProblemCode, details: unknown, language: Language): string {
  const write = problems[code][language] as (d: unknown) => string
  return write(details)
}
