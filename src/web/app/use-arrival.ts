import { useRouterState } from '@tanstack/react-router'
import { useEffect, type RefObject } from 'react'

/**
 * Whoever goes on from what stands over every page begins at the main part of the next. Nothing is moved for whoever has
 * not yet put the focus anywhere: their first Tab is the skip link. Within a page, use-kept-focus.ts sees to it.
 */
export function useArrival(main: RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  useEffect(() => {
    const { activeElement, body } = document
    if (path === undefined || activeElement === body || main.current?.contains(activeElement)) return
    main.current?.focus({ preventScroll: true })
  }, [main, path])
}
