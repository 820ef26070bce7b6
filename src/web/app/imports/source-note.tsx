import { useEffect, useState, type RefObject } from 'react'

type Note = { readonly text: string; readonly left: number; readonly top: number }

/**
 * The reason beside a stretch that is no promise, while it is hovered or focused; Escape puts it away. Readers of the
 * screen get the same words as the stretch's description.
 */
export function SourceNote({ root }: { root: RefObject<HTMLElement | null> }) {
  const [note, setNote] = useState<Note>()
  useEffect(() => {
    const { current } = root
    const follow = (event: Event): void => setNote(noteOf(event.target))
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setNote(undefined)
    }
    const hide = (): void => setNote(undefined)
    current?.addEventListener('pointerover', follow)
    current?.addEventListener('focusin', follow)
    current?.addEventListener('pointerleave', hide)
    // The words scroll away from under their note.
    current?.addEventListener('scroll', hide, true)
    document.addEventListener('keydown', close)
    return () => {
      current?.removeEventListener('pointerover', follow)
      current?.removeEventListener('focusin', follow)
      current?.removeEventListener('pointerleave', hide)
      current?.removeEventListener('scroll', hide, true)
      document.removeEventListener('keydown', close)
    }
  }, [root])
  if (!note) return null
  return (
    <p className="dry-note" aria-hidden="true" style={{ left: note.left, top: note.top }}>
      {note.text}
    </p>
  )
}

function noteOf(target: EventTarget | null): Note | undefined {
  const stretch = target instanceof Element ? target.closest('[data-note]') : null
  const text = stretch?.getAttribute('data-note')
  const box = stretch?.getClientRects()[0]
  return text && box ? { text, left: box.left, top: box.bottom + 4 } : undefined
}
