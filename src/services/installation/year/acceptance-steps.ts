/** The demonstration's acceptance: lead units claim what reached its target, the office looks, decides and closes. */
import { mayInspect } from '../../../domain/acceptance/acceptance.ts'
import { isClaimReturned } from '../../../domain/simulation/demonstration-oversight.ts'
import type { Period } from '../../../domain/reporting/period.ts'
import { addWorkingDays } from '../../../domain/reporting/working-day.ts'
import { Problem } from '../../../domain/problems/problem.ts'
import { findAcceptances } from '../../../store/acceptance-pages.ts'
import { dateIn, transaction, type Context } from '../../context.ts'
import { claimAcceptance, getAcceptance } from '../../oversight/acceptance.ts'
import { decideClaim } from '../../oversight/acceptance-decisions.ts'
import { inspectEntry } from '../../oversight/acceptance-inspections.ts'
import { judgePromises, type JudgedPromise } from '../../oversight/judged-promises.ts'
import { actAs, actorWith, instant, officerOf, type Scene } from './scene.ts'
import type { Step } from './step.ts'

/** From half-year on, on the days after a month was frozen. */
export function acceptanceSteps({ calendar }: Scene, { month, dueOn }: Period): Step[] {
  const no = Number(month.slice(5, 7))
  if (no < 6) return []
  const on = (days: number, name: string, run: Step['run']): Step => ({
    month: month.slice(0, 7),
    name,
    at: instant(addWorkingDays(calendar, dueOn, days), 16),
    run,
  })
  // In the last month everything that was kept comes together.
  const atMost = no === 12 ? Infinity : claimsOfMonth
  const inTime = [
    on(4, 'claims', (ctx, scene) => claim(ctx, scene, atMost)),
    on(6, 'acceptance', accept),
    on(7, 'closing', close),
  ]
  if (no < 12) return inTime
  return [
    ...inTime,
    on(8, 'last claims', (ctx, scene) => claim(ctx, scene, atMost)),
    on(9, 'last acceptance', accept),
  ]
}

const claimsOfMonth = 4

type Judged = JudgedPromise & { readonly claim: Claim | undefined }
type Claim = NonNullable<Awaited<ReturnType<typeof findAcceptances>>>['beside']['claims'][number]

async function judgedPromises(ctx: Context, { programmeId }: Scene): Promise<Judged[]> {
  const page = await transaction(ctx, (tx) => findAcceptances(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const claims = Map.groupBy(page.beside.claims, ({ indicatorId }) => indicatorId)
  return judgePromises(page, dateIn(ctx.now)).map((promise) => ({
    ...promise,
    claim: claims.get(promise.id)?.toSorted((a, b) => b.no - a.no)[0],
  }))
}

/** What was returned comes first. */
async function claim(ctx: Context, scene: Scene, atMost: number): Promise<void> {
  const promises = await judgedPromises(ctx, scene)
  const returned = promises.filter(({ state }) => state === 'returned')
  const reached = promises.filter(({ state, light }) => state === 'claimable' && light.level === 'reached')
  for (const { id, leadUnitId, claims } of [...returned, ...reached].slice(0, atMost)) {
    const officer = leadUnitId === null ? undefined : officerOf(scene.cast, leadUnitId)
    if (!officer?.posts.some(({ role }) => role === 'lead-officer')) continue
    await claimAcceptance(actAs(ctx, officer), scene.programmeId, id, {
      seen: claims,
      statement:
        claims === 0 ? '年度目标任务已完成，申请验收。' : '缺少的材料已补齐，有关情况已核实，再次申请验收。',
    })
  }
}

async function accept(ctx: Context, scene: Scene): Promise<void> {
  const office = actAs(ctx, actorWith(scene.cast, 'supervisor'))
  const { programmeId, seed } = scene
  for (const { claim: at, state, sentence } of await judgedPromises(ctx, scene)) {
    if (!at || !mayInspect(state)) continue
    if (at.no === 1 && isClaimReturned(seed, sentence)) {
      const reason = '验收材料不齐，请补充竣工或服务记录后再报。'
      await decideClaim(office, { programmeId, claimId: at.id }, { seen: 0, step: 'return', reason })
      continue
    }
    if (at.sample.length > 0) await inspect(office, scene, at)
    await decideClaim(
      office,
      { programmeId, claimId: at.id },
      { seen: 0, step: 'accept', reason: seenOnPaper },
    )
  }
}

/** The demonstration has no photographs, nor files of what was handed in: the checks of them fail. */
const seenOnPaper = '原始材料已当面核验，纸质件存督查室。'

async function inspect(office: Context, { programmeId }: Scene, { id, indicatorId }: Claim): Promise<void> {
  const { claims } = await getAcceptance(office, programmeId, indicatorId)
  const sample = claims.find((each) => each.id === id)?.sample ?? []
  const found = { finding: 'found', note: '', inspectedOn: dateIn(office.now), seen: 0 } as const
  for (const { entryId } of sample) await inspectEntry(office, { programmeId, claimId: id }, entryId, found)
}

async function close(ctx: Context, scene: Scene): Promise<void> {
  const office = actAs(ctx, actorWith(scene.cast, 'supervisor'))
  for (const { claim: at, state } of await judgedPromises(ctx, scene))
    if (at && state === 'accepted')
      await decideClaim(
        office,
        { programmeId: scene.programmeId, claimId: at.id },
        { seen: at.steps.length, step: 'close', reason: '' },
      )
}
