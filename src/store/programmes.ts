/** Adopting and amending programmes. Only inserts; the application role may do nothing else here. */
import { sql } from 'kysely'
import type { NewProgramme } from '../domain/programme/adoption.ts'
import type {
  ImportId,
  IndicatorId,
  PersonId,
  ProgrammeId,
  ProjectId,
  TaskId,
  UnitId,
} from '../domain/values/ids.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { TenantTransaction } from './db.ts'
import { insertVersions } from './programme-versions.ts'

/** Who recorded it, when, and the import it comes from. */
export type Provenance = { readonly importId: ImportId; readonly by: PersonId | null; readonly at: Date }

/** Whose table it is beside which programme; null for the government's own. */
export type Share = { readonly issuerId: UnitId; readonly shareOf: ProgrammeId } | null

/** The number an adoption goes by: later changes are amendments 1, 2, … */
const adoptionNo = 0

/**
 * Throws the database's `amendment_import_adopted` when the import has been adopted before and `programme_share_taken`
 * when the district has a table beside that programme already.
 */
export async function insertProgramme(
  tx: TenantTransaction,
  programme: NewProgramme,
  share: Share,
  provenance: Provenance,
): Promise<void> {
  await tx.query
    .insertInto('programme')
    .values({
      tenant_id: tx.tenantId,
      id: programme.id,
      year: programme.year,
      title: programme.title,
      issuer_id: share?.issuerId ?? null,
      share_of: share?.shareOf ?? null,
      adopted_by: provenance.by,
      adopted_at: provenance.at,
    })
    .execute()
  await insertAmendmentRow(tx, programme.id, adoptionNo, null, provenance)
  await insertIdentities(tx, programme, () => true)
  await insertVersions(tx, programme, adoptionNo)
}

export type Decision = { readonly text: string; readonly on: PlainDate }

export type Amendment = {
  readonly no: number
  readonly decision: Decision
  /** What exists already: everything else of the amended programme is new. */
  readonly kept: ReadonlySet<string>
  readonly withdrawn: {
    readonly projects: readonly ProjectId[]
    readonly tasks: readonly TaskId[]
    readonly indicators: readonly IndicatorId[]
  }
}

/** `programme` is the whole of it as amended; what it no longer holds is withdrawn. */
export async function insertAmendment(
  tx: TenantTransaction,
  programme: NewProgramme,
  amendment: Amendment,
  provenance: Provenance,
): Promise<void> {
  await insertAmendmentRow(tx, programme.id, amendment.no, amendment.decision, provenance)
  await insertIdentities(tx, programme, (id) => !amendment.kept.has(id))
  await insertVersions(tx, programme, amendment.no)
  await withdraw(tx, 'project', amendment.withdrawn.projects, amendment.no)
  await withdraw(tx, 'task', amendment.withdrawn.tasks, amendment.no)
  await withdraw(tx, 'indicator', amendment.withdrawn.indicators, amendment.no)
}

/** Holds the programme until the transaction ends, so that amendments come one after the other. */
export async function lockProgramme(tx: TenantTransaction, id: ProgrammeId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 1))`.execute(tx.query)
}

async function insertAmendmentRow(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  no: number,
  decision: Decision | null,
  { importId, by, at }: Provenance,
): Promise<void> {
  await tx.query
    .insertInto('amendment')
    .values({
      tenant_id: tx.tenantId,
      programme_id: programmeId,
      no,
      import_id: importId,
      decision: decision?.text ?? null,
      decided_on: decision?.on ?? null,
      recorded_by: by,
      recorded_at: at,
    })
    .execute()
}

async function insertIdentities(
  tx: TenantTransaction,
  programme: NewProgramme,
  isNew: (id: string) => boolean,
): Promise<void> {
  const rowsOf = <Id extends string>(things: readonly { readonly id: Id }[]) =>
    things
      .filter(({ id }) => isNew(id))
      .map(({ id }) => ({ tenant_id: tx.tenantId, id, programme_id: programme.id }))
  const tasks = programme.projects.flatMap((project) => project.tasks)
  const projects = rowsOf(programme.projects)
  if (projects.length > 0) await tx.query.insertInto('project').values(projects).execute()
  const newTasks = rowsOf(tasks)
  if (newTasks.length > 0) await tx.query.insertInto('task').values(newTasks).execute()
  const indicators = rowsOf(tasks.flatMap((task) => task.indicators))
  if (indicators.length > 0) await tx.query.insertInto('indicator').values(indicators).execute()
}

const versionColumns = {
  project: ['project_id', 'programme_id', 'no', 'name', 'position', 'place'],
  task: ['task_id', 'programme_id', 'project_id', 'no', 'position', 'text', 'deadline', 'place'],
  indicator: [
    'indicator_id',
    'programme_id',
    'task_id',
    'position',
    'kind',
    'action',
    'object',
    'comparator',
    'value',
    'value_max',
    'unit_of_measure',
    'deadline',
    'ledger',
    'span_start',
    'span_end',
    'confidence',
    'origin',
  ],
} as const

/** A withdrawn thing keeps what it last said, in a version that says so. */
async function withdraw(
  tx: TenantTransaction,
  noun: keyof typeof versionColumns,
  ids: readonly string[],
  no: number,
): Promise<void> {
  if (ids.length === 0) return
  const table = sql.table(`${noun}_version`)
  const key = sql.ref(`${noun}_id`)
  const columns = sql.join(versionColumns[noun].map((column) => sql.ref(column)))
  await sql`
    insert into ${table} (tenant_id, amendment_no, withdrawn, ${columns})
    select distinct on (${key}) tenant_id, ${no}::integer, true, ${columns}
    from ${table}
    where tenant_id = ${tx.tenantId} and ${key} = any(${ids}::uuid[])
    order by ${key}, amendment_no desc
  `.execute(tx.query)
}
