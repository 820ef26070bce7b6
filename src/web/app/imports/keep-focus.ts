/** Keeps the keyboard where the work is when a row disappears under it: a confirmed one, a form that was saved. */
export type FocusKeeper = {
  /** Notes a row's neighbours while it is still there. */
  readonly note: (pane: ParentNode | null, target: EventTarget | null) => void
  /** After rendering: if the noted element is gone, focuses its row, what became of it, or the nearest other one. */
  readonly restore: (pane: HTMLElement | null) => void
}

export function newFocusKeeper(): FocusKeeper {
  let focused: Element | undefined
  let candidates: readonly string[] = []
  return {
    note(pane, target) {
      const row = target instanceof Element ? target.closest('[data-reading]') : null
      if (!row || !(target instanceof Element)) return
      focused = target
      const keys = [...(pane?.querySelectorAll('[data-reading]') ?? [])].map((each) => keyOf(each))
      const at = keys.indexOf(keyOf(row))
      // The first part of a split takes the place of the whole.
      candidates = [
        keyOf(row),
        `${keyOf(row)}.1`,
        ...keys.slice(at + 1),
        ...keys.slice(0, Math.max(at, 0)).toReversed(),
      ]
    },
    restore(pane) {
      if (!focused || focused.isConnected || document.activeElement !== document.body) return
      focused = undefined
      for (const key of candidates) {
        const words = pane?.querySelector(`[data-reading="${CSS.escape(key)}"] [data-words]`)
        if (!(words instanceof HTMLElement)) continue
        words.focus()
        return
      }
      pane?.focus()
    },
  }
}

function keyOf(row: Element): string {
  return row.getAttribute('data-reading') ?? ''
}
