import { useCallback, useEffect, type KeyboardEvent } from 'react'
import type { DraftProgramme, DraftTask } from '../../../domain/draft.ts'
import { formOf } from './forms.ts'
import type { ImportActions } from './import-actions.ts'
import { needsLook, readingAfter, tasksOf } from './import-reading.ts'
import { shortcutOf, stopBeside, type RowShortcut } from './shortcuts.ts'

type KeysInput = {
  draft: DraftProgramme
  actions: ImportActions
  showOther: (from: Element) => void
  undo: () => void
}

/** The keyboard of the dry run: see shortcuts.ts. */
export function useDryRunKeys({
  draft,
  actions,
  showOther,
  undo,
}: KeysInput): (event: KeyboardEvent) => void {
  // Undo works wherever the focus is, but inside a field it belongs to what is being typed.
  useEffect(() => {
    if (actions.readOnly) return
    const onUndo = (event: globalThis.KeyboardEvent): void => {
      if (shortcutOf(event) !== 'undo' || inField(event.target)) return
      event.preventDefault()
      undo()
    }
    document.addEventListener('keydown', onUndo)
    return () => document.removeEventListener('keydown', onUndo)
  }, [actions.readOnly, undo])

  return useCallback(
    (event) => {
      const { target } = event
      if (!(target instanceof Element) || inField(target) || !target.closest('[data-pane]')) return
      const shortcut = shortcutOf(event)
      switch (shortcut) {
        case undefined:
        case 'undo':
          return
        case 'next':
        case 'previous': {
          const stop = stopBeside(target, shortcut === 'next' ? 1 : -1)
          if (!stop) return
          event.preventDefault()
          stop.focus()
          stop.scrollIntoView({ block: 'nearest' })
          return
        }
        case 'other-side':
          event.preventDefault()
          showOther(target)
          return
        default:
          if (actions.readOnly || !target.closest('[data-pane="reading"]')) return
          // On any other control Enter does what that control does.
          if (shortcut === 'edit' && event.key === 'Enter' && !target.matches('[data-words]')) return
          if (actOnRow(shortcut, target, draft, actions)) event.preventDefault()
      }
    },
    [draft, actions, showOther],
  )
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, form, [role="combobox"], [role="dialog"]') !== null
  )
}

/** Whether the row had an answer to the key. */
function actOnRow(
  shortcut: RowShortcut,
  target: Element,
  draft: DraftProgramme,
  actions: ImportActions,
): boolean {
  const key = target.closest('[data-reading]')?.getAttribute('data-reading')
  const task = tasksOf(draft).find((each) => each.indicators.some((indicator) => indicator.key === key))
  const indicator = task?.indicators.find((each) => each.key === key)
  if (!task || !indicator) return false
  switch (shortcut) {
    case 'edit':
      actions.openForm(formOf.edit(indicator.key))
      return true
    case 'split':
      actions.openForm(formOf.split(indicator.key))
      return true
    case 'add':
      actions.openForm(formOf.add(task.key))
      return true
    case 'confirm':
      if (needsLook(indicator)) actions.correctNow({ type: 'confirm', indicator: indicator.key })
      return true
    case 'dismiss':
      actions.correctNow({ type: 'not-a-target', indicator: indicator.key })
      return true
    case 'merge':
      return mergeWithNext(task, indicator.key, actions)
  }
}

function mergeWithNext(task: DraftTask, key: string, actions: ImportActions): boolean {
  const next = readingAfter(task, key)
  if (next) actions.correctNow({ type: 'merge', indicator: key, with: next.key })
  return true
}
