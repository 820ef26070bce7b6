import { useCallback, useState } from 'react'

const longest = 200

/** The present, and the ways back and forth. Changes made while nothing changed leave no step. */
export function useHistory<State>(present: State, setPresent: (state: State) => void) {
  const [{ past, future }, setSteps] = useState<{ past: readonly State[]; future: readonly State[] }>({
    past: [],
    future: [],
  })
  const change = useCallback(
    (next: State) => {
      if (next === present) return
      setSteps(({ past: before }) => ({ past: [...before, present].slice(-longest), future: [] }))
      setPresent(next)
    },
    [present, setPresent],
  )
  const undo = () => {
    const last = past.at(-1)
    if (last === undefined) return
    setSteps({ past: past.slice(0, -1), future: [present, ...future] })
    setPresent(last)
  }
  const redo = () => {
    const [next, ...rest] = future
    if (next === undefined) return
    setSteps({ past: [...past, present], future: rest })
    setPresent(next)
  }
  return { change, undo, redo, canUndo: past.length > 0, canRedo: future.length > 0 }
}
