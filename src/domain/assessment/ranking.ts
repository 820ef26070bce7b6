/** Units in the order of their scores, districts and departments apart; equal scores share a rank and the next is skipped. */
import { compareDecimals } from '../values/decimal.ts'
import { assess, type Account } from './assess.ts'
import { assessmentGroups, type AssessedUnit, type AssessmentGroup } from './assessed-unit.ts'
import type { AssessmentScheme } from './scheme.ts'

export type RankedAccount = Account & {
  /** Null where the scheme excludes the unit. */
  readonly rank: number | null
}

export type RankedGroup = {
  readonly group: AssessmentGroup
  /** By rank, equal ones by name; excluded ones last. */
  readonly accounts: readonly RankedAccount[]
}

export function rankUnits(units: readonly AssessedUnit[], scheme: AssessmentScheme): readonly RankedGroup[] {
  const accounts = units.map((unit) => assess(unit, scheme))
  return assessmentGroups
    .map((group) => ({
      group,
      accounts: ranked(
        accounts.filter((account) => account.group === group),
        scheme,
      ),
    }))
    .filter((each) => each.accounts.length > 0)
}

function ranked(accounts: readonly Account[], { excluded }: AssessmentScheme): RankedAccount[] {
  const counts = accounts.filter(({ unitId }) => !excluded.includes(unitId))
  const rankOf = (account: Account) =>
    1 + counts.filter(({ score }) => compareDecimals(score, account.score) > 0).length
  return accounts
    .map((account) => ({ ...account, rank: excluded.includes(account.unitId) ? null : rankOf(account) }))
    .toSorted(
      (a, b) =>
        (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
        compareDecimals(b.score, a.score) ||
        a.unit.localeCompare(b.unit, 'zh-CN'),
    )
}
