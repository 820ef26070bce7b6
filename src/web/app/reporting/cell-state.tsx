import { useTranslation } from 'react-i18next'
import type { CellRow } from '../../../contract/reporting.ts'
import { useDates } from '../dates.ts'

type CellStateProps = { cell: CellRow; touched: boolean; onCorrect: (() => void) | undefined }

/** Where a cell stands, the reason where it was returned, and the way to correct it. */
export function CellState({ cell, touched, onCorrect }: CellStateProps) {
  const { t } = useTranslation('reporting')
  const { day } = useDates()
  const { standing, versions, closedOn } = cell
  const returned =
    standing?.state === 'returned'
      ? versions[0]?.reviews.find((each) => each.decision === 'return')
      : undefined
  return (
    <div className="cell-state" data-state={standing?.state ?? 'empty'}>
      <span>
        {standing
          ? t(`state_${standing.state}`)
          : touched
            ? t('state_typed')
            : closedOn
              ? t('state_closed', { day: day(closedOn) })
              : t('state_empty')}
      </span>
      {standing && <span className="quiet"> {t('version', { version: standing.version })}</span>}
      {returned && (
        <p className="returned-reason">
          {t('returnedBecause', { by: returned.by, reason: returned.reason ?? '' })}
        </p>
      )}
      {cell.evidence > 0 && <span className="quiet"> {t('evidenceCount', { count: cell.evidence })}</span>}
      {standing && standing.state !== 'returned' && onCorrect && (
        <>
          {' '}
          <button type="button" className="link-button" onClick={onCorrect}>
            {t('correct')}
          </button>
        </>
      )}
    </div>
  )
}
