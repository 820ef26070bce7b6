/** A government's own templates of papers; the latest version of a kind counts. */
import { sql } from 'kysely'
import type { PaperKind } from '../domain/papers/paper.ts'
import type { PersonId, PostId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'

export type PaperTemplate = { readonly version: number; readonly fileName: string; readonly bytes: Buffer }

/** Undefined where the kind has the standard's form. */
export async function findTemplate(
  tx: TenantTransaction,
  kind: PaperKind,
): Promise<PaperTemplate | undefined> {
  const row = await tx.query
    .selectFrom('paper_template')
    .select(['version', 'file_name', 'bytes'])
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.bytes === null || row.file_name === null) return undefined
  return { version: row.version, fileName: row.file_name, bytes: row.bytes }
}

export type NewTemplate = {
  readonly kind: PaperKind
  /** Null goes back to the standard's form. */
  readonly file: { readonly fileName: string; readonly bytes: Buffer; readonly sha256: Buffer } | null
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

/** Its version. Take the turn first. */
export async function insertTemplate(tx: TenantTransaction, template: NewTemplate): Promise<number> {
  const last = await tx.query
    .selectFrom('paper_template')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', template.kind)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await tx.query
    .insertInto('paper_template')
    .values({
      tenant_id: tx.tenantId,
      kind: template.kind,
      version,
      file_name: template.file?.fileName ?? null,
      bytes: template.file?.bytes ?? null,
      sha256: template.file?.sha256 ?? null,
      set_by: template.by,
      set_post: template.postId,
      set_at: template.at,
    })
    .execute()
  return version
}

/** As JSON: each kind that has one, with its version; of any statement. */
export function templatesOf(tx: TenantTransaction) {
  return sql<readonly { kind: PaperKind; version: number; fileName: string }[]>`(
    select coalesce(json_agg(json_build_object('kind', kind, 'version', version, 'fileName', file_name)
      order by kind) filter (where bytes is not null), '[]')
    from (
      select distinct on (kind) * from paper_template
      where paper_template.tenant_id = ${tx.tenantId}
      order by kind, version desc
    ) as latest)`
}
