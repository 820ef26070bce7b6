import { useEffect } from 'react'

/**
 * What has the focus may go away under one's hands: a form that was sent, a button in whose place something else stands, a
 * page. Then the focus goes to the nearest part of the page around it that is still there, and Tab goes on from that place
 * instead of from the top. A button that rests while its work is done has the focus again afterwards.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    // What has the focus, and what it is a part of, from the inside out.
    let around: readonly HTMLElement[] = []
    let hasRested = false
    const note = ({ target }: FocusEvent) => {
      around = placesAround(target)
      hasRested = false
    }
    // A click on nothing leaves the focus nowhere on purpose.
    const forget = () => {
      around = []
    }
    const keep = () => {
      const [last] = around
      if (!last) return
      // A browser takes the focus from a resting button only when it draws it.
      if (last.isConnected && last.matches(':disabled')) hasRested = true
      else if (document.activeElement !== document.body) return
      else if (!last.isConnected) focusPlace(around.find(({ isConnected }) => isConnected))
      else if (hasRested) last.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(keep)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', forget)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', forget)
    }
  }, [])
}

function placesAround(target: EventTarget | null): HTMLElement[] {
  const places: HTMLElement[] = []
  for (let each = target; each instanceof HTMLElement && each !== document.body; each = each.parentElement)
    places.push(each)
  return places
}

/** Any part of a page can have the focus for once. */
function focusPlace(place: HTMLElement | undefined): void {
  if (!place) return
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  }
  place.focus({ preventScroll: true })
}
