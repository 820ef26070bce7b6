import { useEffect, type RefObject } from 'react'

/** Publishes an element's height as a CSS variable, for what has to stick below it. */
export function usePublishedHeight(element: RefObject<HTMLElement | null>, variable: `--${string}`): void {
  useEffect(() => {
    const { current } = element
    if (!current) return undefined
    const style = document.documentElement.style
    const observer = new ResizeObserver(() => style.setProperty(variable, `${current.offsetHeight}px`))
    observer.observe(current)
    return () => {
      observer.disconnect()
      style.removeProperty(variable)
    }
  }, [element, variable])
}
