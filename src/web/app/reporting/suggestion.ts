/** What a cell could be filled with, to be confirmed: the ledger's count, else last month's figure. */
import type { CellRow } from '../../../contract/reporting.ts'
import { figureOf, tallied, type TypedActual } from '../../../domain/reporting/actual.ts'

export type Suggestion = { readonly from: 'ledger' | 'before'; readonly fields: Partial<TypedActual> }

export function ledgerSuggestion(cell: CellRow): Suggestion | undefined {
  const counted = tallied(cell)
  if (counted === null) return undefined
  const stage = cell.tally?.stage ?? null
  if (figureOf(cell.target).staged) return stage === null ? undefined : { from: 'ledger', fields: { stage } }
  return {
    from: 'ledger',
    fields: {
      value: counted.value,
      ...(counted.denominator === null ? {} : { denominator: counted.denominator }),
    },
  }
}

export function beforeSuggestion(cell: CellRow): Suggestion | undefined {
  const { before } = cell
  if (!before) return undefined
  const fields = {
    ...(before.value === null ? {} : { value: before.value }),
    ...(before.denominator === null ? {} : { denominator: before.denominator }),
    ...(before.stage === null ? {} : { stage: before.stage }),
    // Without a figure it is the words that are reported.
    ...(before.value === null && before.narrative !== null ? { narrative: before.narrative } : {}),
  }
  return Object.keys(fields).length === 0 ? undefined : { from: 'before', fields }
}

export function suggestionFor(cell: CellRow): Suggestion | undefined {
  return ledgerSuggestion(cell) ?? beforeSuggestion(cell)
}

/** The denominator goes with the plan where nothing else is known. */
export function plannedDenominator(cell: CellRow): string {
  if (figureOf(cell.target).figure !== 'ratio') return ''
  return cell.plan?.denominator ?? cell.share?.denominator ?? '100'
}
