/**
 * The score of a unit, explained down to its facts. Every line is rounded to two decimals, half up, before it is added,
 * so that what is printed adds up to what is printed. A component without facts is left out, and the weights of the others
 * are taken to be the whole.
 */
import { Big } from 'big.js'
import { add, decimal, type Decimal } from '../values/decimal.ts'
import type { IndicatorId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'
import type { AssessedUnit, AssessmentGroup } from './assessed-unit.ts'
import {
  componentCodes,
  type AssessmentScheme,
  type BonusCode,
  type ComponentCode,
  type DeductionCode,
  type JudgedLevel,
} from './scheme.ts'

export const assessmentRules = [
  'completion',
  'progress',
  'reporting',
  'satisfaction',
  'early',
  'over',
  'late',
  'far-behind',
  'lapsed-order',
  'false-report',
] as const
export type AssessmentRule = ComponentCode | BonusCode | DeductionCode

/** One thing a line rests on: a promise, a month, a source, each with its number. */
export type AccountFact = {
  readonly indicatorId: IndicatorId | null
  readonly month: Month | null
  readonly words: string | null
  readonly value: Decimal | null
}

export type AccountLine = {
  readonly rule: AssessmentRule
  /** What it adds, or takes away where negative. */
  readonly points: Decimal
  /** Step by step, e.g. “(100 + 80) ÷ 2 = 90”, “90 × 50 ÷ 100 = 45”. */
  readonly arithmetic: readonly string[]
  /** What all bonuses may come to, where this one was cut by it. */
  readonly limitedTo: Decimal | null
  readonly facts: readonly AccountFact[]
}

export type Account = {
  readonly unitId: UnitId
  readonly unit: string
  readonly group: AssessmentGroup
  readonly lines: readonly AccountLine[]
  /** Components that nothing is known of. */
  readonly leftOut: readonly ComponentCode[]
  readonly sum: Decimal
  readonly projects: number
  readonly coefficient: Decimal
  /** `sum` × `coefficient`, with two decimals. */
  readonly score: Decimal
}

type Part = Pick<AccountLine, 'arithmetic' | 'facts'> & { readonly value: Decimal }

export function assess(unit: AssessedUnit, scheme: AssessmentScheme): Account {
  const parts = componentCodes.map((code) => ({ code, part: components[code](unit, scheme) }))
  const present = parts.filter((each): each is { code: ComponentCode; part: Part } => each.part !== undefined)
  const whole = present.map(({ code }) => scheme.weights[code]).reduce(add, decimal(0))
  const weighed = present.flatMap(({ code, part }) => weighedLine(code, part, scheme.weights[code], whole))
  const bonuses = limited([earlyLine(unit, scheme), overLine(unit, scheme)].flat(), scheme.mostBonus)
  const lines = [...weighed, ...bonuses, ...deductionLines(unit, scheme)]
  const sum = lines.map(({ points }) => points).reduce(add, decimal(0))
  const coefficient = coefficientOf(unit, scheme)
  return {
    unitId: unit.unitId,
    unit: unit.unit,
    group: unit.group,
    lines,
    leftOut: parts.flatMap(({ code, part }) => (part === undefined ? [code] : [])),
    sum,
    projects: unit.projects,
    coefficient,
    score: rounded(new Big(sum).times(coefficient)),
  }
}

function rounded(value: Big): Decimal {
  return decimal(value.round(2, Big.roundHalfUp))
}

const nothing: AccountFact = { indicatorId: null, month: null, words: null, value: null }
const unlimited = { limitedTo: null }

function weighedLine(code: ComponentCode, part: Part, weight: Decimal, whole: Decimal): AccountLine[] {
  if (new Big(whole).eq(0)) return []
  const points = rounded(new Big(part.value).times(weight).div(whole))
  const weighing = `${part.value} × ${weight} ÷ ${whole} = ${points}`
  return [{ ...unlimited, rule: code, points, arithmetic: [...part.arithmetic, weighing], facts: part.facts }]
}

const components: Readonly<
  Record<ComponentCode, (unit: AssessedUnit, scheme: AssessmentScheme) => Part | undefined>
> = {
  completion: ({ promises }) => {
    const facts = promises.map(({ indicatorId, percent }) => ({ ...nothing, indicatorId, value: percent }))
    // More than the whole is honoured by its bonus, not by making up for what was not kept.
    return mean(
      promises.map(({ percent }) => (new Big(percent).gt(100) ? decimal(100) : percent)),
      facts,
    )
  },
  progress: ({ lights }, { levelPoints }) => {
    const judged = lights.flatMap(({ month, level }) =>
      level === 'unplanned' || level === 'not-due'
        ? []
        : [{ ...nothing, month, words: level, value: levelPoints[level satisfies JudgedLevel] }],
    )
    return mean(
      judged.map(({ value }) => value),
      judged,
    )
  },
  reporting: ({ reports }) => {
    const due = reports.reduce((sum, each) => sum + each.due, 0)
    const onTime = reports.reduce((sum, each) => sum + each.onTime, 0)
    if (due === 0) return undefined
    const value = rounded(new Big(onTime).times(100).div(due))
    const facts = reports
      .filter((each) => each.due > 0)
      .map((each) => ({ ...nothing, month: each.month, words: `${each.onTime}/${each.due}` }))
    return { value, arithmetic: [`${onTime} ÷ ${due} × 100 = ${value}`], facts }
  },
  satisfaction: ({ satisfaction }) =>
    satisfaction === null
      ? undefined
      : {
          value: satisfaction.value,
          arithmetic: [],
          facts: [{ ...nothing, words: satisfaction.source, value: satisfaction.value }],
        },
}

/** Long sums are told by their number. */
const shownTerms = 6

function mean(values: readonly Decimal[], facts: readonly AccountFact[]): Part | undefined {
  if (values.length === 0) return undefined
  const sum = values.reduce(add)
  const value = rounded(new Big(sum).div(values.length))
  const terms = values.length > shownTerms ? sum : `(${values.join(' + ')})`
  return { value, arithmetic: [`${terms} ÷ ${values.length} = ${value}`], facts }
}

function counted(
  rule: BonusCode | DeductionCode,
  each: Decimal,
  facts: readonly AccountFact[],
): AccountLine[] {
  if (facts.length === 0 || new Big(each).eq(0)) return []
  const points = rounded(new Big(each).times(facts.length))
  return [{ ...unlimited, rule, points, arithmetic: [`${facts.length} × ${each} = ${points}`], facts }]
}

function earlyLine({ promises }: AssessedUnit, { bonuses, earlyMonths }: AssessmentScheme): AccountLine[] {
  return counted(
    'early',
    bonuses.early,
    promises.flatMap(({ indicatorId, monthsEarly }) =>
      monthsEarly !== null && monthsEarly >= earlyMonths
        ? [{ ...nothing, indicatorId, value: decimal(monthsEarly) }]
        : [],
    ),
  )
}

function overLine({ promises }: AssessedUnit, { bonuses, overFrom }: AssessmentScheme): AccountLine[] {
  return counted(
    'over',
    bonuses.over,
    promises.flatMap(({ indicatorId, percent, measured }) =>
      measured && new Big(percent).gte(overFrom) ? [{ ...nothing, indicatorId, value: percent }] : [],
    ),
  )
}

/** In their order, until there is no more to be had. */
function limited(lines: readonly AccountLine[], most: Decimal): AccountLine[] {
  let left = new Big(most)
  return lines.map((line) => {
    const points = left.lt(line.points) ? decimal(left) : line.points
    left = left.minus(points)
    return points === line.points ? line : { ...line, points, limitedTo: most }
  })
}

function deductionLines(unit: AssessedUnit, { deductions }: AssessmentScheme): AccountLine[] {
  const cases: Readonly<Record<DeductionCode, readonly AccountFact[]>> = {
    late: unit.reports
      .filter(({ due, onTime }) => onTime < due)
      .map(({ month, due, onTime }) => ({ ...nothing, month, words: `${onTime}/${due}` })),
    'far-behind': unit.lights
      .filter(({ level }) => level === 'far-behind')
      .map(({ month, level }) => ({ ...nothing, month, words: level })),
    'lapsed-order': unit.lapsedOrders.map(({ order, month }) => ({
      ...nothing,
      month,
      words: order,
    })),
    'false-report': unit.falseReports.map((each) => ({ ...nothing, ...each })),
  }
  return (Object.keys(cases) as DeductionCode[]).flatMap((code) =>
    counted(code, decimal(new Big(deductions[code]).neg()), cases[code]),
  )
}

function coefficientOf({ projects }: AssessedUnit, { coefficient }: AssessmentScheme): Decimal {
  const factor = new Big(coefficient.perExtraProject).times(Math.max(0, projects - 1)).plus(1)
  return decimal(factor.gt(coefficient.most) ? coefficient.most : factor)
}
