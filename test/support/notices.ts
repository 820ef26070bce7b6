/** Notices as the work would give them, for tests of the inbox alone. */
import { demoSeed } from '../../src/services/demo-seed.ts'
import { newId, type Context } from '../../src/services/context.ts'
import { notify, settleNotices } from '../../src/services/notify.ts'
import { inTenant } from '../../src/store/db.ts'
import { tenantIdOf } from '../../src/services/tenants.ts'
import type { NewNotice } from '../../src/domain/notice.ts'
import { monthOf } from '../../src/domain/month.ts'
import type { Role } from '../../src/domain/access.ts'
import type { UnitId } from '../../src/domain/ids.ts'
import type { TestDatabase } from './database.ts'

type Cause = Parameters<typeof settleNotices>[2]

export function noticeGiver({ db }: TestDatabase, now: () => Date) {
  const tenantId = tenantIdOf(demoSeed.tenant.code)
  const ctx = (): Context => ({ db, tenantId, person: null, now: now() })
  return {
    give: (notice: Partial<NewNotice>, roles: readonly Role[], unitId: UnitId | null = null) =>
      inTenant(db, tenantId, (tx) =>
        notify(
          ctx(),
          tx,
          {
            kind: 'to-review',
            programmeId: null,
            indicatorId: null,
            unitId: null,
            month: monthOf(2023, 2),
            details: { count: 1 },
            onceKey: newId(),
            ...notice,
          },
          { roles, unitId },
        ),
      ),
    settle: (cause: Cause) => inTenant(db, tenantId, (tx) => settleNotices(ctx(), tx, cause)),
  }
}
