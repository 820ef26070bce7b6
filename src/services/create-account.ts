/** A person with posts and an account to sign in with. */
import type { PersonId, PostId, UnitId } from '../domain/ids.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import { insertAccount } from '../store/accounts.ts'
import type { TenantTransaction } from '../store/db.ts'
import { insertHeldPost, insertPerson, type NewPost } from '../store/people.ts'
import { newId } from './context.ts'

export type NewAccount = {
  readonly signInName: string
  readonly passwordHash: string
  readonly mustChangePassword: boolean
  readonly name: string
  readonly title: string
  readonly role: NewPost['role']
  /** A post of the same title and role in each. */
  readonly unitIds: readonly UnitId[]
  readonly validFrom: PlainDate
  readonly at: Date
}

export async function createAccount(tx: TenantTransaction, account: NewAccount): Promise<PersonId> {
  const personId = newId<PersonId>()
  const { unitIds, title, role, validFrom } = account
  await insertPerson(tx, { id: personId, name: account.name, createdAt: account.at })
  for (const unitId of unitIds)
    await insertHeldPost(tx, { id: newId<PostId>(), unitId, title, role, validFrom }, personId)
  await insertAccount(tx, { ...account, personId })
  return personId
}
