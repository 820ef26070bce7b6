/** Which orders the list shows, and what a new one begins with: all of it in the address. */
import { z } from 'zod'
import type { ListedOrder } from '../../../contract/orders.ts'
import { ladderSteps } from '../../../domain/order/ladder.ts'
import { orderPhases } from '../../../domain/order/order.ts'

export const ordersSearchSchema = z.object({
  phase: z.enum(orderPhases).optional().catch(undefined),
  step: z.enum(ladderSteps).optional().catch(undefined),
  /** A unit bound to it, leading or cooperating. */
  unit: z.uuid().optional().catch(undefined),
  /** Those open whose promise is closed. */
  promise: z.literal('closed').optional().catch(undefined),
  /** `all` shows an officer also what other units are bound to. */
  whose: z.literal('all').optional().catch(undefined),
})
export type OrdersSearch = z.output<typeof ordersSearchSchema>

export const newOrderSearchSchema = z.object({
  indicator: z.uuid().optional().catch(undefined),
  /** Of the light it rests on. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}-01$/)
    .optional()
    .catch(undefined),
  suspicion: z.uuid().optional().catch(undefined),
  /** What the doubt says, for the draft of the content. */
  ground: z.string().max(500).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  instruction: z.uuid().optional().catch(undefined),
})
export type NewOrderSearch = z.output<typeof newOrderSearchSchema>

/** Nobody asks for it any more; it waits to be answered or ended. */
export function isOpenOfClosed({ closedOn, standing }: ListedOrder): boolean {
  return closedOn !== null && standing.state === 'open'
}

/** What is open first, by its deadline; what has ended after it, the latest first. */
export function arrangeOrders(
  orders: readonly ListedOrder[],
  { phase, step, unit, promise }: OrdersSearch,
): readonly ListedOrder[] {
  const isOpen = ({ standing }: ListedOrder) => standing.state === 'open'
  return orders
    .filter(
      (order) =>
        (phase === undefined || order.phase === phase) &&
        (promise === undefined || isOpenOfClosed(order)) &&
        (step === undefined || order.standing.step === step) &&
        (unit === undefined || order.units.some(({ id }) => id === unit)),
    )
    .toSorted(
      (a, b) =>
        Number(isOpen(b)) - Number(isOpen(a)) ||
        (isOpen(a) ? a.deadline.localeCompare(b.deadline) : b.issuedAt.localeCompare(a.issuedAt)),
    )
}
