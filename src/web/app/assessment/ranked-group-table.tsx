import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountData } from '../../../contract/assessment.ts'
import type { AssessmentGroup } from '../../../domain/assessment/assessed-unit.ts'
import { pointsInWords } from '../../../domain/assessment/account-words.ts'
import { assessmentGroupWords, assessmentRuleWords } from '../../../domain/assessment/assessment-words.ts'
import { bonusCodes, componentCodes, deductionCodes } from '../../../domain/assessment/scheme.ts'
import { add, decimal } from '../../../domain/values/decimal.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useLanguage } from '../language.ts'

type RankedGroupTableProps = {
  group: AssessmentGroup
  accounts: readonly AccountData[]
  /** Whose account is shown. */
  open: string | undefined
}

/** The units of a group by rank, with the parts of each score; the name opens the account. */
export function RankedGroupTable({ group, accounts, open }: RankedGroupTableProps) {
  const { t } = useTranslation('assessment')
  const { language } = useLanguage()
  const narrow = useMediaQuery('(max-width: 767px)')
  const heading = assessmentGroupWords[group][language]
  // On a phone the account says them.
  const partColumns = [
    ...componentCodes.map((code) => ({
      heading: assessmentRuleWords[code][language],
      numeric: true,
      cell: (account: AccountData) => pointsOf(account, [code]) ?? <span className="quiet">—</span>,
    })),
    {
      heading: t('bonus'),
      numeric: true,
      cell: (account: AccountData) => pointsOf(account, bonusCodes) ?? none,
    },
    {
      heading: t('deduction'),
      numeric: true,
      cell: (account: AccountData) => pointsOf(account, deductionCodes) ?? none,
    },
    { heading: t('coefficient'), numeric: true, cell: ({ coefficient }: AccountData) => coefficient },
  ]
  return (
    <>
      <h2>{heading}</h2>
      <RecordTable
        caption={heading}
        compact
        rows={accounts}
        keyOf={({ unitId }) => unitId}
        columns={[
          {
            heading: t('rank'),
            cell: ({ rank }) => (rank === null ? <span className="quiet">{t('unranked')}</span> : rank),
          },
          {
            heading: t('unit'),
            cell: ({ unitId, unit }) => (
              <Link
                to="."
                search={(now) => ({ ...now, unit: unitId === open ? undefined : unitId })}
                resetScroll={false}
                aria-current={unitId === open ? 'true' : undefined}
                lang="zh-CN"
              >
                {unit}
              </Link>
            ),
          },
          {
            heading: t('score'),
            numeric: true,
            cell: ({ score }) => <strong>{pointsInWords(score)}</strong>,
          },
          ...(narrow ? [] : partColumns),
        ]}
      />
    </>
  )
}

const none = pointsInWords(decimal(0))

/** Undefined where the account has no such line. */
function pointsOf({ lines }: AccountData, rules: readonly string[]): string | undefined {
  const own = lines.filter(({ rule }) => rules.includes(rule))
  return own.length === 0 ? undefined : pointsInWords(own.map(({ points }) => points).reduce(add, decimal(0)))
}
