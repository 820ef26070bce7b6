/** A government of one's own: the tenant, its supervision office and the accounts to begin with. */
import type { Role } from '../domain/access.ts'
import type { UnitId } from '../domain/ids.ts'
import { Problem } from '../domain/problem.ts'
import { appendLog } from '../store/log.ts'
import { findTenant, insertTenant } from '../store/tenants.ts'
import { insertUnits } from '../store/units.ts'
import { createAccount } from './create-account.ts'
import { dateIn, newId, transaction, type Context } from './context.ts'
import { hashPassword } from './passwords.ts'

/** The supervision office begins, and the three administrators whom GB/T 22239 level 3 keeps apart. */
const firstAccounts: readonly { signInName: string; title: string; role: Exclude<Role, 'public'> }[] = [
  { signInName: 'ducha', title: '督查专员', role: 'supervisor' },
  { signInName: 'xitong', title: '系统管理员', role: 'system-admin' },
  { signInName: 'anquan', title: '安全管理员', role: 'security-admin' },
  { signInName: 'shenji', title: '审计管理员', role: 'audit-admin' },
]

/** Codes stand in host names. Throws Problem 'tenant.bad-code'. */
export function requireGoodCode(code: string): void {
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(code)) throw new Problem('tenant.bad-code', { code })
}

/** The first accounts with their passwords, which are kept nowhere. Throws Problem 'tenant.bad-code' or 'tenant.taken'. */
export async function createTenant(
  ctx: Context,
  tenant: { readonly code: string; readonly name: string },
  newPassword: () => string,
): Promise<{ signInName: string; title: string; password: string }[]> {
  requireGoodCode(tenant.code)
  const accounts = await Promise.all(
    firstAccounts.map(async (account) => {
      const password = newPassword()
      return { ...account, password, passwordHash: await hashPassword(password) }
    }),
  )
  const today = dateIn(ctx.now)
  await transaction(ctx, async (tx) => {
    if (await findTenant(tx)) throw new Problem('tenant.taken', { code: tenant.code })
    await insertTenant(tx, { ...tenant, divisionCode: null, isDemo: false, createdAt: ctx.now })
    const office = newId<UnitId>()
    const unit = { parentId: null, divisionCode: null, aliases: [], validFrom: today }
    await insertUnits(tx, [
      { ...unit, id: newId<UnitId>(), name: tenant.name, kind: 'government' },
      { ...unit, id: office, name: '督查室', kind: 'department' },
    ])
    for (const account of accounts) {
      await createAccount(tx, {
        ...account,
        name: account.title,
        unitIds: [office],
        validFrom: today,
        mustChangePassword: true,
        at: ctx.now,
      })
    }
    await appendLog(tx, {
      at: ctx.now,
      personId: null,
      action: 'tenant.create',
      subjectKind: 'tenant',
      subjectId: ctx.tenantId,
      details: { code: tenant.code },
    })
  })
  return accounts.map(({ signInName, title, password }) => ({ signInName, title, password }))
}
