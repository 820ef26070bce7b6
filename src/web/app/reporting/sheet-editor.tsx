import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellRow, Sheet } from '../../../contract/reporting.ts'
import { longestText, readActual, type Fault } from '../../../domain/actual.ts'
import { situationOf } from '../../../domain/reported-cell.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { narrowScreen } from '../screens.ts'
import { useHoldsPost } from './holds-post.ts'
import { isToFill } from './sheet-entries.ts'
import { SheetRows } from './sheet-rows.tsx'
import { SubmitBar } from './submit-bar.tsx'
import { beforeSuggestion, ledgerSuggestion, plannedDenominator, type Suggestion } from './suggestion.ts'
import { useSheetEntries } from './use-sheet-entries.ts'
import { useSubmit } from './use-submit.ts'

/** The cells of a sheet, to be filled and submitted; only to be read by those who do not act for the unit. */
export function SheetEditor({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('reporting')
  const narrow = useMediaQuery(narrowScreen)
  const isOfficer = useHoldsPost()('actual.report', sheet.unit.id)
  const mayWrite = isOfficer && sheet.period.phase !== 'not-open'
  const typing = useSheetEntries(sheet)
  const [correcting, setCorrecting] = useState<ReadonlySet<string>>(new Set())
  const [lateReason, setLateReason] = useState('')
  const rows = useRef<HTMLDivElement>(null)

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
    const empty = sheet.cells.filter((cell) => isOpen(cell) && isUntouched(cell, typing.typedOf(cell)))
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
    sheet.cells.some(({ standing }) => standing === null)

  return (
    <div
      ref={rows}
      role="group"
      aria-label={t('sheetCaption', { unit: sheet.unit.name })}
      onKeyDown={(event) => moveByKey(event, rows.current)}
    >
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
            onChange={(event) => setLateReason(event.target.value)}
          />
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

function isUntouched(_cell: CellRow, typed: { value: string; stage: string; narrative: string }): boolean {
  return typed.value === '' && typed.stage === '' && typed.narrative === ''
}

function withDenominator(cell: CellRow, { fields }: Suggestion) {
  return { denominator: plannedDenominator(cell), ...fields }
}

/** Down and Enter go to the next row's figure, Up to the one before, as in a spreadsheet. */
function moveByKey(event: KeyboardEvent, container: HTMLElement | null): void {
  const from = event.target as HTMLElement
  if (!container || from.dataset['column'] !== 'figure' || event.nativeEvent.isComposing) return
  const step =
    event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)
      ? 1
      : event.key === 'ArrowUp' || event.key === 'Enter'
        ? -1
        : 0
  if (step === 0 || (from instanceof HTMLSelectElement && event.key !== 'Enter')) return
  event.preventDefault()
  const figures = [...container.querySelectorAll<HTMLElement>('[data-column="figure"]')]
  const next = figures[figures.indexOf(from) + step]
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}
