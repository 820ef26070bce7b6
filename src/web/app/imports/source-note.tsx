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
    let stretch: Element | null = null
    const place = (): void => setNote(noteOf(stretch))
    const follow = (event: Event): void => {
      stretch = noted(event.target) ?? noted(document.activeElement)
      place()
    }
    const close = (): void => {
      stretch = null
      setNote(undefined)
    }
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close()
    }
    current?.addEventListener('pointerover', follow)
    current?.addEventListener('focusin', follow)
    current?.addEventListener('pointerleave', close)
    // The note goes where its words are scrolled to.
    current?.addEventListener('scroll', place, true)
    document.addEventListener('keydown', closeOnEscape)
    return () => {
      current?.removeEventListener('pointerover', follow)
      current?.removeEventListener('focusin', follow)
      current?.removeEventListener('pointerleave', close)
      current?.removeEventListener('scroll', place, true)
      document.removeEventListener('keydown', closeOnEscape)
    }
  }, [root])
  if (!note) return null
  return (
    <p className="dry-note" aria-hidden="true" style={{ left: note.left, top: note.top }}>
      {note.text}
    </p>
  )
}

function noted(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[data-note]') : null
}

function noteOf(stretch: Element | null): Note | undefined {
  const text = stretch?.getAttribute('data-note')
  const box = stretch?.getClientRects()[0]
  return text && box ? { text, left: box.left, top: box.bottom + 4 } : undefined
}
