import { useRouter } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Opening or closing the panel changes the table's width and so where its lines stand. What the reader was looking at
 * stays where it was on the screen; a promise opened by its address is brought into view.
 */
export function useKeepPlace(openPromise: string | undefined): void {
  const router = useRouter()
  const kept = useRef<{ element: Element; top: number }>(undefined)
  useEffect(
    () =>
      router.subscribe('onBeforeLoad', () => {
        const element = document.activeElement?.closest('.promise') ?? firstInView()
        kept.current = element ? { element, top: element.getBoundingClientRect().top } : undefined
      }),
    [router],
  )
  useLayoutEffect(() => {
    const { current } = kept
    kept.current = undefined
    if (current?.element.isConnected)
      window.scrollBy(0, current.element.getBoundingClientRect().top - current.top)
    const link = openPromise === undefined ? undefined : promiseLink(openPromise)
    if (link && !isInView(link)) link.scrollIntoView({ block: 'center' })
  }, [openPromise])
}

/** When the panel closes, its promise's link in the table has the focus again. */
export function useReturnedFocus(openPromise: string | undefined): void {
  const last = useRef(openPromise)
  useEffect(() => {
    if (openPromise === undefined && last.current !== undefined)
      promiseLink(last.current)?.focus({ preventScroll: true })
    last.current = openPromise
  }, [openPromise])
}

/** The link of a promise in the table; undefined while it is filtered out. */
function promiseLink(indicatorId: string): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`[data-promise="${indicatorId}"]`) ?? undefined
}

function firstInView(): Element | undefined {
  return [...document.querySelectorAll('.sentence')].find(isInView)
}

/** Below the sticky heads and above the lower edge of the screen. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 100 && bottom <= window.innerHeight
}
