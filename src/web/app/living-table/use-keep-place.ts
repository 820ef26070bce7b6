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
    // The panel may lie over the promise, or its address was opened directly.
    if (openPromise !== undefined) promiseLink(openPromise)?.scrollIntoView({ block: 'nearest' })
  }, [openPromise])
}

/** The link of a promise in the table; undefined while it is filtered out. */
export function promiseLink(indicatorId: string): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`[data-promise="${indicatorId}"]`) ?? undefined
}

function firstInView(): Element | undefined {
  return [...document.querySelectorAll('.sentence')].find((element) => {
    const { top } = element.getBoundingClientRect()
    return top >= 0 && top < window.innerHeight
  })
}
