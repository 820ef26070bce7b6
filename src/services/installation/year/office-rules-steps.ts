/** The rules the demonstration's office begins its year with: how the ladder climbs, what is inspected, how units are assessed. */
import { defaultScheme } from '../../../domain/assessment/scheme.ts'
import { defaultLadderRules } from '../../../domain/order/ladder-rules.ts'
import { monthOfDay } from '../../../domain/values/month.ts'
import type { Context } from '../../context.ts'
import { setSampleRule } from '../../oversight/acceptance.ts'
import { setScheme } from '../../oversight/assessment.ts'
import { setLadderRules } from '../../oversight/ladder-rules.ts'
import { actAs, actorWith, instant, planningDay, type Scene } from './scene.ts'
import type { Step } from './step.ts'

export function officeRulesSteps({ programme }: Scene): Step[] {
  return [
    {
      month: null,
      name: 'office rules',
      at: instant(planningDay(programme.year), 9, 10),
      run: setOfficeRules,
    },
  ]
}

async function setOfficeRules(ctx: Context, { cast, programme }: Scene): Promise<void> {
  const as = actAs(ctx, actorWith(cast, 'supervisor'))
  const { steps } = defaultLadderRules
  await setLadderRules(as, {
    no: 1,
    fromMonth: monthOfDay(planningDay(programme.year)),
    rules: {
      ...defaultLadderRules,
      series: '常政督',
      instructionSeries: '常政批督',
      steps: {
        ...steps,
        blue: { ...steps.blue, automatic: true },
        orange: { ...steps.orange, automatic: true },
      },
    },
    reason: '按督查工作办法，逾期不反馈的自动升级到橙色督办单。',
  })
  await setSampleRule(as, {
    no: 1,
    least: 2,
    percent: 5,
    most: 4,
    reason: '按人力安排，每项现场核查二至四处。',
  })
  await setScheme(as, {
    no: 1,
    fromYear: programme.year,
    scheme: defaultScheme,
    reason: '本年度民生实事考核办法。',
  })
}
