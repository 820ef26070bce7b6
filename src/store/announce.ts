/**
 * Tells every process of the product that something changed for a government, when and only when the transaction
 * commits. It says that something changed, never what: whoever hears it asks again, with their own rights.
 */
import { sql } from 'kysely'
import type { TenantId } from '../domain/ids.ts'
import type { TenantTransaction } from './db.ts'

export const announcements = 'jiannuo'

export const announced = ['notices', 'sessions'] as const
export type Announced = (typeof announced)[number]

export async function announce(tx: TenantTransaction, what: Announced): Promise<void> {
  await sql`select pg_notify(${announcements}, ${`${tx.tenantId} ${what}`})`.execute(tx.query)
}

/** Undefined for what a newer process may announce. */
export function readAnnouncement(payload: string): { tenantId: TenantId; what: Announced } | undefined {
  const [tenantId, word] = payload.split(' ', 2)
  const what = announced.find((known) => known === word)
  return tenantId !== undefined && what !== undefined ? { tenantId: tenantId as TenantId, what } : undefined
}
