import { useEffect } from 'react'

/** What was opened beside the rest of a page gives the focus back to what opened it, unless it has gone elsewhere. */
export function useFocusBack(): void {
  useEffect(() => {
    const opener = document.activeElement
    return () => {
      // Nobody has the focus then, or a part of the page around the opener (use-kept-focus.ts).
      if (opener instanceof HTMLElement && document.activeElement?.contains(opener)) opener.focus()
    }
  }, [])
}
