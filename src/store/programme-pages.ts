/** What the programme screens read: one screen, one query. The present is the latest version of each identity. */
import { sql } from 'kysely'
import type { DocumentId, ProgrammeId } from '../domain/ids.ts'
import type { Programme, UnitName } from '../domain/programme.ts'
import type { SourceDocument } from '../domain/source.ts'
import type { TenantTransaction } from './db.ts'

export type ProgrammeSummary = {
  readonly id: ProgrammeId
  readonly year: number
  readonly title: string
  readonly adoptedAt: string
  readonly projects: number
  readonly tasks: number
  readonly indicators: number
}

/** All programmes, the newest year first and, within a year, the latest adopted first. */
export async function listProgrammes(tx: TenantTransaction): Promise<ProgrammeSummary[]> {
  const { rows } = await sql<Omit<ProgrammeSummary, 'adoptedAt'> & { adoptedAt: Date }>`
    with
      project_now as (${latest('project')}), task_now as (${latest('task')}), indicator_now as (${latest('indicator')})
    select programme.id, programme.year, programme.title, programme.adopted_at as "adoptedAt",
      (select count(*)::integer from project_now where project_now.programme_id = programme.id and not withdrawn) as projects,
      (select count(*)::integer from task_now where task_now.programme_id = programme.id and not withdrawn) as tasks,
      (select count(*)::integer from indicator_now where indicator_now.programme_id = programme.id and not withdrawn) as indicators
    from programme
    where programme.tenant_id = ${tx.tenantId}
    order by programme.year desc, programme.adopted_at desc
  `.execute(tx.query)
  return rows.map((row) => ({ ...row, adoptedAt: row.adoptedAt.toISOString() }))

  function latest(noun: 'project' | 'task' | 'indicator') {
    const key = sql.ref(`${noun}_id`)
    return sql`
      select distinct on (${key}) programme_id, withdrawn
      from ${sql.table(`${noun}_version`)}
      where tenant_id = ${tx.tenantId}
      order by ${key}, amendment_no desc`
  }
}

export type ProgrammePage = Programme & { readonly members: readonly UnitName[] }

