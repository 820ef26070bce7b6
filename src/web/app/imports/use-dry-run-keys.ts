import { useEffect, type RefObject } from 'react'
import {
  needsLook,
  type DraftIndicator,
  type DraftProgramme,
  type DraftTask,
} from '../../../domain/programme/draft.ts'
import { formOf } from './forms.ts'
import type { ImportActions } from './import-actions.ts'
import { readingAfter, tasksOf } from './import-reading.ts'
import { shortcutOf, stopBeside, type RowShortcut } from './shortcuts.ts'

type KeysInput = {
  root: RefObject<HTMLElement | null>
  draft: DraftProgramme
  actions: ImportActions
  showOther: (from: Element) => void
  undo: () => void
}

/** The keyboard of the dry run: see shortcuts.ts. */
export function useDryRunKeys({ root, draft, actions, showOther, undo }: KeysInput): void {
  // Undo works wherever the focus is, but inside a field it belongs to what is being typed.
  useEffect(() => {
    const onUndo = (event: KeyboardEvent): void => {
      if (actions.readOnly || shortcutOf(event) !== 'undo' || inField(event.target)) return
      event.preventDefault()
      undo()
    }
    document.addEventListener('keydown', onUndo)
    return () => document.removeEventListener('keydown', onUndo)
  }, [actions.readOnly, undo])

  useEffect(() => {
    const { current } = root
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.target instanceof Element)) return
      if (event.key === 'Escape') closeForm(event.target, actions)
      else if (followKey(event, event.target, { draft, actions, showOther })) event.preventDefault()
    }
    current?.addEventListener('keydown', onKey)
    return () => current?.removeEventListener('keydown', onKey)
  }, [root, draft, actions, showOther])
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, form, [role="combobox"], [role="dialog"]') !== null
  )
}

/** An open list of choices takes the first Escape for itself. */
function closeForm(target: Element, actions: ImportActions): void {
  if (target.closest('form') && target.getAttribute('aria-expanded') !== 'true') actions.openForm(null)
}

type KeyContext = Pick<KeysInput, 'draft' | 'actions' | 'showOther'>

/** Whether the key meant something here. */
function followKey(
  event: KeyboardEvent,
  target: Element,
  { draft, actions, showOther }: KeyContext,
): boolean {
  const shortcut = shortcutOf(event)
  if (shortcut === undefined || shortcut === 'undo' || inField(target) || !target.closest('[data-pane]'))
    return false
  if (shortcut === 'next' || shortcut === 'previous') return moveFrom(target, shortcut === 'next' ? 1 : -1)
  if (shortcut === 'other-side') {
    showOther(target)
    return true
  }
  if (actions.readOnly || !target.closest('[data-pane="reading"]')) return false
  // On any other control Enter does what that control does.
  if (event.key === 'Enter' && !target.matches('[data-words]')) return false
  const key = target.closest('[data-reading]')?.getAttribute('data-reading')
  const task = tasksOf(draft).find((each) => each.indicators.some((indicator) => indicator.key === key))
  const indicator = task?.indicators.find((each) => each.key === key)
  if (!task || !indicator) return false
  rowActions[shortcut](actions, indicator, task)
  return true
}

function moveFrom(target: Element, step: 1 | -1): boolean {
  const stop = stopBeside(target, step)
  stop?.focus()
  stop?.scrollIntoView({ block: 'nearest' })
  return stop !== undefined
}

type RowAction = (actions: ImportActions, indicator: DraftIndicator, task: DraftTask) => void

const rowActions = {
  edit: (actions, { key }) => actions.openForm(formOf.edit(key)),
  split: (actions, { key }) => actions.openForm(formOf.split(key)),
  add: (actions, _, task) => actions.openForm(formOf.add(task.key)),
  confirm: (actions, indicator) => {
    if (needsLook(indicator)) actions.correctNow({ type: 'confirm', indicator: indicator.key })
  },
  dismiss: (actions, { key }) => actions.correctNow({ type: 'not-a-target', indicator: key }),
  merge: (actions, { key }, task) => {
    const next = readingAfter(task, key)
    if (next) actions.correctNow({ type: 'merge', indicator: key, with: next.key })
  },
} as const satisfies Record<RowShortcut, RowAction>
