/** What a document's names become at adoption: units and leaders that are new are created. */
import type { ImportState } from '../../domain/programme/correction.ts'
import type { DraftProgramme } from '../../domain/programme/draft.ts'
import type { PersonId, PostId, UnitId } from '../../domain/values/ids.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { Unit } from '../../domain/programme/unit.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { insertHeldPost, insertPerson, listLeaderPosts } from '../../store/people.ts'
import { getTenant } from '../../store/tenants.ts'
import { insertUnits, listUnits } from '../../store/units.ts'
import { dateIn, newId, type Context } from '../context.ts'
import { resolveUnits, unitBindings, type ResolvedUnit } from './resolve-units.ts'

export type BoundNames = {
  readonly unitOf: (printedName: string) => UnitId
  readonly postOf: (leaderName: string) => PostId
}

/** Every unit and leader that the draft names, those nobody knew created. */
export async function bindNames(
  ctx: Context,
  tx: TenantTransaction,
  state: ImportState,
): Promise<BoundNames> {
  const today = dateIn(ctx.now)
  const units = await listUnits(tx, today)
  const resolved = resolveUnits(state.draft, state.unitChoices, units)
  const unitOf = await createUnits(tx, resolved, units, today)
  const postOf = await createLeaders(ctx, tx, state.draft, today)
  return { unitOf: (name) => getBound(unitOf, name), postOf: (name) => getBound(postOf, name) }
}

async function createUnits(
  tx: TenantTransaction,
  resolved: readonly ResolvedUnit[],
  known: readonly Unit[],
  today: PlainDate,
) {
  const { newUnits, unitOf } = unitBindings(resolved, newId<UnitId>)
  // A printed name that already means another unit goes on meaning that one, in this document it was an exception.
  const taken = new Set(known.flatMap((unit) => unit.aliases))
  await insertUnits(
    tx,
    newUnits.map(({ id, choice, aliases }) => ({
      id,
      name: choice.name,
      kind: choice.unitKind,
      parentId: null,
      divisionCode: null,
      aliases: aliases.filter((alias) => !taken.has(alias)),
      validFrom: today,
    })),
  )
  return unitOf
}

/** A leader named for the first time gets a post in the government itself, held by the person named. */
async function createLeaders(ctx: Context, tx: TenantTransaction, draft: DraftProgramme, today: PlainDate) {
  const postOf = new Map((await listLeaderPosts(tx, today)).map(({ name, postId }) => [name, postId]))
  const named = draft.projects.flatMap((project) => project.tasks).flatMap((task) => task.leaders)
  const unknown = [...new Set(named.map(({ name }) => name))].filter((name) => !postOf.has(name))
  if (unknown.length === 0) return postOf
  const unitId = await governmentUnit(tx, today)
  for (const name of unknown) {
    const postId = newId<PostId>()
    const personId = newId<PersonId>()
    await insertPerson(tx, { id: personId, name, createdAt: ctx.now })
    await insertHeldPost(
      tx,
      { id: postId, unitId, title: '分管领导', role: 'leader', validFrom: today },
      personId,
    )
    postOf.set(name, postId)
  }
  return postOf
}

async function governmentUnit(tx: TenantTransaction, today: PlainDate): Promise<UnitId> {
  const known = (await listUnits(tx, today)).find((unit) => unit.kind === 'government')
  if (known) return known.id
  const tenant = await getTenant(tx)
  const id = newId<UnitId>()
  await insertUnits(tx, [
    {
      id,
      name: tenant.name,
      kind: 'government',
      parentId: null,
      divisionCode: null,
      aliases: [],
      validFrom: today,
    },
  ])
  return id
}

function getBound<Id>(bound: ReadonlyMap<string, Id>, name: string): Id {
  const id = bound.get(name)
  if (id === undefined) throw new Problem('correction.not-found', { key: name })
  return id
}
