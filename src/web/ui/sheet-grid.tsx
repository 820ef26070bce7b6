/** A small spreadsheet by the grid pattern of ARIA (docs/decisions/0020-plan-grid.md): one stop for Tab, cells by arrows. */
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { holds, type CellEdit } from './sheet-block.ts'
import { useSheetKeys } from './use-sheet-keys.ts'
import './sheet-grid.css'

export type SheetColumn = {
  readonly key: string
  readonly heading: string
  readonly width?: 'wide' | undefined
}
export type SheetRow = { readonly key: string; readonly heading: string; readonly detail?: ReactNode }
export type SheetFooter = {
  readonly heading: string
  readonly cells: readonly ReactNode[]
  readonly tone?: 'differs'
}

type SheetGridProps = {
  readonly label: string
  readonly rowHeading: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly valueOf: (row: number, column: number) => string
  /** What is wrong with a cell, in a sentence. */
  readonly faultOf?: (row: number, column: number) => string | undefined
  readonly footer?: readonly SheetFooter[]
  readonly readOnly?: boolean
  readonly onEdit: (edits: readonly CellEdit[]) => void
  readonly onUndo?: () => void
  readonly onRedo?: () => void
  /** How to use the keyboard; read out with the sheet. */
  readonly hint?: string
}

const noFooter: readonly SheetFooter[] = []
// A table that is worked in like a sheet is a grid to a screen reader; its cells follow from it (HTML-AAM, td).
const gridRole = { role: 'grid' } as const

export function SheetGrid({
  label,
  rowHeading,
  columns,
  rows,
  valueOf,
  faultOf,
  footer = noFooter,
  readOnly = false,
  onEdit,
  onUndo = nothing,
  onRedo = nothing,
  hint,
}: SheetGridProps) {
  const size = { rows: rows.length, columns: columns.length }
  const sheet = useSheetKeys({ size, valueOf, onEdit, onUndo, onRedo, readOnly })
  const table = useRef<HTMLTableElement>(null)
  const { active, editing } = sheet
  const isEditing = editing !== null
  const hintId = useId()

  // The focus follows the active cell and comes back from its input, but is never taken from elsewhere on the page.
  const wasEditing = useRef(false)
  useEffect(() => {
    const comesBack = wasEditing.current && document.activeElement === document.body
    wasEditing.current = isEditing
    if (isEditing || !(comesBack || table.current?.contains(document.activeElement))) return
    table.current?.querySelector<HTMLElement>(`[data-at="${active.row}:${active.column}"]`)?.focus()
  }, [active.row, active.column, isEditing])

  return (
    <div className="sheet-scroll">
      <table
        ref={table}
        {...gridRole}
        className="sheet-grid"
        aria-label={label}
        aria-multiselectable="true"
        aria-readonly={readOnly}
        {...(hint === undefined ? {} : { 'aria-describedby': hintId })}
        {...sheet.handlers}
      >
        <thead>
          <tr>
            <th scope="col">{rowHeading}</th>
            {columns.map(({ key, heading, width }) => (
              <th key={key} scope="col" data-width={width}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, heading, detail }, row) => (
            <tr key={key}>
              <th scope="row">
                <span lang="zh-CN">{heading}</span>
                {detail}
              </th>
              {columns.map((column, at) => {
                const isActive = active.row === row && active.column === at
                const fault = faultOf?.(row, at)
                return (
                  <td
                    key={column.key}
                    data-at={`${row}:${at}`}
                    tabIndex={isActive ? 0 : -1}
                    aria-selected={holds(sheet.block, row, at)}
                    {...(fault === undefined ? {} : { 'aria-invalid': true, title: fault })}
                    onMouseDown={(event) => {
                      if (isActive && isEditing) return
                      sheet.commit()
                      sheet.moveTo({ row, column: at }, event.shiftKey)
                    }}
                    onDoubleClick={() => sheet.beginEdit(valueOf(row, at))}
                  >
                    {isActive && editing ? (
                      <input
                        className="sheet-input"
                        ref={focusAtEnd}
                        aria-label={`${heading} ${column.heading}`}
                        value={editing.text}
                        onChange={(event) => sheet.type(event.target.value)}
                        onBlur={sheet.commit}
                      />
                    ) : (
                      valueOf(row, at)
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {footer.length > 0 && (
          <tfoot>
            {footer.map(({ heading, cells, tone }) => (
              <tr key={heading} data-tone={tone}>
                <th scope="row">{heading}</th>
                {columns.map(({ key }, at) => (
                  <td key={key}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
      {hint !== undefined && (
        <p className="quiet sheet-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}

function nothing(): void {
  // A sheet without a history has nothing to undo.
}

function focusAtEnd(input: HTMLInputElement | null): void {
  if (!input || document.activeElement === input) return
  input.focus()
  input.setSelectionRange(input.value.length, input.value.length)
}
