/** A part of a transaction that may fail by itself. */
import { sql } from 'kysely'
import type { TenantTransaction } from './db.ts'

/** Runs `work`; where it throws, what it wrote is undone, the transaction goes on, and the error is thrown. */
export async function withSavepoint<Result>(
  tx: TenantTransaction,
  work: () => Promise<Result>,
): Promise<Result> {
  await sql`savepoint part`.execute(tx.query)
  try {
    const result = await work()
    await sql`release savepoint part`.execute(tx.query)
    return result
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx.query)
    throw error
  }
}
