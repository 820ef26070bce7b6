/** What a programme says now: of each project, task or indicator the version with the highest amendment number. */
import { sql, type RawBuilder } from 'kysely'
import type { ProgrammeId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'

/** A query for the rows of `…_version` that count, withdrawn ones too. */
export function latestVersions(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  noun: 'project' | 'task' | 'indicator',
): RawBuilder<unknown> {
  const key = sql.ref(`${noun}_id`)
  return sql`
    select distinct on (${key}) * from ${sql.table(`${noun}_version`)}
    where tenant_id = ${tx.tenantId} and programme_id = ${programmeId}
    order by ${key}, amendment_no desc`
}
