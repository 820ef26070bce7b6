/** Signing in and out. A session's token names its tenant: "code.secret"; only the secret's digest is stored. */
import { randomBytes } from 'node:crypto'
import type { PersonId, TenantId } from '../domain/ids.ts'
import { Problem } from '../domain/problem.ts'
import { countFailures, findAccount, insertAttempt, listAttempts, lockSignInName } from '../store/accounts.ts'
import { announce } from '../store/announce.ts'
import { inTenant, type Database, type TenantTransaction } from '../store/db.ts'
import { appendLog } from '../store/log.ts'
import {
  endSession as endStoredSession,
  findOpenSession,
  insertSession,
  listOpenSessions,
  touchSession,
  type OpenSession,
} from '../store/sessions.ts'
import { dateIn, newId, requireAccess, transaction, type Context } from './context.ts'
import { sha256 } from './digests.ts'
import { passwordMatches } from './passwords.ts'

export type { OpenSession } from '../store/sessions.ts'

const minute = 60_000
/** GB/T 22239 level 3 asks for a lock after repeated failures and an idle time-out; both are stated there without figures. */
const failureWindow = 15 * minute
const failuresPerName = 5
const failuresPerAddress = 50
const idleTimeout = 2 * 60 * minute
const sessionLength = 12 * 60 * minute
/** `last_seen_at` is written at most this often, so that reading pages hardly writes. */
const touchInterval = minute

export type Visitor = { readonly address: string; readonly userAgent: string }

/** The secret of a new session. Throws Problem 'access.wrong-password' or 'access.too-many-tries'. */
export async function signIn(
  ctx: Context,
  credentials: { readonly signInName: string; readonly password: string },
  visitor: Visitor,
): Promise<string> {
  const signInName = credentials.signInName.toLowerCase()
  const secret = randomBytes(32)
  const succeeded = await transaction(ctx, async (tx) => {
    // Tries for one name come one after the other, hashing included: otherwise many at once would all find the count low.
    await lockSignInName(tx, signInName)
    await requireTriesLeft(ctx, tx, signInName, visitor.address)
    const account = await findAccount(tx, signInName)
    const matches = await passwordMatches(account?.passwordHash, credentials.password)
    const opens = account !== undefined && matches && !account.disabled
    const attempt = { id: newId(), signInName, address: visitor.address, at: ctx.now, succeeded: opens }
    await insertAttempt(tx, attempt)
    if (opens) await openSession(ctx, tx, account.personId, secret, visitor)
    return opens
  })
  if (!succeeded) throw new Problem('access.wrong-password', {})
  return secret.toString('base64url')
}

async function requireTriesLeft(
  ctx: Context,
  tx: TenantTransaction,
  signInName: string,
  address: string,
): Promise<void> {
  const since = new Date(ctx.now.getTime() - failureWindow)
  const failures = await countFailures(tx, signInName, address, since)
  if (failures.byName >= failuresPerName || failures.byAddress >= failuresPerAddress) {
    throw new Problem('access.too-many-tries', { minutes: failureWindow / minute })
  }
}

async function openSession(
  ctx: Context,
  tx: TenantTransaction,
  personId: PersonId,
  secret: Buffer,
  visitor: Visitor,
): Promise<void> {
  await insertSession(tx, {
    tokenDigest: sha256(secret),
    personId,
    startedAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + sessionLength),
    ...visitor,
  })
  await appendLog(tx, {
    at: ctx.now,
    personId,
    action: 'session.start',
    subjectKind: 'person',
    subjectId: personId,
    details: { address: visitor.address },
  })
}

/** Who a secret belongs to now; undefined for an unknown, ended, expired or idle session. */
export function findSession(
  db: Database,
  tenantId: TenantId,
  secret: string,
  now: Date,
  /** Whether somebody is at work, or only their browser looks by itself, which keeps no session open. */
  use: 'work' | 'background' = 'work',
): Promise<OpenSession | undefined> {
  const tokenDigest = sha256(Buffer.from(secret, 'base64url'))
  return inTenant(db, tenantId, async (tx) => {
    const session = await findOpenSession(
      tx,
      tokenDigest,
      now,
      new Date(now.getTime() - idleTimeout),
      dateIn(now),
    )
    if (session && use === 'work' && now.getTime() - session.lastSeenAt.getTime() > touchInterval)
      await touchSession(tx, tokenDigest, now)
    return session
  })
}

export async function sessionIsOpen(
  db: Database,
  tenantId: TenantId,
  secret: string,
  now: Date,
): Promise<boolean> {
  return (await findSession(db, tenantId, secret, now, 'background')) !== undefined
}

export async function signOut(ctx: Context, secret: string): Promise<void> {
  await end(ctx, sha256(Buffer.from(secret, 'base64url')))
}

/** Ends any session by the hex digest that `listSessions` names it by. */
export async function endSession(ctx: Context, sessionId: string): Promise<{ ended: boolean }> {
  requireAccess(ctx, 'session.end')
  if (!(await end(ctx, Buffer.from(sessionId, 'hex')))) throw new Problem('session.not-found', {})
  return { ended: true }
}

function end(ctx: Context, tokenDigest: Buffer): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const personId = await endStoredSession(tx, tokenDigest, ctx.now)
    if (!personId) return false
    await announce(tx, 'sessions')
    await appendLog(tx, {
      at: ctx.now,
      personId: ctx.person?.id ?? null,
      action: 'session.end',
      subjectKind: 'person',
      subjectId: personId,
      details: {},
    })
    return true
  })
}

/** Open sessions and the latest tries. `ownSecret` marks the session of whoever asks. */
export function listSessions(ctx: Context, ownSecret: string | undefined) {
  requireAccess(ctx, 'session.read')
  const ownId = ownSecret && sha256(Buffer.from(ownSecret, 'base64url')).toString('hex')
  return transaction(ctx, async (tx) => {
    const open = await listOpenSessions(tx, ctx.now, new Date(ctx.now.getTime() - idleTimeout))
    return {
      sessions: open.map((session) => {
        const id = session.token_sha256.toString('hex')
        return {
          id,
          person: session.name,
          startedAt: session.started_at.toISOString(),
          lastSeenAt: session.last_seen_at.toISOString(),
          address: session.address,
          userAgent: session.user_agent,
          own: id === ownId,
        }
      }),
      attempts: await listAttempts(tx, 100),
    }
  })
}
