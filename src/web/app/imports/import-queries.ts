/** What the import pages ask the API for. */
import { queryOptions } from '@tanstack/react-query'
import { listUnits } from '../../../contract/administration.ts'
import { getImport, listImports } from '../../../contract/imports.ts'
import { call } from '../api.ts'

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => call(listImports, {}, signal),
})

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => call(getImport, { params: { importId } }, signal),
  })

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => call(listUnits, {}, signal),
  staleTime: 60_000,
})
