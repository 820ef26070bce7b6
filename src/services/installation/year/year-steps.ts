/** The demonstration's year as a list of steps, in the order of their days. What a month is made of is one line each. */
import type { Period } from '../../../domain/reporting/period.ts'
import { addWorkingDays } from '../../../domain/reporting/working-day.ts'
import { remind } from '../../duty/reminders.ts'
import { acceptanceSteps } from './acceptance-steps.ts'
import { ledgerSteps } from './ledger-steps.ts'
import { officeRulesSteps } from './office-rules-steps.ts'
import { instructionSteps, orderSteps } from './order-steps.ts'
import { paperSteps } from './paper-steps.ts'
import { planningSteps } from './planning-steps.ts'
import { correctionSteps, resubmissionSteps, sheetSteps } from './reporting-steps.ts'
import {
  correctionReviewSteps,
  firstReviewSteps,
  freezeSteps,
  lastReviewSteps,
  refreezeSteps,
} from './review-steps.ts'
import { satisfactionSteps } from './satisfaction-steps.ts'
import { instant, type Scene } from './scene.ts'
import type { Step } from './step.ts'
import { supervisionSteps } from './supervision-steps.ts'

type PartOfMonth = (scene: Scene, period: Period) => readonly Step[]

const month: readonly PartOfMonth[] = [
  reminderSteps,
  ledgerSteps,
  correctionSteps,
  correctionReviewSteps,
  sheetSteps('in-time'),
  firstReviewSteps,
  resubmissionSteps,
  sheetSteps('late'),
  lastReviewSteps,
  freezeSteps,
  refreezeSteps,
  paperSteps,
  orderSteps,
  instructionSteps,
  supervisionSteps,
  acceptanceSteps,
  satisfactionSteps,
]

export function yearSteps(scene: Scene): readonly Step[] {
  const months = scene.periods.map((period) =>
    month.flatMap((part) => part(scene, period)).toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  )
  return [...officeRulesSteps(scene), ...planningSteps(scene), ...months.flat()]
}

/** What the daily jobs tell the units: that a month is open, and that it is overdue. */
function reminderSteps({ calendar }: Scene, { month: of, opensOn, dueOn }: Period): Step[] {
  return [opensOn, addWorkingDays(calendar, dueOn, 1)].map((day) => ({
    month: of.slice(0, 7),
    name: `reminders ${day}`,
    at: instant(day, 8),
    run: (ctx) => remind(ctx),
  }))
}
