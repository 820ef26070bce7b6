/** Lights that lag open matters by themselves when their month is published, where the rules of the ladder say so. */
import { lightSentence } from '../../domain/light/light-sentence.ts'
import { lapseDay } from '../../domain/order/order-act.ts'
import { draftWords } from '../../domain/order/order-draft.ts'
import { ladderRulesFor, openingLevels } from '../../domain/order/ladder-rules.ts'
import type { IndicatorId, ProgrammeId, SupervisionOrderId } from '../../domain/values/ids.ts'
import { monthOfDay, type Month } from '../../domain/values/month.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog } from '../../store/log.ts'
import { findOpenings } from '../../store/order-openings.ts'
import { dateIn, newId, type Context } from '../context.ts'
import { calendarOf } from '../reporting/month-dates.ts'
import type { JudgedLights } from './lights.ts'
import { openOrder } from './orders.ts'

/**
 * Inside the transaction that freezes the month, so that a light as published opens its matter once. A promise under
 * supervision already, or closed, is left alone. How many were opened.
 */
export async function openByLights(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
  { subjects, rules: lightRules, isChased }: JudgedLights,
): Promise<number> {
  const { rules: recorded, days, openings } = await findOpenings(tx, programmeId)
  const today = dateIn(ctx.now)
  const { no, rules } = ladderRulesFor(recorded, monthOfDay(today))
  const openingOf = new Map(openings.map((opening) => [opening.indicatorId, opening]))
  let opened = 0
  for (const light of subjects) {
    const level = openingLevels.find((each) => each === light.level)
    const opening = openingOf.get(light.subjectId as IndicatorId)
    if (!isChased(light.subjectId)) continue
    if (light.scope !== 'indicator' || level === undefined || !rules.opens[level] || !opening) continue
    const ground = lightSentence(light, lightRules.colours[light.level], 'zh')
    const id = newId<SupervisionOrderId>()
    const step = rules.starts[level]
    const [leadLeader, ...cooperatingLeaders] = opening.leaders
    const order = {
      id,
      programmeId,
      origin: 'light' as const,
      indicatorId: opening.indicatorId,
      month,
      suspicionId: null,
      instructionId: null,
      ground,
      ...draftWords('light', opening.sentence, ground),
      instructedBy: null,
      leadLeader: leadLeader ?? null,
      cooperatingLeaders: cooperatingLeaders.join('、') || null,
      contact: null,
      phone: null,
      feedback: { kind: 'once' as const, days: null },
      leadUnitId: opening.leadUnitId,
      cooperatingUnitIds: opening.cooperatingUnitIds,
    }
    const dueOn = lapseDay(step, { today, calendar: calendarOf({ days }), rules })
    const number = await openOrder(ctx, tx, order, null, { rules, step, dueOn, reason: null, ruleNo: no })
    await appendLog(tx, {
      at: ctx.now,
      personId: null,
      action: 'order.open',
      subjectKind: 'supervision-order',
      subjectId: id,
      details: { month, indicatorId: opening.indicatorId, level, step, dueOn, number, ruleNo: no },
    })
    opened += 1
  }
  return opened
}
