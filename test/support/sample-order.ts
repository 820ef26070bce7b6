/** A matter and what may happen to it, for tests of supervision: issued on Wednesday 1 March 2023, due a week later. */
import { defaultLadderRules, type LadderRules } from '../../src/domain/order/ladder-rules.ts'
import type { OrderAct } from '../../src/domain/order/order-act.ts'
import { orderStanding, type FeedbackCycle, type OrderFact } from '../../src/domain/order/order.ts'
import { Problem } from '../../src/domain/problems/problem.ts'
import { statutoryHolidays } from '../../src/domain/reporting/statutory-holidays.ts'
import { workingCalendar } from '../../src/domain/reporting/working-day.ts'
import type { UnitId } from '../../src/domain/values/ids.ts'
import { parsePlainDate } from '../../src/domain/values/plain-date.ts'

export const day = parsePlainDate
export const calendar = workingCalendar(statutoryHolidays)
export const unitId = 'U' as UnitId
export const once: FeedbackCycle = { kind: 'once', days: null }

export const fact = (fields: Partial<OrderFact>): OrderFact => ({
  no: 1,
  kind: 'step',
  step: null,
  dueOn: null,
  text: null,
  reason: null,
  unitId: null,
  ruleNo: null,
  day: day('2023-03-01'),
  ...fields,
})
/** Issued on Wednesday 1 March 2023, due on Wednesday 8 March. */
export const issued = fact({ step: 'reminder', dueOn: day('2023-03-08') })
export const ordered = (facts: readonly Partial<OrderFact>[], feedback = once) => ({
  feedback,
  standing: orderStanding([issued, ...facts.map((fields, index) => fact({ no: index + 2, ...fields }))]),
})
export const act = (fields: Partial<OrderAct>): OrderAct => ({
  kind: 'reply',
  text: '',
  reason: '',
  dueOn: null,
  unitId: null,
  seen: 1,
  ...fields,
})
export const nowOn = (today: string, rules: LadderRules = defaultLadderRules) => ({
  today: day(today),
  calendar,
  rules,
})
export const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'done'
}
