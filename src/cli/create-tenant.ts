import { randomBytes } from 'node:crypto'
import { readConfig } from '../config.ts'
import { createTenant } from '../services/create-tenant.ts'
import { openInstallation } from '../services/installation.ts'
import { tenantIdOf } from '../services/tenants.ts'
import type { Command } from './commands.ts'

export const createTenantCommand: Command = {
  name: 'create-tenant',
  usage: 'create-tenant CODE NAME',
  summary: '建立一个政府及其督查员和三员账号，打印初始密码。Create a government with its first accounts.',
  arguments: 2,
  run: async ([code = '', name = '']) => {
    const config = readConfig()
    const installation = await openInstallation({
      ...config,
      log: (line) => process.stderr.write(`${line}\n`),
    })
    try {
      const ctx = { db: installation.db, tenantId: tenantIdOf(code), person: null, now: new Date() }
      const accounts = await createTenant(ctx, { code, name }, () => randomBytes(12).toString('base64url'))
      for (const { signInName, password, title } of accounts) {
        process.stdout.write(`${signInName}\t${password}\t${title}\n`)
      }
    } finally {
      await installation.close()
    }
  },
}
