import { useNavigate, useSearch } from '@tanstack/react-router'
import { readShown, writeShown, type ChangeKind } from './comparison-search.ts'

/** The kinds of change on view, kept in the address. */
export function useShownKinds(): { shown: readonly ChangeKind[]; toggle: (kind: ChangeKind) => void } {
  const { show } = useSearch({ from: '/imports/$importId/comparison/$programmeId' })
  const navigate = useNavigate()
  const shown = readShown(show)
  return {
    shown,
    toggle: (kind) => {
      const next = shown.includes(kind) ? shown.filter((other) => other !== kind) : [...shown, kind]
      void navigate({ to: '.', search: { show: writeShown(next) }, replace: true, resetScroll: false })
    },
  }
}
