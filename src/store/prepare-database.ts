/**
 * The two roles every database of ours has, and how to reach each.
 *
 * `jiannuo_owner` owns the schema and runs migrations; nobody logs in as it, a login that is a member of it takes the
 * role on. `jiannuo_app` is the application: it owns nothing, may create nothing, and row-level security binds it.
 * Both are roles of the whole server, so two installations on one server need the same administrator's login.
 *
 * With a login that may create roles (the embedded server, an administrator's DATABASE_URL) everything missing is
 * made here and the password of `jiannuo_app` is derived from that login's, so every process on the same URL knows it
 * and none has to store it. Elsewhere an administrator runs the statements that the Problem lists, once, and two URLs
 * are given: `jiannuo_app` in DATABASE_URL and a member of `jiannuo_owner` in MIGRATION_DATABASE_URL.
 */
import { createHmac } from 'node:crypto'
import { Client, escapeIdentifier, escapeLiteral, type QueryResultRow } from 'pg'
import { Problem } from '../domain/problems/problem.ts'
import { missingSteps, placeholder } from './database-roles.ts'

export type DatabaseUrls = {
  /** For openDatabase. */
  readonly app: string
  /** For migrate; acts as `jiannuo_owner`. */
  readonly owner: string
}

const wrongPassword = '28P01'

/**
 * Makes or checks the roles and grants of the database that `url` names, and the database itself where it is missing
 * and may be created. Changes nothing when all is there. Throws Problem database.not-prepared or database.unsafe-role.
 */
export async function prepareDatabase(options: {
  readonly url: string
  readonly migrationUrl?: string
}): Promise<DatabaseUrls> {
  const { url, migrationUrl } = options
  const owner = actingAsOwner(migrationUrl ?? url)
  await createDatabaseOnce(migrationUrl ?? url)
  if (migrationUrl !== undefined) {
    const refusal: unknown = await requireSafeRole(url).then(
      () => null,
      (error: unknown) => error,
    )
    if (refusal instanceof Problem) throw refusal
    await complete(migrationUrl, null) // Says what is missing, where that is why the application cannot log in.
    if (refusal !== null) throw refusal
    return { app: url, owner }
  }
  const password = derivedPassword(url)
  await complete(url, password)
  const app = withLogin(url, 'jiannuo_app', password ?? '')
  await requireSafeRole(app).catch(async (error: unknown) => {
    if ((error as { code?: string }).code !== wrongPassword) throw error
    await resetPassword(url, password)
    await requireSafeRole(app)
  })
  return { app, owner }
}

/** Null when the login needs no password: a derived one would then be known to everybody. */
function derivedPassword(url: string): string | null {
  const { password } = new URL(url)
  if (password === '') return null
  return createHmac('sha256', decodeURIComponent(password)).update('jiannuo_app').digest('hex')
}

/** The administrator's password changed, and with it the derived one; or somebody chose one, who must then give it. */
async function resetPassword(url: string, password: string | null): Promise<void> {
  const setting = (secret: string): string => `alter role jiannuo_app password ${escapeLiteral(secret)};`
  try {
    if (password === null) throw new Error('there is no password to derive one from')
    await query(url, setting(password))
  } catch (error) {
    throw new Problem('database.not-prepared', { statements: setting(placeholder) }, { cause: error })
  }
}

async function complete(url: string, password: string | null): Promise<void> {
  await connected(url, async (client) => {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(7402312)')
    const { rows } = await client.query<{ may: boolean }>(
      'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
    )
    const may = password !== null && rows[0]?.may === true
    const missing = await missingSteps(client, may ? password : null)
    if (missing.length > 0) {
      const statements = missing.map((step) => `${step.statement};`).join('\n')
      if (!may) throw new Problem('database.not-prepared', { statements })
      await client.query(statements)
    }
    await client.query('commit')
  })
}

async function createDatabaseOnce(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  try {
    await query(url, 'select 1')
  } catch (error) {
    const noSuchDatabase = '3D000'
    if ((error as { code?: string }).code !== noSuchDatabase) throw error
    const maintenance = new URL(url)
    maintenance.pathname = '/postgres'
    await query(maintenance.href, `create database ${escapeIdentifier(name)}`).catch(
      async (refused: unknown) => {
        await query(url, 'select 1').catch(() => {
          throw refused // Not a process that was faster.
        })
      },
    )
  }
}

/** The application must be bound by row-level security: by none of the ways PostgreSQL has may it get around it. */
async function requireSafeRole(appUrl: string): Promise<void> {
  const [role] = await query<{ name: string; superuser: boolean; bypasses: boolean; owner: boolean }>(
    appUrl,
    `select rolname as name, rolsuper as superuser, rolbypassrls as bypasses,
            coalesce(pg_has_role(oid, to_regrole('jiannuo_owner')::oid, 'member'), false) as owner
     from pg_roles where rolname = current_user`,
  )
  if (role === undefined || role.name !== 'jiannuo_app' || role.superuser || role.bypasses || role.owner) {
    throw new Problem('database.unsafe-role', { role: role?.name ?? '' })
  }
}

function actingAsOwner(url: string): string {
  const acting = new URL(url)
  acting.searchParams.set('options', '-c role=jiannuo_owner')
  return acting.href
}

function withLogin(url: string, user: string, password: string): string {
  const login = new URL(url)
  login.username = user
  login.password = password
  return login.href
}

async function query<Row extends QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  return connected(url, async (client) => (await client.query<Row>(statement)).rows)
}

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
  }
}
