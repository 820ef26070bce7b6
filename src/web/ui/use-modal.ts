import { useEffect, type RefObject } from 'react'

/** While a panel lies over the page, nothing else on the page can be reached. */
export function useModal(panel: RefObject<HTMLElement | null>, isOver: boolean): void {
  useEffect(() => {
    if (!isOver || !panel.current) return undefined
    const covered = beside(panel.current).filter(({ inert }) => !inert)
    for (const each of covered) each.inert = true
    return () => {
      for (const each of covered) each.inert = false
    }
  }, [panel, isOver])
}

/** Everything that is not within an element and that it is not within. */
function beside(element: HTMLElement): HTMLElement[] {
  const parent = element.parentElement
  if (!parent) return []
  const others = [...parent.children]
    .filter((each) => each instanceof HTMLElement)
    .filter((each) => each !== element)
  return parent === document.body ? others : [...others, ...beside(parent)]
}
