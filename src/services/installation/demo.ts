/** The demonstration tenant: made once, from the seed and the sample document, through the same doors as real work. */
import type { Role } from '../../domain/duty/access.ts'
import type { UnitId } from '../../domain/values/ids.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import type { UnitKind } from '../../domain/programme/unit.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog } from '../../store/log.ts'
import { insertHolding, listLeaderPosts } from '../../store/people.ts'
import { findTenant, insertTenant } from '../../store/tenants.ts'
import { insertMembers, insertUnits, listUnits } from '../../store/units.ts'
import { adopt } from '../imports/adoption.ts'
import { createAccount } from '../duty/create-account.ts'
import { dateIn, newId, transaction, type Context } from '../context.ts'
import { keepReading, type UploadedFile } from '../imports/imports.ts'
import { hashPassword } from '../duty/passwords.ts'

/** seed/demo.json. `accounts` hold a post in each of their units, by name; all share one password, which is no secret. */
export type DemoSeed = {
  readonly tenant: { readonly code: string; readonly name: string; readonly divisionCode: string }
  readonly sample: string
  readonly validFrom: PlainDate
  /** The year that may be run after it: by which seed, and when its programme is adopted. */
  readonly year: { readonly seed: string; readonly adoptedAt: string }
  readonly units: readonly {
    readonly name: string
    readonly kind: UnitKind
    readonly divisionCode: string | null
    readonly aliases: readonly string[]
  }[]
  readonly groups: Readonly<Record<string, readonly string[]>>
  readonly password: string
  readonly accounts: readonly DemoAccount[]
}

export type DemoAccount = {
  readonly signInName: string
  readonly name: string
  readonly units: readonly string[]
  readonly title: string
  readonly role: Exclude<Role, 'public'>
  /** A leader named in the sample, whose post this account holds beside. */
  readonly leader?: string
}

/**
 * Makes the demonstration tenant when it is not there yet; whether it did. Each step is safe to repeat after a kill.
 * `withYear` has it made as of the beginning of its year, which `runYear` then runs.
 */
export async function ensureDemo(
  given: Context,
  seed: DemoSeed,
  readSample: () => Promise<UploadedFile>,
  withYear = false,
): Promise<boolean> {
  const ctx = withYear ? { ...given, now: new Date(seed.year.adoptedAt) } : given
  const tenant = await transaction(ctx, findTenant)
  if (tenant) return false
  const passwordHash = await hashPassword(seed.password)
  const sample = await readSample()
  await transaction(ctx, async (tx) => {
    await insertTenant(tx, { ...seed.tenant, isDemo: true, createdAt: ctx.now })
    await seedUnits(tx, seed)
    const inSameTransaction: Context = { ...ctx, tx }
    const { id } = await keepReading(inSameTransaction, sample)
    const { programmeId } = await adopt(inSameTransaction, id, { seq: 0 })
    await seedAccounts(ctx, tx, seed, passwordHash)
    await appendLog(tx, {
      at: ctx.now,
      personId: null,
      action: 'tenant.create',
      subjectKind: 'tenant',
      subjectId: ctx.tenantId,
      details: {
        code: seed.tenant.code,
        demo: true,
        ...(withYear && { year: { seed: seed.year.seed, programmeId } }),
      },
    })
  })
  return true
}

async function seedUnits(tx: TenantTransaction, seed: DemoSeed): Promise<void> {
  const idOf = new Map(seed.units.map((unit) => [unit.name, newId<UnitId>()]))
  await insertUnits(
    tx,
    seed.units.map((unit) => ({
      ...unit,
      id: getId(idOf, unit.name),
      parentId: null,
      validFrom: seed.validFrom,
    })),
  )
  await insertMembers(
    tx,
    Object.entries(seed.groups).flatMap(([group, members]) =>
      members.map((member) => ({
        groupId: getId(idOf, group),
        unitId: getId(idOf, member),
        validFrom: seed.validFrom,
      })),
    ),
  )
}

async function seedAccounts(
  ctx: Context,
  tx: TenantTransaction,
  seed: DemoSeed,
  passwordHash: string,
): Promise<void> {
  const units = await listUnits(tx, dateIn(ctx.now))
  const idOf = new Map(units.flatMap((unit) => unit.aliases.map((alias) => [alias, unit.id] as const)))
  const leaderPosts = new Map(
    (await listLeaderPosts(tx, dateIn(ctx.now))).map(({ name, postId }) => [name, postId]),
  )
  for (const account of seed.accounts) {
    const unitIds = account.units.map((unit) => getId(idOf, unit))
    const personId = await createAccount(tx, {
      ...account,
      unitIds,
      passwordHash,
      mustChangePassword: false,
      validFrom: seed.validFrom,
      at: ctx.now,
    })
    if (account.leader !== undefined)
      await insertHolding(tx, getId(leaderPosts, account.leader), personId, seed.validFrom)
  }
}

function getId<Id>(idOf: ReadonlyMap<string, Id>, name: string): Id {
  const id = idOf.get(name)
  if (id === undefined) throw new Error(`the demo seed names “${name}”, which is not there`)
  return id
}
