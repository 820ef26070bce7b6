import { randomBytes } from 'node:crypto'
import { readConfig } from '../config.ts'
import * as tenants from '../services/installation/create-tenant.ts'
import { openInstallation } from '../services/installation/installation.ts'
import { tenantIdOf } from '../services/installation/tenants.ts'

/** Makes a government and prints its first accounts: name, password and title, tab-separated. Throws Problem 'tenant.*'. */
export async function createTenant(code: string, name: string): Promise<void> {
  const config = readConfig()
  tenants.requireGoodCode(code)
  const installation = await openInstallation({ ...config, log: (line) => process.stderr.write(`${line}\n`) })
  try {
    const ctx = { db: installation.db, tenantId: tenantIdOf(code), person: null, now: new Date() }
    const accounts = await tenants.createTenant(ctx, { code, name }, () =>
      randomBytes(12).toString('base64url'),
    )
    for (const { signInName, password, title } of accounts) {
      process.stdout.write(`${signInName}\t${password}\t${title}\n`)
    }
  } finally {
    await installation.close()
  }
}
