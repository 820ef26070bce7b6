import { useTranslation } from 'react-i18next'
import type { CellRow, Sheet } from '../../../contract/reporting.ts'
import type { Fault } from '../../../domain/actual.ts'
import { SheetRow } from './sheet-row.tsx'
import { pasteColumn } from './paste-column.ts'
import type { SheetEntries } from './use-sheet-entries.ts'

export type SheetRowsProps = {
  sheet: Sheet
  narrow: boolean
  typing: SheetEntries
  isOpen: (cell: CellRow) => boolean
  /** What is shown as wrong. */
  faultsOf: (cell: CellRow) => readonly Fault[]
  /** What would be wrong now, to open the fields a rule asks for. */
  asksFor: (cell: CellRow) => readonly Fault[]
  onCorrect: ((indicatorId: string) => void) | undefined
}

/** The cells in the order of the table: rows, or cards where there is no room for columns. */
export function SheetRows(props: SheetRowsProps) {
  const { t } = useTranslation('reporting')
  const { sheet, narrow, typing, isOpen } = props
  const rows = sheet.cells.map((cell, index) => {
    const open = sheet.cells.slice(index).filter(isOpen)
    return (
      <SheetRow
        key={cell.indicatorId}
        cell={cell}
        month={sheet.period.month}
        narrow={narrow}
        open={isOpen(cell)}
        typed={typing.typedOf(cell)}
        entry={typing.entries[cell.indicatorId]}
        faults={props.faultsOf(cell)}
        asks={props.asksFor(cell)}
        onChange={(fields) => typing.change([[cell, fields]])}
        onPaste={(text) => pasteColumn(text, open, typing.change)}
        onChoose={(mine) => typing.choose(cell.indicatorId, mine)}
        onCorrect={props.onCorrect && (() => props.onCorrect?.(cell.indicatorId))}
      />
    )
  })
  if (narrow) return <ul className="sheet-cards">{rows}</ul>
  return (
    <table className="record-table sheet-table" aria-label={t('sheetCaption', { unit: sheet.unit.name })}>
      <thead>
        <tr>
          <th scope="col">{t('promise')}</th>
          <th scope="col">{t('plan')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('ledger')}</th>
          <th scope="col">{t('figure')}</th>
          <th scope="col">{t('narrative')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  )
}
