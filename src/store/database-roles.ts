/** What the roles of a database need, step by step: the same statements run by us or shown to an administrator. */
import { escapeIdentifier, escapeLiteral, type Client } from 'pg'

export type RoleStep = {
  /** An SQL condition that holds when nothing is left to do; must not fail when earlier steps are undone. */
  readonly done: string
  readonly statement: string
}

/** Where an administrator is to put a password. */
export const placeholder = '<choose one>'

/**
 * Settings of the application's sessions, kept on the server so that they hold behind any pooler. Times are those of
 * a web request: what takes longer is a mistake and must not hold locks.
 */
const sessionSettings: Readonly<Record<string, string>> = {
  timezone: 'Asia/Shanghai',
  statement_timeout: '30s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '60s',
}

/** Carries SET LOCAL app.tenant to the workers of a Citus cluster; without it row-level security shows nothing there. */
const citusSettings: Readonly<Record<string, string>> = { 'citus.propagate_set_commands': 'local' }

/** The steps not yet done in the client's database, in order. Without `password` its place is marked for a person. */
export async function missingSteps(client: Client, password: string | null): Promise<RoleStep[]> {
  const { rows } = await client.query<{ database: string; login: string; citus: boolean }>(
    `select current_database() as database, current_user as login,
            exists (select from pg_extension where extname = 'citus') as citus`,
  )
  const [about] = rows
  if (about === undefined) return []
  const settings = about.citus ? { ...sessionSettings, ...citusSettings } : sessionSettings
  const steps = [
    ...roleSteps(about.login, password),
    ...grantSteps(about.database),
    ...settingSteps(about.database, settings),
  ]
  const { rows: answers } = await client.query<boolean[]>({
    text: `select ${steps.map((step) => `coalesce((${step.done}), false)`).join(',\n')}`,
    rowMode: 'array',
  })
  return steps.filter((_, index) => answers[0]?.[index] !== true)
}

function roleSteps(login: string, password: string | null): RoleStep[] {
  const secret = escapeLiteral(password ?? placeholder)
  return [
    {
      done: `to_regrole('jiannuo_owner') is not null`,
      statement: 'create role jiannuo_owner nologin nosuperuser nocreaterole nocreatedb nobypassrls',
    },
    {
      done: `to_regrole('jiannuo_app') is not null`,
      statement: `create role jiannuo_app login nosuperuser nocreaterole nocreatedb nobypassrls password ${secret}`,
    },
    {
      // From PostgreSQL 16 on, who creates a role is its member without the right to take it on.
      done: `(select rolsuper from pg_roles where rolname = current_user) or current_user = 'jiannuo_owner' or exists (
        select from pg_auth_members m
        where m.roleid = to_regrole('jiannuo_owner') and m.member = to_regrole(quote_ident(current_user))
          and coalesce((to_jsonb(m) ->> 'set_option')::boolean, true))`,
      statement: `grant jiannuo_owner to ${escapeIdentifier(login)}`,
    },
  ]
}

function grantSteps(database: string): RoleStep[] {
  const name = escapeIdentifier(database)
  return [
    {
      // For the trusted extensions, which belong to the schema.
      done: `has_database_privilege(to_regrole('jiannuo_owner'), current_database(), 'create')`,
      statement: `grant create on database ${name} to jiannuo_owner`,
    },
    {
      done: `has_schema_privilege(to_regrole('jiannuo_owner'), 'public', 'create')`,
      statement: 'grant usage, create on schema public to jiannuo_owner',
    },
    {
      done: `not has_schema_privilege(to_regrole('jiannuo_app'), 'public', 'create')`,
      statement: 'revoke create on schema public from public, jiannuo_app',
    },
    {
      // A temporary table would hide one of ours from the application's own statements.
      done: `not has_database_privilege(to_regrole('jiannuo_app'), current_database(), 'temporary')`,
      statement: `revoke temporary on database ${name} from public, jiannuo_app`,
    },
  ]
}

function settingSteps(database: string, settings: Readonly<Record<string, string>>): RoleStep[] {
  return Object.entries(settings).map(([name, value]) => ({
    done: `exists (
      select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
      where d.datname = current_database() and s.setrole = to_regrole('jiannuo_app')
        and lower(s.setconfig::text)::text[] @> array[${escapeLiteral(`${name}=${value}`.toLowerCase())}])`,
    statement: `alter role jiannuo_app in database ${escapeIdentifier(database)} set ${name} = ${escapeLiteral(value)}`,
  }))
}
