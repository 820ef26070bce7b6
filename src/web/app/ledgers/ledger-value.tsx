import { useTranslation } from 'react-i18next'
import type { LedgersPage } from '../../../contract/ledgers.ts'
import { decimal, type Decimal } from '../../../domain/decimal.ts'
import { ledgers } from '../../../domain/ledger.ts'
import { grouped } from '../../ui/figures.ts'

type Row = Pick<LedgersPage['ledgers'][number], 'target' | 'sum' | 'stated' | 'share'>

const zero = decimal(0)

/** A sum as the kind of ledger states it: numerator over denominator for coverage, else with its unit. */
export function figureOf(
  { target }: Pick<Row, 'target'>,
  value: Decimal,
  denominator: Decimal | null,
): string {
  if (ledgers[target.ledger].countsBy === 'numerator' && denominator !== null && denominator !== zero)
    return `${grouped(value)} / ${grouped(denominator)}`
  if (target.unit === '%') return `${grouped(value)}%`
  const unit = target.unit === null ? '' : ` ${target.unit}`
  return `${grouped(value)}${unit}`
}

/** Whether the value is what the accepted entries add up to, or a figure that was stated: the page always says which. */
export function LedgerValue({ row }: { row: Row }) {
  const { t } = useTranslation('ledgers')
  const { sum, stated } = row
  if (sum.acceptedEntries + sum.waitingEntries > 0)
    return (
      <>
        <strong className="ledger-figure">{figureOf(row, sum.accepted, sum.acceptedDenominator)}</strong>{' '}
        <span className="quiet">{t('fromLedger', { count: sum.acceptedEntries })}</span>
      </>
    )
  if (stated)
    return (
      <>
        <strong className="ledger-figure">{figureOf(row, stated.value, stated.denominator)}</strong>{' '}
        <span className="quiet">{t('fromStatement')}</span>
      </>
    )
  return <span className="quiet">{t('noValue')}</span>
}

export function WaitingSum({ row }: { row: Row }) {
  const { t } = useTranslation('ledgers')
  const { sum } = row
  if (sum.waitingEntries === 0) return <span className="quiet">—</span>
  return (
    <>
      {figureOf(row, sum.waiting, sum.waitingDenominator)}{' '}
      <span className="quiet">{t('entries', { count: sum.waitingEntries })}</span>
    </>
  )
}

export function ShareFigure({ row }: { row: Row }) {
  const { t } = useTranslation('ledgers')
  if (!row.share) return <span className="quiet">{t('noShare')}</span>
  return <>{figureOf(row, row.share.value, row.share.denominator)}</>
}
