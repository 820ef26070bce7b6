/** Lights: as of now, as published with a frozen month, and what other rules would make of them. */
import { stillChased } from '../../domain/acceptance/closing.ts'
import type { LightColour, LightLevel } from '../../domain/light/light-level.ts'
import {
  checkLightRules,
  lightRulesFor,
  type LightRules,
  type RecordedLightRules,
} from '../../domain/light/light-rules.ts'
import { programmeLights, type ProgrammeLights } from '../../domain/light/programme-lights.ts'
import type { IndicatorId, ProgrammeId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { findLightRules, insertLightRules, insertPublishedLights } from '../../store/light-rules.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { findHistory, type HistoryPage } from '../../store/programme-history.ts'
import { dateIn, requireAccess, requirePost, transaction, type Context } from '../context.ts'
import { lightMoment } from './light-moment.ts'

/** Throws Problem 'programme.not-found' or 'period.wrong-month'. */
export async function getLights(ctx: Context, programmeId: ProgrammeId, asked: Month | null) {
  requireAccess(ctx, 'light.read')
  const page = await transaction(ctx, (tx) => findHistory(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { facts, lightRules, history, published } = page
  const moment = lightMoment(facts, dateIn(ctx.now), asked)
  const { no, rules } = lightRulesFor(lightRules, moment.month)
  const { indicators, ...programme } = history
  return {
    programme: { ...programme, indicators: indicators.map(({ cells: _cells, ...indicator }) => indicator) },
    month: moment.month,
    rulesNo: no,
    colours: rules.colours,
    ...programmeLights(history, moment, rules),
    published,
  }
}

export type JudgedLights = {
  readonly subjects: ProgrammeLights['subjects']
  readonly rules: LightRules
  /** Whether a promise is not closed. */
  readonly isChased: (id: string) => boolean
}

/** The lights a month is published with when it is frozen now. */
export async function judgedLights(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
): Promise<JudgedLights> {
  const page = await findHistory(tx, programmeId)
  if (!page) throw new Problem('programme.not-found', {})
  const { rules } = lightRulesFor(page.lightRules, month)
  const moment = lightMoment(page.facts, dateIn(ctx.now), month)
  const { subjects } = programmeLights(page.history, moment, rules)
  return { subjects, rules, isChased: stillChased(page.history) }
}

/** Inside the transaction that freezes the month. */
export function keepPublished(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  { subjects, rules }: JudgedLights,
  freezing: { readonly month: Month; readonly no: number },
): Promise<void> {
  return insertPublishedLights(
    tx,
    programmeId,
    subjects.map((light) => ({ ...light, ...freezing, colour: rules.colours[light.level] })),
  )
}

export function getLightRules(ctx: Context) {
  requireAccess(ctx, 'light.read')
  return transaction(ctx, findLightRules)
}

export type NewRules = RecordedLightRules & { readonly reason: string }

/**
 * Rules from a month on that is not frozen. Throws Problem 'light-rules.out-of-order', 'light-rules.month-frozen' or
 * 'light-rules.overtaken'.
 */
export function setLightRules(ctx: Context, { no, fromMonth, rules, reason }: NewRules) {
  const { personId, post } = requirePost(ctx, 'light.set')
  checkLightRules(rules)
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const { recorded, frozenUpTo } = await findLightRules(tx)
    if (no !== recorded.length + 1) throw new Problem('light-rules.overtaken', {})
    if (frozenUpTo !== null && fromMonth <= frozenUpTo)
      throw new Problem('light-rules.month-frozen', { month: frozenUpTo })
    await insertLightRules(tx, { no, fromMonth, rules, reason, by: personId, postId: post.id, at: ctx.now })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      action: 'light.set',
      subjectKind: 'tenant',
      subjectId: ctx.tenantId,
      details: { no, fromMonth, rules, reason },
    })
    return { no }
  })
}

export type LightChange = {
  readonly month: Month
  readonly indicatorId: IndicatorId
  readonly sentence: string
  readonly before: { readonly level: LightLevel; readonly colour: LightColour }
  readonly after: { readonly level: LightLevel; readonly colour: LightColour }
}

/** Which lights of this year, month by month up to now, rules would change; nothing is kept. */
export async function previewLightRules(
  ctx: Context,
  programmeId: ProgrammeId,
  rules: LightRules,
): Promise<{ months: readonly Month[]; changes: readonly LightChange[] }> {
  requireAccess(ctx, 'light.set')
  checkLightRules(rules)
  const page = await transaction(ctx, (tx) => findHistory(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { pastDue } = lightMoment(page.facts, dateIn(ctx.now), null)
  return { months: pastDue, changes: pastDue.flatMap((month) => changesOf(ctx, page, month, rules)) }
}

function changesOf(ctx: Context, page: HistoryPage, month: Month, next: LightRules): LightChange[] {
  const moment = lightMoment(page.facts, dateIn(ctx.now), month)
  const now = lightRulesFor(page.lightRules, month).rules
  const sentenceOf = new Map(page.history.indicators.map(({ id, sentence }) => [id, sentence]))
  const after = programmeLights(page.history, moment, next).subjects
  return programmeLights(page.history, moment, now).subjects.flatMap((before, index) => {
    const changed = after[index]
    if (before.scope !== 'indicator' || !changed || changed.level === before.level) return []
    const indicatorId = before.subjectId as IndicatorId
    return [
      {
        month,
        indicatorId,
        sentence: sentenceOf.get(indicatorId) ?? '',
        before: { level: before.level, colour: now.colours[before.level] },
        after: { level: changed.level, colour: next.colours[changed.level] },
      },
    ]
  })
}
