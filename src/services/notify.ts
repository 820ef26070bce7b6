/** Telling posts what they have to do, inside the transaction that gives them cause. */
import type { Role } from '../domain/access.ts'
import type { UnitId } from '../domain/ids.ts'
import type { NewNotice } from '../domain/notice.ts'
import type { TenantTransaction } from '../store/db.ts'
import { insertNotice } from '../store/notices.ts'
import { dateIn, type Context } from './context.ts'

/** To every post of these roles, of one unit or, where null, of any. */
export async function notify(
  ctx: Context,
  tx: TenantTransaction,
  notice: NewNotice,
  to: { readonly roles: readonly Role[]; readonly unitId: UnitId | null },
): Promise<void> {
  await insertNotice(tx, notice, { ...to, at: dateIn(ctx.now) }, ctx.now)
}
