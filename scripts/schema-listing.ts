/** The schema as one text to read and to compare: the same on every version of PostgreSQL from 15 on. */
import type { Client } from 'pg'

const heading = `Written by npm run schema from the migrations; do not edit. Per table: columns, constraints, indexes beyond
those of constraints, policies, privileges of jiannuo_app, triggers.
`

export async function schemaListing(client: Client): Promise<string> {
  const { rows } = await client.query<{ listing: string }>(listing)
  return `${[heading, ...rows.map((row) => row.listing)].join('\n')}\n`
}

/** One row per table and view; every part is a sorted list of lines. */
const listing = `
with relation as (
  select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
),
line as (
  select a.attrelid as oid, 1 as part, a.attnum::int as place,
    format('%s %s%s%s', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      case when d.oid is null then '' else ' default ' || pg_get_expr(d.adbin, d.adrelid) end) as text
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped
  union all
  select conrelid, 2, position(contype::text in 'pufxc'), format('%s: %s', conname, pg_get_constraintdef(oid))
  from pg_constraint where contype in ('p', 'u', 'f', 'x', 'c')
  union all
  select i.indrelid, 3, 0, regexp_replace(pg_get_indexdef(i.indexrelid), ' ON (public\\.)?\\S+ USING ', ' using ')
  from pg_index i where not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
  union all
  select polrelid, 4, 0, format('policy %s%s for %s using (%s)%s', polname, case when polpermissive then '' else ' restrictive' end,
    case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
    pg_get_expr(polqual, polrelid), ' with check (' || pg_get_expr(polwithcheck, polrelid) || ')')
  from pg_policy
  union all
  select c.oid, 5, 0, 'may ' || lower(string_agg(acl.privilege_type, ', ' order by acl.privilege_type))
  from pg_class c, aclexplode(c.relacl) acl
  where acl.grantee = to_regrole('jiannuo_app') group by c.oid
  union all
  select a.attrelid, 6, 0, format('may %s (%s)', lower(acl.privilege_type), string_agg(a.attname, ', ' order by a.attnum))
  from pg_attribute a, aclexplode(a.attacl) acl
  where acl.grantee = to_regrole('jiannuo_app') group by a.attrelid, acl.privilege_type
  union all
  select tgrelid, 7, 0, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
)
select format(E'%s %s%s\\n', case relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view' else 'materialised view' end,
    relname, case when relrowsecurity and relforcerowsecurity then ' (row security forced)' when relrowsecurity then ' (row security)' else '' end)
  || (select string_agg(E'  ' || line.text, E'\\n' order by part, place, line.text collate "C") from line where line.oid = relation.oid)
  || E'\\n' as listing
from relation order by relname collate "C"`
