/**
 * What Citus refuses or does not carry to its workers, looked for in the catalogue of a migrated database;
 * docs/database.md lists the forms that were run on Citus 13.2.2. Distributed tables are those with a tenant_id, the
 * migration ledger is local, and there are no reference tables yet.
 */
import type { Client } from 'pg'

export type CitusRule = {
  readonly rule: string
  /** A query for the names of what breaks it. */
  readonly offenders: string
  /** A statement that breaks it, and the offender it makes: the proof that the query finds something. */
  readonly brokenBy: string
  readonly names: string
}

const ours = `
with relation as (
  select * from pg_class c where relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e')
),
distributed as materialized (
  select * from relation c where relkind in ('r', 'p')
    and exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant_id' and not attisdropped)
)`

export const citusRules: readonly CitusRule[] = [
  {
    rule: 'no triggers: distributed tables have them only with an unsafe setting',
    offenders: `${ours} select tgname from pg_trigger join relation on relation.oid = tgrelid where not tgisinternal`,
    brokenBy: `create function f() returns trigger language plpgsql immutable as 'begin return new; end';
     create trigger late before insert on unit for each row execute function f()`,
    names: 'late',
  },
  {
    rule: 'no rewrite rules on tables',
    offenders: `${ours} select rulename from pg_rewrite join relation on relation.oid = ev_class where relkind in ('r', 'p')`,
    brokenBy: 'create rule hush as on delete to unit do instead nothing',
    names: 'hush',
  },
  {
    rule: 'no set null or set default through a key that holds tenant_id',
    offenders: `${ours} select conname from pg_constraint join relation on relation.oid = conrelid
      where contype = 'f' and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))`,
    brokenBy:
      'alter table unit add constraint forget foreign key (tenant_id, parent_id) references unit on delete set null (parent_id)',
    names: 'forget',
  },
  {
    rule: 'every unique index and exclusion constraint of a distributed table holds tenant_id',
    offenders: `${ours} select indexrelid::regclass::text from pg_index join distributed on distributed.oid = indrelid
      where (indisunique or indisexclusion) and not exists (
        select from pg_attribute where attrelid = indrelid and attnum = any (indkey::int2[]) and attname = 'tenant_id')`,
    brokenBy: 'create unique index one_name on unit (name)',
    names: 'one_name',
  },
  {
    rule: 'every distributed table has a primary key: rebalancing refuses it without',
    offenders: `${ours} select relname from distributed
      where not exists (select from pg_constraint where conrelid = distributed.oid and contype = 'p')`,
    brokenBy: 'create table heap (tenant_id uuid)',
    names: 'heap',
  },
  {
    rule: 'no table without tenant_id except the migration ledger',
    offenders: `${ours} select relname from relation
      where relkind in ('r', 'p') and relname <> 'migration' and oid not in (select oid from distributed)`,
    brokenBy: 'create table everywhere (id uuid primary key)',
    names: 'everywhere',
  },
  {
    rule: 'foreign keys join distributed tables on tenant_id, at the same place of both keys',
    offenders: `${ours} select conname from pg_constraint join relation on relation.oid = conrelid
      where contype = 'f' and not exists (
        select from unnest(conkey, confkey) as pair (mine, theirs)
          join pg_attribute a on a.attrelid = conrelid and a.attnum = mine and a.attname = 'tenant_id'
          join pg_attribute b on b.attrelid = confrelid and b.attnum = theirs and b.attname = 'tenant_id')`,
    brokenBy:
      'alter table unit add unique (id); alter table unit add constraint astray foreign key (parent_id) references unit (id)',
    names: 'astray',
  },
  {
    rule: 'tenant_id has one type, or the tables cannot be kept together',
    offenders: `${ours} select relname from distributed join pg_attribute on attrelid = distributed.oid
      where attname = 'tenant_id' and atttypid <> 'uuid'::regtype`,
    brokenBy: 'create table odd (tenant_id text, id uuid, primary key (tenant_id, id))',
    names: 'odd',
  },
  {
    rule: 'a row never changes its tenant',
    offenders: `${ours} select relname from distributed where has_column_privilege('jiannuo_app', oid, 'tenant_id', 'update')`,
    brokenBy: 'grant update on unit to jiannuo_app',
    names: 'unit',
  },
  {
    rule: 'no function of ours reads a table: called per row of a distributed query it is refused',
    offenders: `select proname from pg_proc p where pronamespace = 'public'::regnamespace and provolatile <> 'i'
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')`,
    brokenBy: `create function count_units() returns bigint language sql stable as 'select count(*) from unit'`,
    names: 'count_units',
  },
  {
    rule: 'no bigint identity beside a foreign key: that key would have to be added after distributing',
    offenders: `${ours} select relname from distributed where exists (
        select from pg_attribute where attrelid = distributed.oid and attidentity <> '')
      and exists (select from pg_constraint where conrelid = distributed.oid and contype = 'f')`,
    brokenBy: `create table counted (tenant_id uuid references tenant, n bigint generated always as identity, primary key (tenant_id, n))`,
    names: 'counted',
  },
  {
    rule: 'views run with their reader’s rights',
    offenders: `${ours} select relname from relation
      where relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false)`,
    brokenBy: 'create view units as select * from unit',
    names: 'units',
  },
  {
    rule: 'extensions live in schema public, where operator classes are named with it',
    offenders: `select extname from pg_extension where extname <> 'plpgsql' and extnamespace <> 'public'::regnamespace`,
    brokenBy: 'create schema elsewhere; create extension pg_trgm schema elsewhere',
    names: 'pg_trgm',
  },
]

/** What breaks a rule, by name. */
export async function offendersOf(client: Client, { offenders }: CitusRule): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name::text from (${offenders}) found (name) order by 1`,
  )
  return rows.map((row) => row.name)
}
