import { queryOptions } from '@tanstack/react-query'
import { compareImport } from '../../../contract/imports.ts'
import { call } from '../api.ts'

/** Below its import's key: whatever changes the import changes the comparison. */
export const comparisonQuery = (importId: string, programmeId: string) =>
  queryOptions({
    queryKey: ['imports', importId, 'comparison', programmeId],
    queryFn: ({ signal }) => call(compareImport, { params: { importId, programmeId } }, signal),
  })
