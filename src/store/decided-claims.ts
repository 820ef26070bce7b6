/** What was decided on claims of acceptance: which promises are closed follows from it (src/domain/acceptance/closing.ts). */
import { sql, type RawBuilder } from 'kysely'
import type { DecidedClaim } from '../domain/acceptance/closing.ts'

/** A JSON array of those that `where` says, of a statement in which its other relations can be named. */
function decidedClaims(where: RawBuilder<unknown>) {
  return sql<readonly DecidedClaim[]>`coalesce((
    select json_agg(json_build_object('indicatorId', claim.indicator_id, 'no', claim.no, 'steps', decided.steps,
      'decidedOn', decided.day))
    from acceptance_claim as claim
      cross join lateral (
        select coalesce(json_agg(taken.step order by taken.no), '[]') as steps,
          (max(taken.decided_at) at time zone 'Asia/Shanghai')::date as day
        from acceptance_step as taken
        where taken.tenant_id = claim.tenant_id and taken.claim_id = claim.id) as decided
    where ${where}), '[]')`
}

/** Those on the promise that a row of this table names. */
export function claimsOnPromise(table: string) {
  return decidedClaims(
    sql`claim.tenant_id = ${sql.ref(`${table}.tenant_id`)} and claim.indicator_id = ${sql.ref(`${table}.indicator_id`)}`,
  )
}

/**
 * The same in a condition of a query, where there is a row for each promise: closed is whose claim was last decided so,
 * since a closed promise is claimed again only after it was returned.
 */
export function isClosed(table: string) {
  return sql`exists (
    select from acceptance_claim as claim
      join acceptance_step as taken on taken.tenant_id = claim.tenant_id and taken.claim_id = claim.id
    where claim.tenant_id = ${sql.ref(`${table}.tenant_id`)} and claim.indicator_id = ${sql.ref(`${table}.indicator_id`)}
      and taken.step = 'close' and not exists (
        select from acceptance_step as later
        where later.tenant_id = taken.tenant_id and later.claim_id = taken.claim_id and later.no > taken.no))`
}

export const claimsOfProgramme = decidedClaims(
  sql`claim.tenant_id = programme.tenant_id and claim.programme_id = programme.id`,
)
