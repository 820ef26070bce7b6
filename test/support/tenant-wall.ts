/** Ways through the wall between tenants, looked for on every table and view that the catalogue lists. */
import { escapeIdentifier, escapeLiteral, type Client } from 'pg'
import type { TableShape } from './tenant-rows.ts'

/** Belongs to no tenant, and the application must not even read it. */
const ledger = 'migration'

/** What the catalogue shows to be missing, as “table: what”. */
export async function wallFaults(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(faultQuery, [ledger])
  return rows.map((row) => row.fault)
}

/**
 * Tries to reach `theirs` (rows in every table, put there by the superuser) as the application: inside `ours`, in no
 * tenant, and in no tenant any more. Gives what succeeded, as “table: what”; nothing is kept.
 */
export async function wallBreaches(
  app: Client,
  superuser: Client,
  tables: readonly TableShape[],
  { ours, theirs }: { readonly ours: string; readonly theirs: string },
): Promise<string[]> {
  const breaches: string[] = []
  for (const { name, columns } of tables) {
    const table = escapeIdentifier(name)
    const at = `where tenant_id = ${escapeLiteral(theirs)}`
    const { rows } = await superuser.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t ${at} limit 1`,
    )
    if (rows[0] === undefined) breaches.push(`${name}: holds no row that could be reached`)
    const given = columns.map((column) => escapeIdentifier(column.name)).join(', ')
    const copy = `insert into ${table} (${given}) select ${given} from jsonb_populate_record(null::${table}, ${escapeLiteral(rows[0]?.row ?? '{}')})`
    const attempts = [
      ['reads a row', `select 1 from ${table} ${at}`],
      ['locks a row', `select 1 from ${table} ${at} for update`],
      ['deletes a row', `delete from ${table} ${at}`],
      ['inserts a row', copy],
      ...(await columnsOf(superuser, name)).map((column) => [
        `updates ${column}`,
        `update ${table} set ${escapeIdentifier(column)} = ${escapeIdentifier(column)} ${at}`,
      ]),
      ['gives a row of its own away', `update ${table} set tenant_id = ${escapeLiteral(theirs)}`],
    ] as const
    for (const [what, statement] of attempts) {
      for (const [where, settings] of standpoints(ours)) {
        if (await succeeds(app, settings, statement)) breaches.push(`${name}: ${where} ${what}`)
      }
    }
    if (await succeeds(app, [], `select 1 from ${table}`)) breaches.push(`${name}: a stranger reads a row`)
  }
  return breaches
}

/** Where the application stands when it tries; a setting that has ended leaves an empty text behind, not null. */
function standpoints(ours: string): [string, string[]][] {
  return [
    ['a neighbour', [`set local app.tenant = ${escapeLiteral(ours)}`]],
    ['nobody', []],
    ['nobody any more', [`set local app.tenant = ''`]],
  ]
}

/**
 * Whether the statement touches at least one row. A refusal for want of a right is what stops it; a broken constraint
 * (class 23) shows that it was past the wall; any other error is a fault of ours.
 */
async function succeeds(app: Client, settings: readonly string[], statement: string): Promise<boolean> {
  await app.query('begin')
  try {
    for (const setting of settings) await app.query(setting)
    const { rowCount } = await app.query(statement)
    return (rowCount ?? 0) > 0
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === '42501') return false
    if (code.startsWith('23')) return true
    throw new Error(`${statement}: ${String(error)}`, { cause: error })
  } finally {
    await app.query('rollback')
  }
}

async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = to_regclass(quote_ident($1)) and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows.map((row) => row.name)
}

const faultQuery = `
with relation as (
  select * from pg_class
  where relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
),
keyed as (
  select k.*, c.relname,
    (select array_agg(a.attname order by p.place) from unnest(k.conkey) with ordinality p (num, place)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.num) as mine,
    (select array_agg(a.attname order by p.place) from unnest(k.confkey) with ordinality p (num, place)
       join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.num) as theirs
  from pg_constraint k join relation c on c.oid = k.conrelid
)
select relname || ': row-level security is not enabled and forced' as fault from relation
where relkind in ('r', 'p') and relname <> $1 and not (relrowsecurity and relforcerowsecurity)
union all
select relname || ': no policy' from relation
where relkind in ('r', 'p') and relname <> $1 and not exists (select from pg_policy where polrelid = relation.oid)
union all
select relname || ': policy ' || polname || ' does not compare tenant_id with app.tenant' from relation join pg_policy on polrelid = relation.oid
where polpermissive and (pg_get_expr(polqual, polrelid) !~ 'tenant_id = .*current_setting\\(''app\\.tenant''' or polqual is null)
union all
select relname || ': the primary key does not begin with tenant_id' from relation
where relkind in ('r', 'p') and relname <> $1
  and not exists (select from keyed where keyed.conrelid = relation.oid and contype = 'p' and mine[1] = 'tenant_id')
union all
select relname || ': ' || conname || ' leaves out tenant_id' from keyed
where relname <> $1 and contype in ('u', 'x') and not 'tenant_id' = any (mine)
union all
select relname || ': ' || conname || ' does not lead from tenant_id to tenant_id' from keyed
where contype = 'f' and coalesce(theirs[array_position(mine, 'tenant_id')], '') <> 'tenant_id'
union all
select relname || ': the view does not run with its reader''s rights' from relation
where relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false)
union all
select relname || ': jiannuo_app may read what row-level security does not cover' from relation
where (relkind = 'm' or relname = $1) and has_table_privilege('jiannuo_app', oid, 'select')
union all
select relname || ': jiannuo_app may empty or alter it' from relation
where relkind in ('r', 'p') and has_table_privilege('jiannuo_app', oid, 'truncate, references, trigger')
union all
select relname || ': is not owned by jiannuo_owner' from relation
where relkind in ('r', 'p', 'v', 'm') and relowner <> 'jiannuo_owner'::regrole
union all
select proname || ': runs with its owner''s rights' from pg_proc
where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
union all
select rolname || ': is superuser, creator of roles or databases, or past row-level security' from pg_roles
where rolname in ('jiannuo_app', 'jiannuo_owner') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
union all
select 'jiannuo_app: may take on ' || rolname from pg_roles
where rolname <> 'jiannuo_app' and pg_has_role('jiannuo_app', oid, 'member')
union all
select 'jiannuo_app: may create things in ' || nspname from pg_namespace
where has_schema_privilege('jiannuo_app', oid, 'create')
order by fault`
