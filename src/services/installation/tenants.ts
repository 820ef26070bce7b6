/** Governments: a tenant's id follows from its code, so nothing has to be looked up across tenants. */
import { v5 } from 'uuid'
import type { TenantId } from '../../domain/values/ids.ts'
import { getTenant } from '../../store/tenants.ts'
import { transaction, type Context } from '../context.ts'
import type { DemoSeed } from './demo.ts'

const namespace = '5f0c7c1e-8f0e-4c55-9d1a-6e3f7b2f9a10'

/** The id of the government with this code, e.g. "changzhou". */
export function tenantIdOf(code: string): TenantId {
  return v5(code, namespace) as TenantId
}

/** The government served and, where it is the demonstration, the accounts anybody may try. */
export async function describeTenant(ctx: Context, demo: DemoSeed) {
  const tenant = await transaction(ctx, getTenant)
  const accounts = tenant.isDemo ? demo.accounts : []
  return {
    tenant,
    demoAccounts: accounts.map(({ signInName, name, role }) => ({
      signInName,
      name,
      role,
      password: demo.password,
    })),
  }
}