/** The living table of one programme in one query; undefined when there is none. */
export async function findProgramme(
  tx: TenantTransaction,
  id: ProgrammeId,
): Promise<ProgrammePage | undefined> {
  const { rows } = await sql<{ page: ProgrammePage }>`
    with
      project_now as (
        select distinct on (project_id) project_version.* from project_version
        where tenant_id = ${tx.tenantId} and programme_id = ${id}
        order by project_id, amendment_no desc
      ),
      task_now as (
        select distinct on (task_id) task_version.* from task_version
        where tenant_id = ${tx.tenantId} and programme_id = ${id}
        order by task_id, amendment_no desc
      ),
      indicator_now as (
        select distinct on (indicator_id) indicator_version.* from indicator_version
        where tenant_id = ${tx.tenantId} and programme_id = ${id}
        order by indicator_id, amendment_no desc
      ),
      adopted as (
        select (adopted_at at time zone 'Asia/Shanghai')::date as day from programme
        where tenant_id = ${tx.tenantId} and id = ${id}
      ),
      member_now as (
        select unit_member.group_id, unit_member.unit_id, unit.name
        from unit_member
          cross join adopted
          join unit on unit.tenant_id = unit_member.tenant_id and unit.id = unit_member.unit_id
        where unit_member.tenant_id = ${tx.tenantId}
          and unit_member.valid_from <= adopted.day and (unit_member.valid_to is null or unit_member.valid_to >= adopted.day)
      ),
      duty as (
        select task_duty.task_id, task_duty.duty,
          json_agg(
            case when task_duty.duty = 'leader'
              then json_build_object('name', task_duty.printed_name, 'postId', task_duty.post_id)
              else json_build_object('name', task_duty.printed_name, 'unitId', task_duty.unit_id, 'members', (
                select coalesce(json_agg(member_now.unit_id), '[]') from member_now where member_now.group_id = task_duty.unit_id
              ))
            end order by task_duty.position
          ) as list
        from task_duty
          join task_now on task_now.task_id = task_duty.task_id and task_now.amendment_no = task_duty.amendment_no
        where task_duty.tenant_id = ${tx.tenantId}
        group by task_duty.task_id, task_duty.duty
      ),
      promise as (
        select indicator_now.task_id,
          json_agg(json_build_object(
            'id', indicator_now.indicator_id, 'kind', indicator_now.kind, 'action', indicator_now.action,
            'object', indicator_now.object, 'comparator', indicator_now.comparator, 'value', indicator_now.value::text,
            'valueMax', indicator_now.value_max::text, 'unit', indicator_now.unit_of_measure,
            'deadline', indicator_now.deadline, 'ledger', indicator_now.ledger,
            'start', indicator_now.span_start, 'end', indicator_now.span_end,
            -- Nothing can be planned or reported yet, so every promise waits for its plan.
            'level', 'to-plan'
          ) order by indicator_now.span_start, indicator_now.position) as list
        from indicator_now
        where not indicator_now.withdrawn
        group by indicator_now.task_id
      ),
      row as (
        select task_now.project_id,
          json_agg(json_build_object(
            'id', task_now.task_id, 'no', task_now.no, 'text', task_now.text, 'deadline', task_now.deadline,
            'place', task_now.place,
            'leaders', coalesce((select list from duty where duty.task_id = task_now.task_id and duty.duty = 'leader'), '[]'),
            'leadUnits', coalesce((select list from duty where duty.task_id = task_now.task_id and duty.duty = 'lead'), '[]'),
            'cooperatingUnits', coalesce((select list from duty where duty.task_id = task_now.task_id and duty.duty = 'cooperating'), '[]'),
            'indicators', coalesce((select list from promise where promise.task_id = task_now.task_id), '[]')
          ) order by task_now.position) as list
        from task_now
        where not task_now.withdrawn
        group by task_now.project_id
      )
    select json_build_object(
      'id', programme.id, 'year', programme.year, 'title', programme.title,
      'adoptedAt', to_char(programme.adopted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'amendmentNo', amendment.no,
      'document', json_build_object('id', document.id, 'fileName', document.file_name),
      'projects', (
        select json_agg(json_build_object(
          'id', project_now.project_id, 'no', project_now.no, 'name', project_now.name,
          'tasks', coalesce((select list from row where row.project_id = project_now.project_id), '[]')
        ) order by project_now.position)
        from project_now where not project_now.withdrawn
      ),
      'members', coalesce((
        select json_agg(json_build_object('id', district.unit_id, 'name', district.name) order by district.name collate "zh-x-icu")
        from (
          select distinct member_now.unit_id, member_now.name from member_now
          where member_now.group_id in (select unit_id from task_duty where tenant_id = ${tx.tenantId} and task_id in (select task_id from task_now))
        ) as district
      ), '[]')
    ) as page
    from programme
      cross join lateral (
        select amendment.no, amendment.import_id from amendment
        where amendment.tenant_id = programme.tenant_id and amendment.programme_id = programme.id
        order by amendment.no desc limit 1
      ) as amendment
      join import on import.tenant_id = programme.tenant_id and import.id = amendment.import_id
      join document on document.tenant_id = import.tenant_id and document.id = import.document_id
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${id}
  `.execute(tx.query)
  return rows[0]?.page
}

export type ProgrammeSource = {
  readonly document: {
    readonly id: DocumentId
    readonly fileName: string
    readonly byteSize: number
    readonly sha256: string
    readonly sm3: string
    readonly uploadedAt: string
  }
  readonly source: SourceDocument
}

/** The document that the latest amendment of a programme was read from. */
export async function findProgrammeSource(
  tx: TenantTransaction,
  id: ProgrammeId,
): Promise<ProgrammeSource | undefined> {
  const { rows } = await sql<{
    document: ProgrammeSource['document']
    source: SourceDocument
    uploadedAt: Date
  }>`
    select document.uploaded_at as "uploadedAt", import.source,
      json_build_object(
        'id', document.id, 'fileName', document.file_name, 'byteSize', document.byte_size,
        'sha256', encode(document.sha256, 'hex'), 'sm3', encode(document.sm3, 'hex')
      ) as document
    from amendment
      join import on import.tenant_id = amendment.tenant_id and import.id = amendment.import_id
      join document on document.tenant_id = import.tenant_id and document.id = import.document_id
    where amendment.tenant_id = ${tx.tenantId} and amendment.programme_id = ${id}
    order by amendment.no desc
    limit 1
  `.execute(tx.query)
  const row = rows[0]
  return (
    row && { document: { ...row.document, uploadedAt: row.uploadedAt.toISOString() }, source: row.source }
  )
}
