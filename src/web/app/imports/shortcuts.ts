/** The keyboard of the dry run. Letters act only while a reading has the focus, so that they are in nobody's way. */
export type RowShortcut = 'edit' | 'confirm' | 'dismiss' | 'split' | 'merge' | 'add'
export type Shortcut = RowShortcut | 'next' | 'previous' | 'other-side' | 'undo'

const shortcuts: Readonly<Record<string, Shortcut>> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  Enter: 'edit',
  c: 'confirm',
  x: 'dismiss',
  s: 'split',
  m: 'merge',
  a: 'add',
  o: 'other-side',
}

/** In the order of the legend, with the keys as they are written there. */
export const legend = [
  ['move', '↑ ↓'],
  ['edit', 'Enter'],
  ['confirm', 'C'],
  ['dismiss', 'X'],
  ['split', 'S'],
  ['merge', 'M'],
  ['add', 'A'],
  ['source', 'O'],
  ['undo', 'Ctrl+Z'],
] as const

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export function shortcutOf(press: KeyPress): Shortcut | undefined {
  if (press.ctrlKey || press.metaKey)
    return press.key.toLowerCase() === 'z' && !press.shiftKey && !press.altKey ? 'undo' : undefined
  if (press.altKey) return undefined
  return shortcuts[press.key.length === 1 ? press.key.toLowerCase() : press.key]
}

/** The element in the same pane that the arrow keys lead to: the next or previous stop that is visible. */
export function stopBeside(target: Element, step: 1 | -1): HTMLElement | undefined {
  const pane = target.closest('[data-pane]')
  if (!pane) return undefined
  const stops = [...pane.querySelectorAll<HTMLElement>('[data-stop]')].filter(
    (stop) => stop.offsetParent !== null,
  )
  const at = stops.findIndex((stop) => stop === target)
  if (at !== -1) return stops[at + step]
  const row = target.closest('[data-reading]')
  const inRow = row ? stops.findIndex((stop) => row.contains(stop)) : -1
  if (inRow !== -1) return stops[inRow + step]
  return step === 1 ? stops[0] : stops.at(-1)
}
