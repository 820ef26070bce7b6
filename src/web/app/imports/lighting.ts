/**
 * Lights up both sides of a dry run. What belongs together carries the same key in `data-light`; hovering or focusing
 * one sets `data-lit` on all. This goes straight to the elements: rendering a table of a hundred promises again for
 * every movement of the mouse would lag.
 */
export type Lighting = {
  /** The lights of whatever the event met; nothing met leaves the focused element's lights on. */
  readonly follow: (root: ParentNode | null, target: EventTarget | null) => void
  /** Lights of some keys, until something else is met. */
  readonly show: (root: ParentNode | null, keys: string) => void
  /** The same lights on what has been rendered since. */
  readonly refresh: (root: ParentNode | null) => void
}

export function newLighting(): Lighting {
  let shown = ''
  let lit: readonly Element[] = []
  const refresh = (root: ParentNode | null): void => {
    for (const element of lit) element.removeAttribute('data-lit')
    lit = shown === '' ? [] : shown.split(' ').flatMap((key) => elementsWith(root, key))
    for (const element of lit) element.setAttribute('data-lit', '')
  }
  const show = (root: ParentNode | null, keys: string): void => {
    if (keys === shown) return
    shown = keys
    refresh(root)
  }
  const follow = (root: ParentNode | null, target: EventTarget | null): void =>
    show(root, keysOf(target) || keysOf(document.activeElement))
  return { follow, show, refresh }
}

/** The keys of the innermost element that has any. */
export function keysOf(target: EventTarget | null): string {
  const element = target instanceof Element ? target.closest('[data-light]') : null
  return element?.getAttribute('data-light') ?? ''
}

export function elementsWith(root: ParentNode | null, key: string): Element[] {
  return root ? [...root.querySelectorAll(`[data-light~="${CSS.escape(key)}"]`)] : []
}

/** Scrolls the pane to the first element of a key, and focuses it where it takes focus. */
export function reveal(pane: HTMLElement | null, key: string): Element | undefined {
  const found = elementsWith(pane, key)
  const first = found.find((element) => element.matches('[data-reading]')) ?? found[0]
  // A whole task is seen from its head.
  first?.scrollIntoView({ block: first.matches('section') ? 'start' : 'center', inline: 'nearest' })
  const focusable = first?.matches('a, button') ? first : first?.querySelector('[data-words]')
  if (focusable instanceof HTMLElement) focusable.focus({ preventScroll: true })
  return first
}
