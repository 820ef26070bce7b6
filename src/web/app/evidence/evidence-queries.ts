/** What the evidence strip and the map ask for. */
import { queryOptions } from '@tanstack/react-query'
import { getEntriesOnMap, getEvidence, getMapGround } from '../../../contract/evidence.ts'
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

export const mapQuery = (programmeId: string, indicatorId: string | undefined) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'map', indicatorId ?? ''],
    queryFn: ({ signal }) =>
      call(getEntriesOnMap, { params: { programmeId }, query: { indicatorId } }, signal),
  })

export const mapGroundQuery = queryOptions({
  queryKey: ['map-ground'],
  queryFn: ({ signal }) => call(getMapGround, {}, signal),
  staleTime: Infinity,
})
