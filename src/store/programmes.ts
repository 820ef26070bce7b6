/** Adopting a programme: every row of it in one go. Only inserts; the application role may do nothing else here. */
import type { NewProgramme, NewTask } from '../domain/adoption.ts'
import { decimal } from '../domain/decimal.ts'
import type { ImportId, PersonId, ProgrammeId } from '../domain/ids.ts'
import type { TenantTransaction } from './db.ts'

export type Adoption = { readonly importId: ImportId; readonly by: PersonId | null; readonly at: Date }

/** The number an adoption goes by: later changes are amendments 1, 2, … */
const adoptionNo = 0

/** Throws the database's `amendment_import_adopted` when the import has been adopted before. */
export async function insertProgramme(
  tx: TenantTransaction,
  programme: NewProgramme,
  adoption: Adoption,
): Promise<void> {
  const tenant = { tenant_id: tx.tenantId }
  const version = { ...tenant, programme_id: programme.id, amendment_no: adoptionNo }
  await tx.query
    .insertInto('programme')
    .values({
      ...tenant,
      id: programme.id,
      year: programme.year,
      title: programme.title,
      adopted_by: adoption.by,
      adopted_at: adoption.at,
    })
    .execute()
  await tx.query
    .insertInto('amendment')
    .values({
      ...tenant,
      programme_id: programme.id,
      no: adoptionNo,
      import_id: adoption.importId,
      recorded_by: adoption.by,
      recorded_at: adoption.at,
    })
    .execute()
  const identities = <Id extends string>(rows: readonly { readonly id: Id }[]) =>
    rows.map(({ id }) => ({ ...tenant, id, programme_id: programme.id }))
  const { projects } = programme
  const tasks = projects.flatMap((project) => project.tasks)
  await tx.query.insertInto('project').values(identities(projects)).execute()
  await tx.query.insertInto('task').values(identities(tasks)).execute()
  await tx.query
    .insertInto('indicator')
    .values(identities(tasks.flatMap((task) => task.indicators)))
    .execute()
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
  await insertDuties(tx, tasks)
  await insertIndicatorVersions(tx, programme.id, tasks)
  await insertNotTargets(tx, tasks)
}

async function insertDuties(tx: TenantTransaction, tasks: readonly NewTask[]): Promise<void> {
  const rows = tasks.flatMap((task) =>
    task.duties.map((duty, position) => ({
      tenant_id: tx.tenantId,
      task_id: task.id,
      amendment_no: adoptionNo,
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
): Promise<void> {
  const rows = tasks.flatMap((task) =>
    task.indicators.map((indicator, position) => ({
      tenant_id: tx.tenantId,
      indicator_id: indicator.id,
      amendment_no: adoptionNo,
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

async function insertNotTargets(tx: TenantTransaction, tasks: readonly NewTask[]): Promise<void> {
  const rows = tasks.flatMap((task) =>
    task.notTargets.map((span) => ({
      tenant_id: tx.tenantId,
      task_id: task.id,
      amendment_no: adoptionNo,
      span_start: span.start,
      span_end: span.end,
      why: span.why,
    })),
  )
  if (rows.length > 0) await tx.query.insertInto('not_target').values(rows).execute()
}
