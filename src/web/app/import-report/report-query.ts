import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { getImportReport } from '../../../contract/imports.ts'
import { call } from '../api.ts'

export type ImportReport = z.output<typeof getImportReport.response>

/** Below its import's key: a correction changes the report. */
export const importReportQuery = (importId: string) =>
  queryOptions({
    queryKey: ['imports', importId, 'report'],
    queryFn: ({ signal }) => call(getImportReport, { params: { importId } }, signal),
  })
