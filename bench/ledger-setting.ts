/** What the benches of ledgers share: a database with a ledger to fill, and who fills it. */
import type { Client } from 'pg'
import type { IndicatorId, PersonId, PostId, ProgrammeId, UnitId } from '../src/domain/values/ids.ts'
import { tenantIdOf } from '../src/services/installation/tenants.ts'
import type { Database } from '../src/store/db.ts'

export const now = new Date('2023-03-01T09:00:00+08:00')
export const tenantId = tenantIdOf('demo')

export type Setting = {
  readonly databaseUrl: string
  readonly db: Database
  readonly superuser: Client
  readonly folder: string
  readonly programmeId: ProgrammeId
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly by: PersonId
  readonly reviewer: PersonId
  readonly postId: PostId
}

export function contextOf({ db, by, postId, unitId }: Omit<Setting, 'superuser' | 'folder'>) {
  const post = { id: postId, title: '', unitId, unit: '', role: 'district-officer', standsIn: false } as const
  return { db, tenantId, now, person: { id: by, roles: ['district-officer'] as const, posts: [post] } }
}

export async function clear(superuser: Client): Promise<void> {
  await superuser.query('truncate entry, entry_decision, entry_tally, ledger_load cascade')
}

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}
