import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellRow, Sheet } from '../../../contract/reporting.ts'
import { longestText, readActual, type Fault, type TypedActual } from '../../../domain/reporting/actual.ts'
import { situationOf } from '../../../domain/reporting/reported-cell.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { narrowScreen } from '../screens.ts'
import { useHoldsPost } from './holds-post.ts'
import { isToFill, rowIdOf } from './sheet-entries.ts'
import { SheetRows } from './sheet-rows.tsx'
import { SubmitBar } from './submit-bar.tsx'
import { beforeSuggestion, ledgerSuggestion, plannedDenominator, type Suggestion } from './suggestion.ts'
import { useFigureKeys } from './use-figure-keys.ts'
import { useSheetEntries } from './use-sheet-entries.ts'
import { useSubmit } from './use-submit.ts'

/**
 * The cells of a sheet, to be filled and submitted; only to be read by those who do not act for the unit. `at` is
 * the promise that somebody came for.
 */
export function SheetEditor({ sheet, at }: { sheet: Sheet; at: string | undefined }) {
  const { t } = useTranslation('reporting')
  const narrow = useMediaQuery(narrowScreen)
  const isOfficer = useHoldsPost()('actual.report', sheet.unit.id)
  const mayWrite = isOfficer && sheet.period.phase !== 'not-open'
  const typing = useSheetEntries(sheet)
  const [correcting, setCorrecting] = useState<ReadonlySet<string>>(new Set())
  const [lateReason, setLateReason] = useState('')
  const rows = useRef<HTMLDivElement>(null)
  useFigureKeys(rows)
  useEffect(() => {
    const row = at && document.getElementById(rowIdOf(at))
    if (!row) return
    row.scrollIntoView({ block: 'center' })
    row.querySelector<HTMLElement>('[data-column="figure"]')?.focus({ preventScroll: true })
  }, [at])

  const isOpen = (cell: CellRow) =>
    mayWrite && (isToFill(cell) || correcting.has(cell.indicatorId) || cell.indicatorId in typing.entries)
  const faultsOf = (cell: CellRow): readonly Fault[] => {
    const typed = typing.typedOf(cell)
    const whole = typed.lateReason.trim() === '' ? { ...typed, lateReason } : typed
    return readActual(whole, situationOf(cell, sheet.period.month, sheet.period)).faults
  }
  const toSubmit = sheet.cells.filter((cell) => isOpen(cell) && cell.indicatorId in typing.entries)
  const submit = useSubmit(sheet, typing, toSubmit, lateReason, faultsOf)

  const fill = (from: (cell: CellRow) => Suggestion | undefined) => {
    const empty = sheet.cells.filter((cell) => isOpen(cell) && isUntouched(typing.typedOf(cell)))
    typing.change(
      empty.flatMap((cell) => {
        const suggestion = from(cell)
        return suggestion ? [[cell, withDenominator(cell, suggestion)] as const] : []
      }),
    )
  }
  const asksLate =
    mayWrite &&
    (sheet.period.phase === 'late' || sheet.period.phase === 'locked') &&
    sheet.cells.some(({ standing, closedOn }) => standing === null && closedOn === null)

  const lateMissing = toSubmit.some(
    (cell) =>
      submit.shown.has(cell.indicatorId) && faultsOf(cell).some(({ field }) => field === 'lateReason'),
  )

  return (
    <div ref={rows}>
      {!isOfficer && <p className="quiet">{t('readOnly')}</p>}
      {mayWrite && (
        <div className="sheet-tools">
          <button type="button" className="button" onClick={() => fill(ledgerSuggestion)}>
            {t('fillFromLedger')}
          </button>
          <button type="button" className="button" onClick={() => fill(beforeSuggestion)}>
            {t('fillFromBefore')}
          </button>
          <span className="quiet">{t('sheetHint')}</span>
        </div>
      )}
      {asksLate && (
        <label className="sheet-late">
          <span>{t('lateForAll')}</span>
          <input
            value={lateReason}
            maxLength={longestText.lateReason}
            aria-invalid={lateMissing}
            onChange={(event) => setLateReason(event.target.value)}
          />
          {lateMissing && (
            <span className="fault" role="alert">
              {t('fault_after-due', { field: t('field_lateReason') })}
            </span>
          )}
        </label>
      )}
      <SheetRows
        sheet={sheet}
        narrow={narrow}
        typing={typing}
        isOpen={isOpen}
        faultsOf={(cell) => (submit.shown.has(cell.indicatorId) ? faultsOf(cell) : [])}
        asksFor={faultsOf}
        onCorrect={mayWrite ? (id) => setCorrecting((now) => new Set([...now, id])) : undefined}
      />
      {mayWrite && (
        <SubmitBar
          count={toSubmit.length}
          left={sheet.cells.filter((cell) => isToFill(cell) && !(cell.indicatorId in typing.entries)).length}
          typing={typing.state}
          submit={submit}
        />
      )}
    </div>
  )
}

function isUntouched({ value, stage, narrative }: TypedActual): boolean {
  return value === '' && stage === '' && narrative === ''
}

function withDenominator(cell: CellRow, { fields }: Suggestion) {
  return { denominator: plannedDenominator(cell), ...fields }
}
