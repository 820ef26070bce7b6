/** One's own account: what one holds, the password, where mail goes. */
import { requireGoodPassword } from '../domain/password-policy.ts'
import { Problem } from '../domain/problem.ts'
import { findOwnAccount, lockSignInName, setPassword } from '../store/accounts.ts'
import { announce } from '../store/announce.ts'
import { findAccountPage } from '../store/duty-pages.ts'
import { appendLog } from '../store/log.ts'
import { insertMailAddress } from '../store/mail.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { getTenant } from '../store/tenants.ts'
import { dateIn, requirePerson, transaction, type Context } from './context.ts'
import type { DemoSeed } from './demo.ts'
import { sha256 } from './digests.ts'
import { hashPassword, passwordMatches } from './passwords.ts'

export async function getAccount(ctx: Context) {
  const { id } = requirePerson(ctx)
  const today = dateIn(ctx.now)
  const page = await transaction(ctx, (tx) => findAccountPage(tx, id, today))
  if (!page) throw new Problem('account.not-found', {})
  return { ...page, today }
}

/**
 * Ends the person's other sessions: whoever knew the old password is out. Throws Problem 'password.wrong',
 * 'password.weak' or 'account.shared-demo'.
 */
export function changePassword(
  ctx: Context,
  demo: DemoSeed,
  { password, newPassword }: { readonly password: string; readonly newPassword: string },
  secret: string,
): Promise<{ changed: boolean }> {
  const { id } = requirePerson(ctx)
  return transaction(ctx, async (tx) => {
    const found = await findOwnAccount(tx, id)
    if (!found) throw new Problem('account.not-found', {})
    requireOwn(found.signInName, (await getTenant(tx)).isDemo, demo)
    // Tries come one after the other, as at sign-in.
    await lockSignInName(tx, found.signInName)
    const account = await findOwnAccount(tx, id)
    if (!(await passwordMatches(account?.passwordHash, password)))
      throw new Problem('password.wrong', { place: 'password' })
    requireGoodPassword(
      newPassword,
      found.signInName,
      newPassword.normalize('NFC') === password.normalize('NFC'),
    )
    await setPassword(tx, id, { hash: await hashPassword(newPassword), mustChange: false, at: ctx.now })
    await endSessionsOf(tx, id, ctx.now, sha256(Buffer.from(secret, 'base64url')))
    await announce(tx, 'sessions')
    await appendLog(tx, {
      at: ctx.now,
      personId: id,
      action: 'account.password',
      subjectKind: 'person',
      subjectId: id,
      details: {},
    })
    return { changed: true }
  })
}

function requireOwn(signInName: string, isDemo: boolean, demo: DemoSeed): void {
  if (isDemo && demo.accounts.some((account) => account.signInName === signInName))
    throw new Problem('account.shared-demo', {})
}

/** Null: no mail any more. */
export function setMailAddress(
  ctx: Context,
  address: string | null,
): Promise<{ mailAddress: string | null }> {
  const { id } = requirePerson(ctx)
  return transaction(ctx, async (tx) => {
    await insertMailAddress(tx, id, address, ctx.now)
    await appendLog(tx, {
      at: ctx.now,
      personId: id,
      action: 'account.mail',
      subjectKind: 'person',
      subjectId: id,
      details: { on: address !== null },
    })
    return { mailAddress: address }
  })
}
