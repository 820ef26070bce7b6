/** A lead unit's whole plan as a spreadsheet, and back: read as a dry run that changes nothing until it is submitted. */
import { candidatesOf } from '../../domain/plan/plan-candidates.ts'
import { defaultUnits } from '../../domain/plan/plan-default.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../../domain/values/ids.ts'
import { planMonths } from '../../domain/plan/plan.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { Task } from '../../domain/programme/programme.ts'
import { planFileHeads } from '../../domain/plan/plan-file-heads.ts'
import { readPlanFile } from '../../import/read-plan-file.ts'
import { readDocument } from '../../import/readers/read-document.ts'
import { planList, type PlanFilePromise } from '../../reports/plan-list.ts'
import { sheetsXlsx } from '../../reports/sheets-xlsx.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { findPlanOverview } from '../../store/plan-pages.ts'
import { listLatestPlans, listPlannable } from '../../store/plans.ts'
import { findProgramme, type ProgrammePage } from '../../store/programme-pages.ts'
import { listUnits } from '../../store/units.ts'
import { dateIn, requireAccess, requirePerson, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'
import type { UploadedFile } from '../imports/imports.ts'
import { interpretPlanFile, type KnownPromise, type PlanFileReading } from './interpret-plan-file.ts'
import type { File } from '../imports/programmes.ts'

/** Of what one leads; the office and everybody else get all. Throws Problem 'programme.not-found'. */
export async function getPlanFile(ctx: Context, programmeId: ProgrammeId): Promise<File> {
  requireAccess(ctx, 'plan.read')
  const { programme, promises, mark } = await transaction(ctx, async (tx) => ({
    ...(await promisesForFile(ctx, tx, programmeId)),
    mark: await fileMark(tx),
  }))
  const title = `${programme.title}·分解表`
  return {
    fileName: `${title}${mark.inName}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await sheetsXlsx({ title, year: programme.year, mark }, [planList(programme.year, promises)]),
  }
}

/** What submitting the file would change, and every cell at fault. Throws Problem 'document.*' or 'plan-file.no-table'. */
export async function readPlans(
  ctx: Context,
  programmeId: ProgrammeId,
  file: UploadedFile,
): Promise<PlanFileReading> {
  requireAccess(ctx, 'plan.draft')
  const rows = readPlanFile(await readDocument(file.bytes, file.fileName))
  if (!rows) throw new Problem('plan-file.no-table', { heads: Object.values(planFileHeads).join('、') })
  return transaction(ctx, async (tx) => {
    const at = dateIn(ctx.now)
    const ids = [...new Set(rows.map(({ id }) => id.text))].filter((id) => uuid.test(id)) as IndicatorId[]
    const own = ownUnits(ctx)
    const latest = new Map((await listLatestPlans(tx, programmeId)).map((plan) => [plan.indicatorId, plan]))
    const known = new Map<string, KnownPromise>(
      (await listPlannable(tx, programmeId, ids, at)).map((one) => [
        one.indicatorId,
        {
          indicatorId: one.indicatorId,
          target: one.target,
          months: planMonths(one.year, one.deadline),
          year: one.year,
          isOwn: one.leadUnitIds.some((unitId) => own.has(unitId)),
          everSigned: one.everSigned,
          latest: latest.get(one.indicatorId) ?? null,
        },
      ]),
    )
    const units = (await listUnits(tx, at)).filter(({ kind }) => kind !== 'group')
    const unitOf = new Map(units.flatMap((unit) => [unit.name, ...unit.aliases].map((name) => [name, unit])))
    return interpretPlanFile(rows, known, unitOf)
  })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function ownUnits(ctx: Context): ReadonlySet<UnitId> {
  const { posts } = requirePerson(ctx)
  return new Set(posts.filter(({ role }) => role === 'lead-officer').map(({ unitId }) => unitId))
}

async function promisesForFile(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<{ programme: ProgrammePage; promises: PlanFilePromise[] }> {
  const programme = await findProgramme(tx, programmeId)
  const overview = await findPlanOverview(tx, programmeId, dateIn(ctx.now))
  if (!programme || !overview) throw new Problem('programme.not-found', {})
  const latest = new Map((await listLatestPlans(tx, programmeId)).map((plan) => [plan.indicatorId, plan]))
  const own = ownUnits(ctx)
  const leads = (task: Task) =>
    task.leadUnits.flatMap(({ unitId, members }) => [unitId, ...members]).find((unitId) => own.has(unitId))
  const tasks = programme.projects.flatMap((project) => project.tasks)
  const asked = tasks.some(leads) ? tasks.filter(leads) : tasks
  const promises = asked.flatMap((task) => {
    const candidates = candidatesOf(task, overview.units, overview.memberships)
    const lead = leads(task) ?? candidates[0]?.unitId
    return task.indicators.map((target): PlanFilePromise => {
      const plan = latest.get(target.id)
      const units = lead === undefined ? [] : defaultUnits(target, candidates, lead)
      return {
        indicatorId: target.id,
        taskNo: task.no,
        target,
        months: planMonths(programme.year, target.deadline ?? task.deadline),
        version: plan?.version ?? 0,
        shares: plan?.shares ?? [],
        suggested: units.map((id) => candidates.find(({ unitId }) => unitId === id)?.name ?? ''),
      }
    })
  })
  return { programme, promises }
}
