import { useEffect, type RefObject } from 'react'

/** Down and Enter go to the next row's figure, Up and Shift with Enter to the one before, as in a spreadsheet. */
export function useFigureKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = container.current
    const move = (event: KeyboardEvent) => moveByKey(event, element)
    element?.addEventListener('keydown', move)
    return () => element?.removeEventListener('keydown', move)
  })
}

function moveByKey(event: KeyboardEvent, container: HTMLElement | null): void {
  const from = event.target as HTMLElement
  const step = stepOf(event)
  if (!container || step === 0 || from.dataset['column'] !== 'figure' || event.isComposing) return
  // The arrows choose within a list.
  if (from instanceof HTMLSelectElement && event.key !== 'Enter') return
  event.preventDefault()
  const figures = [...container.querySelectorAll<HTMLElement>('[data-column="figure"]')]
  const next = figures[figures.indexOf(from) + step]
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}

function stepOf({ key, shiftKey }: KeyboardEvent): 1 | 0 | -1 {
  if (key === 'ArrowDown' || (key === 'Enter' && !shiftKey)) return 1
  return key === 'ArrowUp' || key === 'Enter' ? -1 : 0
}
