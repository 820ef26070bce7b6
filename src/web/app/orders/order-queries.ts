import { queryOptions } from '@tanstack/react-query'
import { getLadderRules } from '../../../contract/ladder-rules.ts'
import { getOrder, getOrders } from '../../../contract/orders.ts'
import { call } from '../api.ts'

/** What every turn of an order makes stale. */
export const ordersKey = (programmeId: string) => ['programmes', programmeId, 'orders'] as const

export const ordersQuery = (programmeId: string) =>
  queryOptions({
    queryKey: [...ordersKey(programmeId), 'list'],
    queryFn: ({ signal }) => call(getOrders, { params: { programmeId } }, signal),
  })

export const orderQuery = (programmeId: string, orderId: string) =>
  queryOptions({
    queryKey: [...ordersKey(programmeId), orderId],
    queryFn: ({ signal }) => call(getOrder, { params: { programmeId, orderId } }, signal),
  })

export const ladderRulesQuery = queryOptions({
  queryKey: ['ladder-rules'],
  queryFn: ({ signal }) => call(getLadderRules, {}, signal),
})
