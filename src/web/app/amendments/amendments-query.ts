import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { listAmendments } from '../../../contract/programmes.ts'
import { call } from '../api.ts'

export type Amendment = z.output<typeof listAmendments.response>[number]

export const amendmentsQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'amendments'],
    queryFn: ({ signal }) => call(listAmendments, { params: { programmeId } }, signal),
  })
