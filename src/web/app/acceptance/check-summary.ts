import type { AcceptedPromise } from '../../../contract/acceptance.ts'
import { failing, type CheckCode } from '../../../domain/acceptance/checks.ts'

/** Which checks fail. */
export function checkSummary(checks: AcceptedPromise['checks']): readonly CheckCode[] {
  return failing(checks).map(({ code }) => code)
}
