/** The keyboard of a spreadsheet: arrows, Tab, Enter, typing into a cell, Ctrl+D, Ctrl+Z and Ctrl+Y, the clipboard. */
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import {
  blockOf,
  clamp,
  clearBlock,
  copyBlock,
  fillDown,
  pasteBlock,
  type Block,
  type CellAt,
  type CellEdit,
  type SheetSize,
} from './sheet-block.ts'

export type SheetActions = {
  readonly size: SheetSize
  readonly valueOf: (row: number, column: number) => string
  readonly onEdit: (edits: readonly CellEdit[]) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  /** Where nothing may be typed. */
  readonly readOnly: boolean
}

export type Editing = CellAt & { readonly text: string }

const steps: Readonly<Record<string, CellAt>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

export function useSheetKeys(actions: SheetActions) {
  const { size, valueOf, onEdit, readOnly } = actions
  const [anchor, setAnchor] = useState<CellAt>({ row: 0, column: 0 })
  const [chosen, setActive] = useState<CellAt>({ row: 0, column: 0 })
  const [editing, setEditing] = useState<Editing | null>(null)
  const active = clamp(chosen, size)
  const block: Block = blockOf(clamp(anchor, size), active)

  const moveTo = (to: CellAt, extend = false) => {
    const at = clamp(to, size)
    setActive(at)
    if (!extend) setAnchor(at)
  }
  const edit = (edits: readonly CellEdit[]) => {
    if (!readOnly && edits.length > 0) onEdit(edits)
  }
  const commit = () => {
    if (editing && editing.text !== valueOf(editing.row, editing.column))
      edit([{ row: editing.row, column: editing.column, value: editing.text }])
    setEditing(null)
  }
  const beginEdit = (text: string) => {
    if (!readOnly) setEditing({ ...active, text })
  }

  /** Whether there is a cell to go to; past the last one Tab leaves the sheet. */
  const moveByTab = (back: boolean): boolean => {
    const at = active.row * size.columns + active.column + (back ? -1 : 1)
    if (at < 0 || at >= size.rows * size.columns) return false
    moveTo({ row: Math.floor(at / size.columns), column: at % size.columns })
    return true
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const handled = editing ? editingKey(event) : gridKey(event)
    if (handled) event.preventDefault()
  }

  function editingKey(event: KeyboardEvent): boolean {
    if (event.nativeEvent.isComposing) return false
    if (event.key === 'Escape') {
      setEditing(null)
      return true
    }
    if (event.key === 'Enter') {
      commit()
      moveTo({ row: active.row + (event.shiftKey ? -1 : 1), column: active.column })
      return true
    }
    if (event.key !== 'Tab') return false
    commit()
    return moveByTab(event.shiftKey)
  }

  function gridKey(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey) return commandKey(event)
    const step = steps[event.key]
    if (step) {
      moveTo({ row: active.row + step.row, column: active.column + step.column }, event.shiftKey)
      return true
    }
    if (event.altKey) return false
    switch (event.key) {
      case 'Tab':
        return moveByTab(event.shiftKey)
      case 'Home':
        moveTo({ row: active.row, column: 0 }, event.shiftKey)
        return true
      case 'End':
        moveTo({ row: active.row, column: size.columns - 1 }, event.shiftKey)
        return true
      case 'Enter':
      case 'F2':
        beginEdit(valueOf(active.row, active.column))
        return true
      case 'Delete':
      case 'Backspace':
        edit(clearBlock(block))
        return true
      default:
        if (event.key.length !== 1 || readOnly) return false
        beginEdit(event.key)
        return true
    }
  }

  function commandKey({ key, shiftKey }: KeyboardEvent): boolean {
    switch (key.toLowerCase()) {
      case 'd':
        edit(fillDown(block, valueOf))
        return true
      case 'z':
        if (shiftKey) actions.onRedo()
        else actions.onUndo()
        return true
      case 'y':
        actions.onRedo()
        return true
      case 'a':
        setAnchor({ row: 0, column: 0 })
        setActive({ row: size.rows - 1, column: size.columns - 1 })
        return true
      case 'home':
        moveTo({ row: 0, column: 0 }, shiftKey)
        return true
      case 'end':
        moveTo({ row: size.rows - 1, column: size.columns - 1 }, shiftKey)
        return true
      default:
        return false
    }
  }

  const onCopy = (event: ClipboardEvent) => {
    if (editing) return
    event.clipboardData.setData('text/plain', copyBlock(block, valueOf))
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (editing) return
    edit(pasteBlock(event.clipboardData.getData('text/plain'), block, size))
    event.preventDefault()
  }

  return {
    active,
    block,
    editing,
    moveTo,
    beginEdit,
    commit,
    type: (text: string) => setEditing((now) => now && { ...now, text }),
    handlers: { onKeyDown, onCopy, onPaste },
  }
}
