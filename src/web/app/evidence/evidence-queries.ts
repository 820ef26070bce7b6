/** What the evidence strip asks for. */
import { queryOptions } from '@tanstack/react-query'
import { getEvidence } from '../../../contract/evidence.ts'
import { call } from '../api.ts'

/** An entry of a cell, or the cell. */
export type Proven = {
  readonly programmeId: string
  readonly indicatorId: string
  readonly unitId: string
  readonly month: string
  readonly entryId?: string | undefined
}

export const evidenceQuery = ({ programmeId, ...query }: Proven) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'evidence', query],
    queryFn: ({ signal }) => call(getEvidence, { params: { programmeId }, query }, signal),
  })
