/** Leaders' instructions: what is written when the office sets one aside. */
import { sql } from 'kysely'
import type { InstructionId, PostId, ProgrammeId, SupervisionOrderId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'
import type { Recorder } from './orders.ts'

export type InstructionAtHand = {
  readonly text: string
  /** The leader's. */
  readonly postId: PostId
  readonly isFollowed: boolean
  /** Whether the order asked for is one of the programme that has not ended; null where none was asked for. */
  readonly hasOrder: boolean | null
}

/** Undefined where the programme has no such instruction. */
export async function findInstructionAtHand(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  id: InstructionId,
  orderId: SupervisionOrderId | null,
): Promise<InstructionAtHand | undefined> {
  const { rows } = await sql<InstructionAtHand>`
    select instruction.text, instruction.given_post as "postId",
      exists (
        select from supervision_order as following
        where following.tenant_id = instruction.tenant_id and following.instruction_id = instruction.id) as "isFollowed",
      case when ${orderId}::uuid is not null then exists (
        select from supervision_order as known
        where known.tenant_id = instruction.tenant_id and known.programme_id = instruction.programme_id
          and known.id = ${orderId}::uuid and not exists (
            select from supervision_order_fact as ending
            where ending.tenant_id = known.tenant_id and ending.order_id = known.id
              and ending.kind in ('accept', 'close', 'withdraw'))) end as "hasOrder"
    from instruction
    where instruction.tenant_id = ${tx.tenantId} and instruction.programme_id = ${programmeId} and instruction.id = ${id}
  `.execute(tx.query)
  return rows[0]
}

/** Throws the database's `instruction_set_aside_already` when it is. */
export async function insertSetAside(
  tx: TenantTransaction,
  id: InstructionId,
  { reason, orderId }: { readonly reason: string; readonly orderId: SupervisionOrderId | null },
  by: NonNullable<Recorder>,
  at: Date,
): Promise<void> {
  await tx.query
    .insertInto('instruction_set_aside')
    .values({
      tenant_id: tx.tenantId,
      instruction_id: id,
      reason,
      order_id: orderId,
      decided_by: by.personId,
      decided_post: by.postId,
      decided_at: at,
    })
    .execute()
}
