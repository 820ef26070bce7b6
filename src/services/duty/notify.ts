/**
 * Telling posts what they have to do, and that it is no longer to be done, inside the transaction that gives cause.
 * Open browsers hear of it when the transaction commits.
 */
import type { NewNotice } from '../../domain/duty/notice.ts'
import { announce } from '../../store/announce.ts'
import type { TenantTransaction } from '../../store/db.ts'
import {
  insertNotice,
  settleNotices as settleStoredNotices,
  type Addressees,
  type SettledCause,
} from '../../store/notices.ts'
import { dateIn, type Context } from '../context.ts'

/** To every post addressed; how many had not been told yet. */
export async function notify(
  ctx: Context,
  tx: TenantTransaction,
  notice: NewNotice,
  to: Omit<Addressees, 'at'>,
): Promise<number> {
  const given = await insertNotice(tx, notice, { ...to, at: dateIn(ctx.now) }, ctx.now)
  if (given > 0) await announce(tx, 'notices')
  return given
}

/** Marks open notices done whose cause is gone; how many there were. */
export async function settleNotices(
  ctx: Context,
  tx: TenantTransaction,
  cause: SettledCause,
): Promise<number> {
  const settled = await settleStoredNotices(tx, cause, { by: ctx.person?.id ?? null, at: ctx.now })
  if (settled > 0) await announce(tx, 'notices')
  return settled
}
