/** Who acted for whom: read from the facts, so that what was done before says it too. */
import { sql, type RawBuilder } from 'kysely'

/**
 * Whether the person in one column did what a row says with a post, named in another, that was somebody else's on that
 * day in China (glossary: 代岗).
 */
export function standsIn(table: string, by: string, post: string, at: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const day = sql`(${column(at)} at time zone 'Asia/Shanghai')::date`
  return sql<boolean>`not exists (
    select from holding
    where holding.tenant_id = ${column('tenant_id')} and holding.post_id = ${column(post)} and holding.person_id = ${column(by)}
      and holding.valid_from <= ${day} and (holding.valid_to is null or holding.valid_to >= ${day}))`
}
