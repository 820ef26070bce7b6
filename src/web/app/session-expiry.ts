/** Whether the API has refused a call for want of a session, until somebody signs in or gives up. */
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
