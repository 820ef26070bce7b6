/** What keeps a cell from being approved without a look: what is open, odd or behind. */
import type { CellRow } from '../../../contract/reporting.ts'
import { isBehind } from '../../../domain/actual.ts'
import { situationOf } from '../../../domain/reported-cell.ts'
import type { ReviewPageData } from '../../../contract/reviews.ts'

export type CellDoubts = {
  readonly suspicions: number
  readonly behind: boolean
  readonly late: boolean
  readonly corrects: boolean
  /** The ledger says otherwise. */
  readonly differs: boolean
}

export function doubtsOf(cell: CellRow, period: ReviewPageData['period']): CellDoubts {
  const [latest] = cell.versions
  return {
    suspicions: cell.suspicions.filter(({ ruling }) => ruling !== 'explained').length,
    behind: latest !== undefined && isBehind(latest, situationOf(cell, period.month, period)),
    late: latest?.lateReason != null,
    corrects: latest?.correctionReason != null,
    differs: latest?.origin === 'stated' && cell.tally !== null,
  }
}

/** Nothing to look at: may be approved with the others. Lateness is no doubt of the figure. */
export function isClean({ suspicions, behind, corrects, differs }: CellDoubts): boolean {
  return suspicions === 0 && !behind && !corrects && !differs
}
