/** People and their accounts, as the system administrator keeps them. */
import { randomBytes } from 'node:crypto'
import type { PersonId } from '../domain/ids.ts'
import { Problem } from '../domain/problem.ts'
import { findOwnAccount, insertAccount, setDisabled, setPassword } from '../store/accounts.ts'
import { announce } from '../store/announce.ts'
import type { TenantTransaction } from '../store/db.ts'
import { appendLog } from '../store/log.ts'
import { insertPerson } from '../store/people.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { newId, requireAccess, requirePerson, transaction, type Context } from './context.ts'
import { hashPassword } from './passwords.ts'

/** Told once and kept nowhere: 72 random bits, with every class of character the policy asks for. */
function newInitialPassword(): string {
  return `Jn-${randomBytes(9).toString('base64url')}`
}

export async function createPerson(
  ctx: Context,
  { name, signInName }: { readonly name: string; readonly signInName: string },
): Promise<{ personId: PersonId; initialPassword: string }> {
  requireAccess(ctx, 'post.assign')
  const initialPassword = newInitialPassword()
  const passwordHash = await hashPassword(initialPassword)
  const personId = newId<PersonId>()
  await transaction(ctx, async (tx) => {
    await insertPerson(tx, { id: personId, name, createdAt: ctx.now })
    await insertAccount(tx, { personId, signInName, passwordHash, mustChangePassword: true, at: ctx.now })
    await logOfPerson(ctx, tx, 'person.create', personId, { name, signInName })
  })
  return { personId, initialPassword }
}

/** A forgotten password: a new one that opens nothing but the choice of one's own. Ends the person's sessions. */
export async function resetPassword(ctx: Context, personId: PersonId): Promise<{ initialPassword: string }> {
  requireAccess(ctx, 'post.assign')
  requireNotOneself(ctx, personId)
  const initialPassword = newInitialPassword()
  const hash = await hashPassword(initialPassword)
  await transaction(ctx, async (tx) => {
    await requireAccount(tx, personId)
    await setPassword(tx, personId, { hash, mustChange: true, at: ctx.now })
    await endSessions(ctx, tx, personId)
    await logOfPerson(ctx, tx, 'account.reset', personId, {})
  })
  return { initialPassword }
}

/** Disabling ends the person's sessions. Says how it stands afterwards; the same again changes nothing. */
export function setAccountEnabled(
  ctx: Context,
  personId: PersonId,
  enabled: boolean,
): Promise<{ enabled: boolean }> {
  requireAccess(ctx, 'post.assign')
  requireNotOneself(ctx, personId)
  return transaction(ctx, async (tx) => {
    const { disabled } = await requireAccount(tx, personId)
    if (disabled !== enabled) return { enabled }
    await setDisabled(tx, personId, enabled ? null : ctx.now)
    if (!enabled) await endSessions(ctx, tx, personId)
    await logOfPerson(ctx, tx, enabled ? 'account.enable' : 'account.disable', personId, {})
    return { enabled }
  })
}

function requireNotOneself(ctx: Context, personId: PersonId): void {
  if (requirePerson(ctx).id === personId) throw new Problem('account.own', {})
}

async function requireAccount(tx: TenantTransaction, personId: PersonId) {
  const account = await findOwnAccount(tx, personId)
  if (!account) throw new Problem('account.not-found', {})
  return account
}

async function endSessions(ctx: Context, tx: TenantTransaction, personId: PersonId): Promise<void> {
  if ((await endSessionsOf(tx, personId, ctx.now, null)) > 0) await announce(tx, 'sessions')
}

function logOfPerson(
  ctx: Context,
  tx: TenantTransaction,
  action: string,
  personId: PersonId,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const by = requirePerson(ctx).id
  return appendLog(tx, {
    at: ctx.now,
    personId: by,
    action,
    subjectKind: 'person',
    subjectId: personId,
    details,
  })
}
