/** The government itself. */
import type { TenantTransaction } from './db.ts'

export type Tenant = { readonly code: string; readonly name: string; readonly isDemo: boolean }

export async function findTenant(tx: TenantTransaction): Promise<Tenant | undefined> {
  const row = await tx.query
    .selectFrom('tenant')
    .select(['code', 'name', 'is_demo'])
    .where('tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
  return row && { code: row.code, name: row.name, isDemo: row.is_demo }
}

export async function getTenant(tx: TenantTransaction): Promise<Tenant> {
  const tenant = await findTenant(tx)
  if (!tenant) throw new Error(`there is no tenant ${tx.tenantId}`)
  return tenant
}

export type NewTenant = Tenant & { readonly divisionCode: string | null; readonly createdAt: Date }

export async function insertTenant(tx: TenantTransaction, tenant: NewTenant): Promise<void> {
  await tx.query
    .insertInto('tenant')
    .values({
      tenant_id: tx.tenantId,
      code: tenant.code,
      name: tenant.name,
      division_code: tenant.divisionCode,
      is_demo: tenant.isDemo,
      created_at: tenant.createdAt,
    })
    .execute()
}
