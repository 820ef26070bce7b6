/** Who is told of a turn of a supervision order, and whose notices end with it. */
import { orderNumberWords } from '../../domain/order/order-number.ts'
import type { LadderStep } from '../../domain/order/ladder.ts'
import type {
  InstructionId,
  PostId,
  ProgrammeId,
  SupervisionOrderId,
  UnitId,
} from '../../domain/values/ids.ts'
import type { NewNotice, NoticeKind } from '../../domain/duty/notice.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import type { TenantTransaction } from '../../store/db.ts'
import type { StoredOrder } from '../../store/order-pages.ts'
import type { Context } from '../context.ts'
import { notify, settleNotices } from '../duty/notify.ts'

/** What every notice of an order names. */
export type ToldOrder = Pick<StoredOrder, 'id' | 'programmeId' | 'subject' | 'number'> & {
  readonly unitIds: readonly UnitId[]
  /** The post of the leader whose instruction it follows. */
  readonly instructedBy: PostId | null
}

export function toldOf(order: StoredOrder): ToldOrder {
  return {
    ...order,
    unitIds: order.units.map(({ id }) => id),
    instructedBy: order.instruction?.postId ?? null,
  }
}

const unitRoles = ['lead-officer', 'lead-reviewer', 'district-officer'] as const

export type Told = {
  readonly kind: Extract<NoticeKind, `order-${string}`> | 'instruction-followed'
  readonly step: LadderStep
  readonly dueOn?: PlainDate
  readonly decision?: string
  readonly reason?: string | null
  /** What makes the turn one of its kind: the number of the fact, or the day. */
  readonly once: string | number
}

/** A notice of one order and turn is one notice, however often the job runs. */
export function onceKeyOf(about: SupervisionOrderId, { kind, once }: Pick<Told, 'kind' | 'once'>): string {
  return `${kind}:${about}:${once}`
}

function noticeOf(order: ToldOrder, { kind, once, ...details }: Told): NewNotice {
  return {
    kind,
    programmeId: order.programmeId,
    indicatorId: null,
    unitId: null,
    month: null,
    details: {
      about: order.id,
      subject: order.subject,
      number: order.number === null ? '' : orderNumberWords(order.number),
      ...details,
    },
    onceKey: onceKeyOf(order.id, { kind, once }),
  }
}

/** Every post of the units bound to it. */
export async function tellUnits(
  ctx: Context,
  tx: TenantTransaction,
  order: ToldOrder,
  told: Told,
): Promise<number> {
  let given = 0
  for (const unitId of order.unitIds)
    given += await notify(ctx, tx, noticeOf(order, told), { roles: unitRoles, unitId })
  return given
}

export function tellOffice(
  ctx: Context,
  tx: TenantTransaction,
  order: ToldOrder,
  told: Told,
): Promise<number> {
  return notify(ctx, tx, noticeOf(order, told), { roles: ['supervisor'], unitId: null })
}

/** The leader who instructed it learns that it was issued, and how it ended. */
export async function tellLeader(
  ctx: Context,
  tx: TenantTransaction,
  order: ToldOrder,
  told: Told,
): Promise<number> {
  if (order.instructedBy === null) return 0
  return notify(ctx, tx, noticeOf(order, told), {
    roles: ['leader'],
    unitId: null,
    postId: order.instructedBy,
  })
}

/** The cause of these notices of an order is gone. */
export function settleOrder(
  ctx: Context,
  tx: TenantTransaction,
  about: SupervisionOrderId,
  kinds: readonly NoticeKind[],
): Promise<number> {
  return settleNotices(ctx, tx, { kinds, about })
}

export const noticesOfOrders = [
  'order-given',
  'order-due-soon',
  'order-lapsed',
  'order-waiting',
  'order-answered',
] as const satisfies readonly NoticeKind[]

export function tellInstructed(
  ctx: Context,
  tx: TenantTransaction,
  instruction: { readonly id: InstructionId; readonly programmeId: ProgrammeId; readonly text: string },
): Promise<number> {
  const { id, programmeId, text } = instruction
  return notify(
    ctx,
    tx,
    {
      kind: 'instruction-given',
      programmeId,
      indicatorId: null,
      unitId: null,
      month: null,
      details: { about: id, subject: text.slice(0, 60) },
      onceKey: `instruction-given:${id}`,
    },
    { roles: ['supervisor'], unitId: null },
  )
}

/** The leader who wrote it learns why no order of its own follows. */
export function tellSetAside(
  ctx: Context,
  tx: TenantTransaction,
  { id, programmeId, text }: Parameters<typeof tellInstructed>[2],
  { postId, reason, under }: { readonly postId: PostId; readonly reason: string; readonly under: string },
): Promise<number> {
  return notify(
    ctx,
    tx,
    {
      kind: 'instruction-set-aside',
      programmeId,
      indicatorId: null,
      unitId: null,
      month: null,
      details: { about: id, subject: text.slice(0, 60), reason, under },
      onceKey: `instruction-set-aside:${id}`,
    },
    { roles: ['leader'], unitId: null, postId },
  )
}
