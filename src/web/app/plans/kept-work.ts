/** Unsaved work, kept in the browser until it is submitted or given up: an error, a reload or an expired session loses none. */
import { useCallback, useState } from 'react'

const keyOf = (name: string) => `jiannuo.plan.${name}`

/** A browser may refuse storage; then the work lives as long as the page. */
function read(key: string): unknown {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? undefined : JSON.parse(kept)
  } catch {
    return undefined
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // See read.
  }
}

/** What was typed under this name, undefined where nothing was; and the way to keep or forget it. */
export function useKeptWork<Work>(name: string): [Work | undefined, (work: Work | undefined) => void] {
  const key = keyOf(name)
  const [kept, setKept] = useState(() => read(key) as Work | undefined)
  const keep = useCallback(
    (work: Work | undefined) => {
      setKept(work)
      write(key, work)
    },
    [key],
  )
  return [kept, keep]
}
