/** The append-only log. Every write appends its row here in its own transaction. */
import { sql } from 'kysely'
import type { HeldPost } from '../domain/duty/duty.ts'
import type { PersonId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'

export type LogEntry = {
  readonly at: Date
  readonly personId: PersonId | null
  /** The post it was done with; the row says whose it is where the person stands in (glossary: 代岗). */
  readonly post?: HeldPost | undefined
  /** `noun.verb`, e.g. "import.adopt". */
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * Appends one row with the next number of the tenant. The head row is locked until the transaction ends, so numbers
 * have no gaps and their order is the order of commits.
 */
export async function appendLog(tx: TenantTransaction, entry: LogEntry): Promise<void> {
  await sql`
    with head as (
      insert into log_head (tenant_id, last_seq)
      values (${tx.tenantId}::uuid, 1)
      on conflict (tenant_id) do update set last_seq = log_head.last_seq + 1
      returning last_seq
    )
    insert into log_entry (tenant_id, seq, logged_at, person_id, action, subject_kind, subject_id, details)
    select ${tx.tenantId}::uuid, head.last_seq, ${entry.at}, ${entry.personId}::uuid, ${entry.action},
           ${entry.subjectKind}, ${entry.subjectId}::uuid, ${JSON.stringify(detailsOf(entry))}::jsonb
    from head
  `.execute(tx.query)
}

function detailsOf({ details, post }: LogEntry): LogEntry['details'] {
  if (post?.standsIn !== true) return details
  return { ...details, actingFor: { postId: post.id, post: post.title, unit: post.unit } }
}

/** What changes no figure, plan, rule or duty: sessions, mail and what is still being typed. */
const besideTheFacts = [
  'account.mail',
  'account.password',
  'actual.draft',
  'import.correct',
  'import.start',
  'mail.send',
  'session.end',
  'session.start',
]

/** The number of the last row that a page may follow from: a page read after it is at least as new. */
export async function lastFact(tx: TenantTransaction): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq from log_entry
    where tenant_id = ${tx.tenantId} and action <> all(${besideTheFacts})
    order by seq desc limit 1
  `.execute(tx.query)
  return rows[0]?.seq ?? 0
}

/** Newest first, at most `limit` rows below `before`. */
export async function listLog(tx: TenantTransaction, before: number | undefined, limit: number) {
  let rows = tx.query
    .selectFrom('log_entry')
    .leftJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'log_entry.tenant_id')
        .onRef('person.id', '=', 'log_entry.person_id'),
    )
    .select(['seq', 'logged_at', 'person.name as person', 'action', 'subject_kind', 'subject_id', 'details'])
    .orderBy('seq', 'desc')
    .limit(limit)
  if (before !== undefined) rows = rows.where('seq', '<', before)
  return (await rows.execute()).map((row) => ({
    seq: row.seq,
    at: row.logged_at.toISOString(),
    person: row.person,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    details: row.details as Record<string, unknown>,
  }))
}

/**
 * Waits until no other writer of the tenant is under way, and holds the others off until this transaction ends: what is
 * read after it stays true until it is written. Every writer takes this lock for its log row anyway; this takes it first.
 */
export async function takeTurn(tx: TenantTransaction): Promise<void> {
  await sql`
    insert into log_head (tenant_id, last_seq) values (${tx.tenantId}::uuid, 0)
    on conflict (tenant_id) do update set last_seq = log_head.last_seq
  `.execute(tx.query)
}
