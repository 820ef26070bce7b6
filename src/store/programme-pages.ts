/** What the programme screens read: one screen, one query. The present is the latest version of each identity. */
import { sql } from 'kysely'
import type {
  DocumentId,
  IndicatorId,
  PostId,
  ProgrammeId,
  ProjectId,
  TaskId,
  UnitId,
} from '../domain/values/ids.ts'
import {
  indicatorLevel,
  type Indicator,
  type Programme,
  type Project,
  type Task,
  type UnitName,
} from '../domain/programme/programme.ts'
import { reportedFigure, type ApprovedLevel } from '../domain/reporting/reported-figure.ts'
import type { Place, SourceDocument } from '../domain/programme/source.ts'
import type { TenantTransaction } from './db.ts'
import { latestVersions } from './latest-versions.ts'
import { plansInForce } from './plan-in-force.ts'
import { wordOnShare } from './plan-word.ts'

export type ProgrammeSummary = {
  readonly id: ProgrammeId
  readonly year: number
  readonly title: string
  readonly adoptedAt: string
  /** For a district's table. */
  readonly share: { readonly issuer: string; readonly shareOf: ProgrammeId } | null
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
      case when programme.share_of is not null then json_build_object('issuer', issuer.name, 'shareOf', programme.share_of) end as share,
      (select count(*)::integer from project_now where project_now.programme_id = programme.id and not withdrawn) as projects,
      (select count(*)::integer from task_now where task_now.programme_id = programme.id and not withdrawn) as tasks,
      (select count(*)::integer from indicator_now where indicator_now.programme_id = programme.id and not withdrawn) as indicators
    from programme
      left join unit as issuer on issuer.tenant_id = programme.tenant_id and issuer.id = programme.issuer_id
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

type FlatProgramme = Omit<Programme, 'projects'> & {
  readonly projects: readonly Omit<Project, 'tasks'>[]
  readonly tasks: readonly (Pick<Task, 'id' | 'no' | 'text' | 'deadline' | 'place'> & {
    readonly projectId: ProjectId
  })[]
  readonly duties: readonly {
    readonly taskId: TaskId
    readonly duty: 'leader' | 'lead' | 'cooperating'
    readonly name: string
    readonly place: Place
    readonly postId: PostId
    readonly unitId: UnitId
  }[]
  readonly indicators: readonly (Omit<Indicator, 'level' | 'reported'> & { readonly taskId: TaskId })[]
  /** Of the plan in force of each promise that has one. */
  readonly plans: readonly {
    readonly indicatorId: IndicatorId
    readonly unitIds: readonly UnitId[]
    readonly signed: number
  }[]
  /** Of units that an earlier plan had too; joined here, since without statistics the database does it row by row. */
  readonly levels: readonly ApprovedLevel[]
  readonly memberships: readonly { readonly groupId: UnitId; readonly id: UnitId; readonly name: string }[]
}

/** The living table of one programme in one query; undefined when there is none. */
export async function findProgramme(
  tx: TenantTransaction,
  id: ProgrammeId,
): Promise<ProgrammePage | undefined> {
  const { rows } = await sql<{ flat: FlatProgramme }>`
    select json_build_object(
      'id', programme.id, 'year', programme.year, 'title', programme.title,
      'adoptedAt', to_char(programme.adopted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'amendmentNo', amendment.no,
      'document', json_build_object('id', document.id, 'fileName', document.file_name),
      'projects', (
        select json_agg(json_build_object('id', project_id, 'no', no, 'name', name) order by position)
        from (${latestVersions(tx, id, 'project')}) as project_now where not withdrawn
      ),
      'tasks', (
        select json_agg(json_build_object(
          'id', task_id, 'projectId', project_id, 'no', no, 'text', text, 'deadline', deadline, 'place', place
        ) order by position)
        from (${latestVersions(tx, id, 'task')}) as task_now where not withdrawn
      ),
      'duties', (
        select coalesce(json_agg(json_build_object(
          'taskId', task_duty.task_id, 'duty', duty, 'name', printed_name, 'place', task_duty.place, 'postId', post_id, 'unitId', unit_id
        ) order by task_duty.position), '[]')
        from task_duty
          join (${latestVersions(tx, id, 'task')}) as task_now
            on task_now.task_id = task_duty.task_id and task_now.amendment_no = task_duty.amendment_no
        where task_duty.tenant_id = ${tx.tenantId}
      ),
      'indicators', (
        select coalesce(json_agg(json_build_object(
          'id', indicator_id, 'taskId', task_id, 'kind', kind, 'action', action, 'object', object,
          'comparator', comparator, 'value', value::text, 'valueMax', value_max::text, 'unit', unit_of_measure,
          'deadline', deadline, 'ledger', ledger, 'start', span_start, 'end', span_end
        ) order by span_start, position), '[]')
        from (${latestVersions(tx, id, 'indicator')}) as indicator_now where not withdrawn
      ),
      'plans', (
        select coalesce(json_agg(json_build_object(
          'indicatorId', plan.indicator_id, 'unitIds', signing.unit_ids, 'signed', signing.signed
        )), '[]')
        from (${plansInForce(tx, id)}) as plan
          cross join lateral (
            select coalesce(json_agg(share.unit_id), '[]') as unit_ids, count(*) filter (where said.decision = 'sign') as signed
            from plan_share as share
              left join lateral (${wordOnShare(tx)}) as said on true
            where share.tenant_id = ${tx.tenantId} and share.indicator_id = plan.indicator_id
              and share.version = plan.version
          ) as signing
      ),
      'levels', (
        select coalesce(json_agg(json_build_object(
          'indicatorId', level.indicator_id, 'unitId', level.unit_id, 'month', level.month,
          'origin', (
            select origin from actual
            where actual.tenant_id = ${tx.tenantId} and actual.indicator_id = level.indicator_id
              and actual.unit_id = level.unit_id and actual.month = level.month and actual.version = level.approved_version),
          'approved', case when level.approved is not null then json_build_object(
            'value', trim_scale(level.approved)::text, 'denominator', trim_scale(level.approved_denominator)::text) end
        )), '[]')
        from (
          select distinct on (indicator_id, unit_id) * from cell_standing
          where tenant_id = ${tx.tenantId} and programme_id = ${id} and approved_version is not null
          order by indicator_id, unit_id, month desc
        ) as level
      ),
      'memberships', (
        select coalesce(json_agg(json_build_object('groupId', unit_member.group_id, 'id', unit.id, 'name', unit.name)
                        order by unit.name collate "zh-x-icu"), '[]')
        from unit_member
          join unit on unit.tenant_id = unit_member.tenant_id and unit.id = unit_member.unit_id
        where unit_member.tenant_id = ${tx.tenantId}
          and unit_member.valid_from <= (programme.adopted_at at time zone 'Asia/Shanghai')::date
          and (unit_member.valid_to is null
            or unit_member.valid_to >= (programme.adopted_at at time zone 'Asia/Shanghai')::date)
      )
    ) as flat
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
  return rows[0] && nest(rows[0].flat)
}

/** The flat lists of the query as the tree of a programme; lists keep their order. */
function nest(flat: FlatProgramme): ProgrammePage {
  const { projects, tasks, duties, indicators, plans, levels, memberships, ...head } = flat
  const tasksOf = Map.groupBy(tasks, (task) => task.projectId)
  const dutiesOf = Map.groupBy(duties, (duty) => duty.taskId)
  const indicatorsOf = Map.groupBy(indicators, (indicator) => indicator.taskId)
  const membersOf = Map.groupBy(memberships, (member) => member.groupId)
  const planOf = new Map(plans.map((plan) => [plan.indicatorId, plan]))
  const levelsOf = Map.groupBy(levels, (level) => level.indicatorId)
  const groups = new Set(duties.map((duty) => duty.unitId))
  const members = memberships.filter((member) => groups.has(member.groupId))
  return {
    ...head,
    projects: projects.map((project) => ({
      ...project,
      tasks: (tasksOf.get(project.id) ?? []).map(nestTask),
    })),
    members: [...new Map(members.map(({ id, name }) => [id, { id, name }])).values()],
  }

  function nestTask({ projectId: _projectId, ...task }: FlatProgramme['tasks'][number]): Task {
    const bound = dutiesOf.get(task.id) ?? []
    const units = (duty: 'lead' | 'cooperating') =>
      bound
        .filter((one) => one.duty === duty)
        .map(({ name, place, unitId }) => ({
          name,
          place,
          unitId,
          members: (membersOf.get(unitId) ?? []).map((member) => member.id),
        }))
    return {
      ...task,
      leaders: bound
        .filter((one) => one.duty === 'leader')
        .map(({ name, place, postId }) => ({ name, place, postId })),
      leadUnits: units('lead'),
      cooperatingUnits: units('cooperating'),
      indicators: (indicatorsOf.get(task.id) ?? []).map(({ taskId: _taskId, ...promise }) => {
        const plan = planOf.get(promise.id)
        const planned = levelsOf.get(promise.id)?.filter(({ unitId }) => plan?.unitIds.includes(unitId))
        return {
          ...promise,
          level: indicatorLevel(plan ? { shares: plan.unitIds.length, signed: plan.signed } : null),
          reported: reportedFigure(planned ?? []),
        }
      }),
    }
  }
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
