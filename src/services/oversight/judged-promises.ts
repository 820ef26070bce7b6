/** Promises as acceptance sees them: judged by reviewed figures, checked, and where each claim stands. */
import { acceptanceState, type AcceptanceState, type ClaimFacts } from '../../domain/acceptance/acceptance.ts'
import {
  checksOf,
  isTargetMet,
  type Check,
  type CheckedClaim,
  type CheckedPromise,
} from '../../domain/acceptance/checks.ts'
import { cellAt, momentOf, type IndicatorHistory } from '../../domain/light/history.ts'
import type { LightColour } from '../../domain/light/light-level.ts'
import { lightRulesFor } from '../../domain/light/light-rules.ts'
import { lightOf, type Light, type LightMoment } from '../../domain/light/light.ts'
import type { Target } from '../../domain/programme/target.ts'
import type { IndicatorId, ProgrammeId, ProjectId, UnitId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import { addQuantities, type Quantity } from '../../domain/values/quantity.ts'
import { Problem } from '../../domain/problems/problem.ts'
import {
  findAcceptance,
  type AcceptanceDetail,
  type CheckFacts,
  type ClaimOverview,
  type ClaimRecord,
} from '../../store/acceptance-pages.ts'
import type { TenantTransaction } from '../../store/db.ts'
import type { HistoryPage } from '../../store/programme-history.ts'
import { dateIn, type Context } from '../context.ts'
import { lightMoment } from './light-moment.ts'

export type JudgedPromise = {
  readonly id: IndicatorId
  readonly taskNo: string
  readonly projectId: ProjectId | null
  /** The promise in the document's own words. */
  readonly sentence: string
  readonly target: Target
  readonly leadUnitId: UnitId | null
  readonly light: Light & { readonly colour: LightColour }
  /** The sum last approved of its units, and the latest month of them; null where nothing is. */
  readonly figure: Quantity | null
  readonly figureMonth: Month | null
  readonly state: AcceptanceState
  readonly claims: number
  /** Of the latest claim as well, where there is one. */
  readonly checks: readonly Check[]
  readonly decidedAt: string | null
  readonly facts: CheckedPromise
}

type JudgedPage = HistoryPage & {
  readonly beside: { readonly checks: readonly CheckFacts[]; readonly claims: readonly ClaimOverview[] }
}

export function judgePromises(page: JudgedPage, today: PlainDate): JudgedPromise[] {
  const claimsOf = Map.groupBy(page.beside.claims, ({ indicatorId }) => indicatorId)
  const factsOf = new Map(page.beside.checks.map((facts) => [facts.indicatorId, facts]))
  const moment = lightMoment(page.facts, today, null)
  return page.history.indicators.map((indicator) =>
    judged(page, indicator, factsOf.get(indicator.id), claimsOf.get(indicator.id) ?? [], moment),
  )
}

/** Throws Problem 'programme.not-found' or 'acceptance.promise-not-found'. */
export async function getJudgedPromise(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
): Promise<{ page: HistoryPage & { readonly beside: AcceptanceDetail }; promise: JudgedPromise }> {
  const page = await findAcceptance(tx, programmeId, indicatorId)
  if (!page) throw new Problem('programme.not-found', {})
  const indicator = page.history.indicators.find(({ id }) => id === indicatorId)
  if (!indicator) throw new Problem('acceptance.promise-not-found', {})
  const claims = page.beside.claims.map((claim) => overviewOf(indicatorId, claim))
  const moment = lightMoment(page.facts, dateIn(ctx.now), null)
  const promise = judged(page, indicator, page.beside.checks[0], claims, moment)
  return { page, promise }
}

function overviewOf(
  indicatorId: IndicatorId,
  { id, no, at, files, sample, steps }: ClaimRecord,
): ClaimOverview {
  return {
    id,
    indicatorId,
    no,
    claimedAt: at,
    files: files.length,
    inspections: inspectionsOf({ sample }),
    steps: steps.map(({ step }) => step),
    decidedAt: steps.at(-1)?.at ?? null,
    sample: sample.map(({ inspections, photographs }) => ({
      finding: inspections.at(-1)?.finding ?? null,
      photographs: photographs.length,
    })),
  }
}

/** What the state of a claim follows from. */
export function claimFacts(claim: Pick<ClaimRecord, 'no' | 'sample' | 'steps'>): ClaimFacts {
  return { no: claim.no, inspections: inspectionsOf(claim), steps: claim.steps.map(({ step }) => step) }
}

function inspectionsOf({ sample }: Pick<ClaimRecord, 'sample'>): number {
  return sample.reduce((sum, { inspections }) => sum + inspections.length, 0)
}

function judged(
  page: HistoryPage,
  indicator: IndicatorHistory,
  counted: CheckFacts | undefined,
  claims: readonly ClaimOverview[],
  moment: LightMoment,
): JudgedPromise {
  const { id, sentence, target, leadUnitId, cells } = indicator
  const task = page.history.tasks.find((each) => each.id === indicator.taskId)
  const { figure, figureMonth, light } = verdict(page, indicator, moment)
  const facts: CheckedPromise = {
    kind: target.kind,
    level: light.level,
    hasFigure: target.value !== null,
    hasStages: cells.some(({ stages }) => stages.length > 0),
    waitingFigures: counted?.waitingFigures ?? 0,
    acceptedEntries: counted?.acceptedEntries ?? 0,
    waitingEntries: counted?.waitingEntries ?? 0,
    openDoubts: counted?.openDoubts ?? 0,
    upheldDoubts: counted?.upheldDoubts ?? 0,
  }
  const latest = claims.toSorted((a, b) => b.no - a.no)[0]
  const claim: CheckedClaim | null = latest ? { files: latest.files, sample: latest.sample } : null
  return {
    id,
    taskNo: task?.no ?? '',
    projectId: task?.projectId ?? null,
    sentence,
    target,
    leadUnitId,
    light,
    figure,
    figureMonth,
    state: acceptanceState(claims, isTargetMet(facts)),
    claims: claims.length,
    checks: checksOf(facts, claim),
    decidedAt: latest?.decidedAt ?? null,
    facts,
  }
}

/** At the latest month that lights are for or something is approved of, whichever is later: December counts once it is in. */
function verdict({ lightRules }: HistoryPage, indicator: IndicatorHistory, moment: LightMoment) {
  const { target, cells } = indicator
  const approved = cells.flatMap((cell) => cell.approved.map(({ month }) => month)).toSorted()
  const figureMonth = approved.at(-1) ?? null
  const month = figureMonth !== null && figureMonth > moment.month ? figureMonth : moment.month
  const known = cells.map((cell) => cellAt(cell, month))
  const { rules } = lightRulesFor(lightRules, month)
  const light = lightOf(target, known, momentOf(indicator, { ...moment, month }), rules)
  return {
    light: { ...light, colour: rules.colours[light.level] },
    figure: known.map((cell) => cell.approved).reduce<Quantity | null>(addQuantities, null),
    figureMonth,
  }
}
