/** The page of a programme's papers, in one statement. */
import { sql } from 'kysely'
import type { PaperKind } from '../domain/papers/paper.ts'
import type { SnapshotProject } from '../domain/reporting/snapshot.ts'
import type { PaperId, ProgrammeId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { TenantTransaction } from './db.ts'
import { instant } from './instant.ts'
import { templatesOf } from './paper-templates.ts'
import { sealOf, type StoredSeal } from './papers.ts'
import { standsIn } from './stand-in.ts'

export type PapersPage = {
  readonly programme: { readonly id: ProgrammeId; readonly title: string; readonly year: number }
  /** Newest month first, within a month the latest number first. */
  readonly months: readonly {
    readonly month: Month
    readonly no: number
    readonly sha256: string
    readonly frozenAt: string
  }[]
  /** Of the month last frozen; none where that was before snapshots held the table. */
  readonly projects: readonly SnapshotProject[]
  /** Of the kinds that have a template of their own. */
  readonly templates: readonly {
    readonly kind: PaperKind
    readonly version: number
    readonly fileName: string
  }[]
  /** The latest drafted first. */
  readonly papers: readonly {
    readonly id: PaperId
    readonly kind: PaperKind
    readonly month: Month
    readonly freezeNo: number
    readonly title: string
    readonly version: number
    readonly savedBy: string
    readonly standsIn: boolean
    readonly savedAt: string
    readonly seal: StoredSeal | null
  }[]
}

/** Undefined without a programme. */
export async function findPapersPage(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<PapersPage | undefined> {
  const { rows } = await sql<PapersPage>`
    select json_build_object('id', programme.id, 'title', programme.title, 'year', programme.year) as programme, (
        select coalesce(json_agg(json_build_object('month', month, 'no', no, 'sha256', encode(sha256, 'hex'),
          'frozenAt', ${instant('month_freeze.frozen_at')}) order by month desc, no desc), '[]')
        from month_freeze
        where month_freeze.tenant_id = programme.tenant_id and month_freeze.programme_id = programme.id) as months,
      coalesce((
        select month_freeze.snapshot::json -> 'projects' from month_freeze
        where month_freeze.tenant_id = programme.tenant_id and month_freeze.programme_id = programme.id
        order by month desc, no desc limit 1), '[]') as projects, ${templatesOf(tx)} as templates, (
        select coalesce(json_agg(json_build_object('id', paper.id, 'kind', paper.kind, 'month', paper.month,
          'freezeNo', paper.freeze_no, 'title', text.title, 'version', text.version, 'savedBy', person.name,
          'standsIn', ${standsIn('text', 'saved_by', 'saved_post', 'saved_at')},
          'savedAt', ${instant('text.saved_at')}, 'seal', ${sealOf()}) order by paper.drafted_at desc, paper.id), '[]')
        from paper
          cross join lateral (
            select * from paper_text
            where paper_text.tenant_id = paper.tenant_id and paper_text.paper_id = paper.id
            order by version desc limit 1
          ) as text
          join person on person.tenant_id = text.tenant_id and person.id = text.saved_by
        where paper.tenant_id = programme.tenant_id and paper.programme_id = programme.id) as papers
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  return rows[0]
}
