import { useNavigate, useSearch } from '@tanstack/react-router'
import type { TableSearch } from './table-search.ts'

type Change = { readonly [Key in keyof TableSearch]?: TableSearch[Key] | undefined }

/** The search in the address and the way to change it; the page, an open panel and the scroll position stay. */
export function useTableSearch(): { search: TableSearch; change: (change: Change) => void } {
  const search = useSearch({ from: '/programmes/$programmeId' })
  const navigate = useNavigate()
  return {
    search,
    change: (changed) =>
      void navigate({
        to: '.',
        search: (now) => ({ ...now, ...changed }),
        replace: true,
        resetScroll: false,
      }),
  }
}

export const noFilters = {
  leader: undefined,
  unit: undefined,
  district: undefined,
  kinds: undefined,
  q: undefined,
}
