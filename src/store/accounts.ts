/** Accounts and the tries to sign in with them. */
import { sql } from 'kysely'
import type { PersonId } from '../domain/ids.ts'
import type { TenantTransaction } from './db.ts'

export type Account = {
  readonly personId: PersonId
  readonly passwordHash: string
  readonly disabled: boolean
}

export async function findAccount(tx: TenantTransaction, signInName: string): Promise<Account | undefined> {
  const row = await tx.query
    .selectFrom('account')
    .select(['person_id', 'password_hash', 'disabled_at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('sign_in_name', '=', signInName)
    .executeTakeFirst()
  return (
    row && { personId: row.person_id, passwordHash: row.password_hash, disabled: row.disabled_at !== null }
  )
}

export async function insertAccount(
  tx: TenantTransaction,
  account: {
    readonly personId: PersonId
    readonly signInName: string
    readonly passwordHash: string
    /** Somebody else knows the password. */
    readonly mustChangePassword: boolean
    readonly at: Date
  },
): Promise<void> {
  await tx.query
    .insertInto('account')
    .values({
      tenant_id: tx.tenantId,
      person_id: account.personId,
      sign_in_name: account.signInName,
      password_hash: account.passwordHash,
      password_changed_at: account.at,
      must_change_password: account.mustChangePassword,
    })
    .execute()
}

/** A person's own account. */
export async function findOwnAccount(
  tx: TenantTransaction,
  personId: PersonId,
): Promise<{ signInName: string; passwordHash: string; disabled: boolean } | undefined> {
  const row = await tx.query
    .selectFrom('account')
    .select(['sign_in_name', 'password_hash', 'disabled_at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return (
    row && {
      signInName: row.sign_in_name,
      passwordHash: row.password_hash,
      disabled: row.disabled_at !== null,
    }
  )
}

export async function setPassword(
  tx: TenantTransaction,
  personId: PersonId,
  password: { readonly hash: string; readonly mustChange: boolean; readonly at: Date },
): Promise<void> {
  await tx.query
    .updateTable('account')
    .set({
      password_hash: password.hash,
      password_changed_at: password.at,
      must_change_password: password.mustChange,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .execute()
}

/** Disabled since `at`, or in use where null. */
export async function setDisabled(tx: TenantTransaction, personId: PersonId, at: Date | null): Promise<void> {
  await tx.query
    .updateTable('account')
    .set({ disabled_at: at })
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .execute()
}

/** Holds a sign-in name until the transaction ends, whether there is such an account or not. */
export async function lockSignInName(tx: TenantTransaction, signInName: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.tenantId} ${signInName}`}, 2))`.execute(
    tx.query,
  )
}

export type SignInAttempt = {
  readonly id: string
  readonly signInName: string
  readonly address: string
  readonly at: Date
  readonly succeeded: boolean
}

export async function insertAttempt(tx: TenantTransaction, attempt: SignInAttempt): Promise<void> {
  await tx.query
    .insertInto('sign_in_attempt')
    .values({
      tenant_id: tx.tenantId,
      id: attempt.id,
      sign_in_name: attempt.signInName,
      address: attempt.address,
      attempted_at: attempt.at,
      succeeded: attempt.succeeded,
    })
    .execute()
}

/** Failed tries since an instant: for a name, those after its last success; for an address, all. */
export async function countFailures(
  tx: TenantTransaction,
  signInName: string,
  address: string,
  since: Date,
): Promise<{ byName: number; byAddress: number }> {
  const failures = tx.query
    .selectFrom('sign_in_attempt as tried')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('tried.tenant_id', '=', tx.tenantId)
    .where('tried.succeeded', '=', false)
    .where('tried.attempted_at', '>', since)
  const byName = await failures
    .where('tried.sign_in_name', '=', signInName)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('sign_in_attempt as later')
            .select('later.id')
            .where('later.tenant_id', '=', tx.tenantId)
            .where('later.sign_in_name', '=', signInName)
            .where('later.succeeded', '=', true)
            .whereRef('later.attempted_at', '>', 'tried.attempted_at'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  const byAddress = await failures.where('tried.address', '=', address).executeTakeFirstOrThrow()
  return { byName: Number(byName.count), byAddress: Number(byAddress.count) }
}

/** The latest tries, newest first. */
export async function listAttempts(tx: TenantTransaction, limit: number) {
  const rows = await tx.query
    .selectFrom('sign_in_attempt')
    .select(['sign_in_name', 'address', 'attempted_at', 'succeeded'])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('attempted_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    signInName: row.sign_in_name,
    address: row.address,
    at: row.attempted_at.toISOString(),
    succeeded: row.succeeded,
  }))
}
