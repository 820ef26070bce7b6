/** What the pages of plans ask the API for, and what they send. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import * as contract from '../../../contract/plans.ts'
import { call } from '../api.ts'

export const planOverviewQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'plans'],
    queryFn: ({ signal }) => call(contract.getPlanOverview, { params: { programmeId } }, signal),
  })

export const planVersionsQuery = (programmeId: string, indicatorId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'plans', indicatorId],
    queryFn: ({ signal }) => call(contract.getPlanVersions, { params: { programmeId, indicatorId } }, signal),
  })

export const ownSharesQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'signing'],
    queryFn: ({ signal }) => call(contract.listOwnShares, { params: { programmeId } }, signal),
  })

type Body<R extends { body: z.ZodType }> = z.input<R['body']>

/**
 * Whatever is written about plans changes the table too: everything of the programme is asked for again. Refused as
 * well: what overtook it is then shown, and the refusal itself does not wait for that.
 */
function useRefresh(programmeId: string) {
  const client = useQueryClient()
  return (_written: unknown, refused: Error | null) => {
    const refreshed = client.invalidateQueries({ queryKey: ['programmes', programmeId] })
    return refused ? undefined : refreshed
  }
}

export function useDraftPlans(programmeId: string) {
  return useMutation({
    mutationFn: (body: Body<typeof contract.draftPlans>) =>
      call(contract.draftPlans, { params: { programmeId }, body }),
    onSettled: useRefresh(programmeId),
  })
}

export function useSignShares(programmeId: string) {
  return useMutation({
    mutationFn: (body: Body<typeof contract.signShares>) =>
      call(contract.signShares, { params: { programmeId }, body }),
    onSettled: useRefresh(programmeId),
  })
}

export function useDecideOnPlans(programmeId: string) {
  return useMutation({
    mutationFn: (body: Body<typeof contract.decideOnPlans>) =>
      call(contract.decideOnPlans, { params: { programmeId }, body }),
    onSettled: useRefresh(programmeId),
  })
}
