/** What a programme's projects, tasks and indicators say from one amendment on. */
import type { NewProgramme, NewTask } from '../domain/programme/adoption.ts'
import { decimal } from '../domain/values/decimal.ts'
import type { ProgrammeId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'

/** Inserts the version of everything in the programme under an amendment's number. */
export async function insertVersions(
  tx: TenantTransaction,
  programme: NewProgramme,
  no: number,
): Promise<void> {
  const version = { tenant_id: tx.tenantId, programme_id: programme.id, amendment_no: no }
  const { projects } = programme
  const tasks = projects.flatMap((project) => project.tasks)
  await tx.query
    .insertInto('project_version')
    .values(
      projects.map((project, position) => ({
        ...version,
        project_id: project.id,
        no: project.no,
        name: project.name,
        position,
        place: JSON.stringify(project.place),
      })),
    )
    .execute()
  await tx.query
    .insertInto('task_version')
    .values(
      projects.flatMap((project) =>
        project.tasks.map((task, position) => ({
          ...version,
          task_id: task.id,
          project_id: project.id,
          no: task.no,
          position,
          text: task.text,
          deadline: task.deadline,
          place: JSON.stringify(task.place),
        })),
      ),
    )
    .execute()
  await insertDuties(tx, tasks, no)
  await insertIndicatorVersions(tx, programme.id, tasks, no)
  await insertNotTargets(tx, tasks, no)
}

async function insertDuties(tx: TenantTransaction, tasks: readonly NewTask[], no: number): Promise<void> {
  const rows = tasks.flatMap((task) =>
    task.duties.map((duty, position) => ({
      tenant_id: tx.tenantId,
      task_id: task.id,
      amendment_no: no,
      duty: duty.duty,
      position,
      printed_name: duty.printedName,
      post_id: duty.duty === 'leader' ? duty.postId : null,
      unit_id: duty.duty === 'leader' ? null : duty.unitId,
      place: JSON.stringify(duty.place),
    })),
  )
  if (rows.length > 0) await tx.query.insertInto('task_duty').values(rows).execute()
}

async function insertIndicatorVersions(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  tasks: readonly NewTask[],
  no: number,
): Promise<void> {
  const rows = tasks.flatMap((task) =>
    task.indicators.map((indicator, position) => ({
      tenant_id: tx.tenantId,
      indicator_id: indicator.id,
      amendment_no: no,
      programme_id: programmeId,
      task_id: task.id,
      position,
      kind: indicator.kind,
      action: indicator.action,
      object: indicator.object,
      comparator: indicator.comparator,
      value: indicator.value,
      value_max: indicator.valueMax,
      unit_of_measure: indicator.unit,
      deadline: indicator.deadline,
      ledger: indicator.ledger,
      span_start: indicator.start,
      span_end: indicator.end,
      confidence: decimal(indicator.confidence),
      origin: indicator.origin,
    })),
  )
  await tx.query.insertInto('indicator_version').values(rows).execute()
}

async function insertNotTargets(tx: TenantTransaction, tasks: readonly NewTask[], no: number): Promise<void> {
  const rows = tasks.flatMap((task) =>
    task.notTargets.map((span) => ({
      tenant_id: tx.tenantId,
      task_id: task.id,
      amendment_no: no,
      span_start: span.start,
      span_end: span.end,
      why: span.why,
    })),
  )
  if (rows.length > 0) await tx.query.insertInto('not_target').values(rows).execute()
}
