/** Whether the session of somebody at work has ended, until they sign in again or give up. */
import { useSyncExternalStore } from 'react'

let raised = false
const listeners = new Set<() => void>()

function set(value: boolean): void {
  raised = value
  for (const listener of listeners) listener()
}

export const sessionExpired = { raise: () => set(true), clear: () => set(false) }

export function useSessionExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => raised,
  )
}
