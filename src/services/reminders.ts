/** The daily reminders of a government. Safe to run at any time, any number of times, in any number of processes. */
import { periodsOf } from '../domain/period.ts'
import { remindersOf, reminderOn } from '../domain/reminders.ts'
import { listProgrammesToRemind } from '../store/period-facts.ts'
import { unitsWithCells } from '../store/reporting-pages.ts'
import { appendLog } from '../store/log.ts'
import { dateIn, transaction, type Context } from './context.ts'
import { calendarOf } from './month-dates.ts'
import { notify, settleNotices } from './notify.ts'

/** How many notices were given that nobody had yet. */
export function remind(ctx: Context): Promise<number> {
  const today = dateIn(ctx.now)
  return transaction(ctx, async (tx) => {
    let given = 0
    for (const { programmeId, facts } of await listProgrammesToRemind(tx, today)) {
      const periods = periodsOf(facts.rules, facts.year, calendarOf(facts))
      for (const period of periods.filter((each) => reminderOn(each, today) !== undefined)) {
        const units = await unitsWithCells(tx, programmeId, period.month)
        const states = units.map(({ unitId, unit, cells, notSubmitted, returned }) => ({
          unitId,
          unit,
          cells,
          missing: notSubmitted + returned,
        }))
        for (const { notice, replaces } of remindersOf(programmeId, period, states, today)) {
          const told = await notify(ctx, tx, notice, {
            roles: ['lead-officer', 'district-officer'],
            unitId: notice.unitId,
          })
          if (told > 0 && replaces.length > 0) {
            const { unitId, month } = notice
            await settleNotices(ctx, tx, { kinds: replaces, programmeId, unitId, month })
          }
          given += told
        }
      }
    }
    if (given > 0)
      await appendLog(tx, {
        at: ctx.now,
        personId: null,
        action: 'notice.remind',
        subjectKind: 'tenant',
        subjectId: ctx.tenantId,
        details: { notices: given },
      })
    return given
  })
}
