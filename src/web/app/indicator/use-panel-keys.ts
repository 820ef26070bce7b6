import { useEffect, useEffectEvent } from 'react'

type PanelKeys = { close: () => void; previous: () => void; next: () => void }

/** J and K step through the promises, Esc closes; never while somebody types or another dialog is open. */
export function usePanelKeys({ close, previous, next }: PanelKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isElsewhere(event.target)) return
    if (event.key === 'Escape') close()
    if (event.key === 'j') next()
    if (event.key === 'k') previous()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function isElsewhere(target: EventTarget | null): boolean {
  const field = 'input, textarea, select, [contenteditable], [role=combobox], [role=listbox]'
  return (
    document.querySelector('dialog[open], .ant-modal') !== null ||
    (target instanceof Element && target.closest(field) !== null)
  )
}
