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
import { countedPoints, countingOf, type Counting } from './counting.ts'
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
  /** Step by step, e.g. “(100 + 80) ÷ 2 = 90”, “90 × 50 ÷ 100 = 45”; of what counts cases, its parts. */
  readonly arithmetic: readonly string[] | Counting
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
  /** `sum` × `coefficient`, with two decimals; never below 0 (扣完为止). */
  readonly score: Decimal
}

type Part = Pick<AccountLine, 'facts'> & { readonly arithmetic: readonly string[]; readonly value: Decimal }

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
    score: rounded(new Big(sum).lt(0) ? new Big(0) : new Big(sum).times(coefficient)),
  }
}

function rounded(value: Big): Decimal {
  return decimal(value.round(2, Big.roundHalfUp))
}

const nothing: AccountFact = { indicatorId: null, month: null, words: null, value: null }

function weighedLine(code: ComponentCode, part: Part, weight: Decimal, whole: Decimal): AccountLine[] {
  if (new Big(whole).eq(0)) return []
  const points = rounded(new Big(part.value).times(weight).div(whole))
  const weighing = `${part.value} × ${weight} ÷ ${whole} = ${points}`
  return [{ rule: code, points, arithmetic: [...part.arithmetic, weighing], facts: part.facts }]
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

type CountedLine = Omit<AccountLine, 'arithmetic'> & { readonly arithmetic: Counting }

function counted(
  rule: BonusCode | DeductionCode,
  each: Decimal,
  { most }: AssessmentScheme,
  facts: readonly AccountFact[],
): CountedLine[] {
  if (facts.length === 0 || new Big(each).eq(0)) return []
  const arithmetic = countingOf(facts.length, each, most[rule])
  return [{ rule, points: countedPoints(arithmetic), arithmetic, facts }]
}

function earlyLine({ promises }: AssessedUnit, scheme: AssessmentScheme): CountedLine[] {
  return counted(
    'early',
    scheme.bonuses.early,
    scheme,
    promises.flatMap(({ indicatorId, monthsEarly }) =>
      monthsEarly !== null && monthsEarly >= scheme.earlyMonths
        ? [{ ...nothing, indicatorId, value: decimal(monthsEarly) }]
        : [],
    ),
  )
}

function overLine({ promises }: AssessedUnit, scheme: AssessmentScheme): CountedLine[] {
  return counted(
    'over',
    scheme.bonuses.over,
    scheme,
    promises.flatMap(({ indicatorId, percent, measured }) =>
      measured && new Big(percent).gte(scheme.overFrom) ? [{ ...nothing, indicatorId, value: percent }] : [],
    ),
  )
}

/** In their order, until there is no more to be had. */
function limited(lines: readonly CountedLine[], most: Decimal): AccountLine[] {
  let left = new Big(most)
  return lines.map((line) => {
    const points = left.lt(line.points) ? decimal(left) : line.points
    left = left.minus(points)
    return points === line.points
      ? line
      : { ...line, points, arithmetic: { ...line.arithmetic, left: points } }
  })
}

function deductionLines(unit: AssessedUnit, scheme: AssessmentScheme): AccountLine[] {
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
  return (Object.keys(cases) as DeductionCode[])
    .flatMap((code) => counted(code, scheme.deductions[code], scheme, cases[code]))
    .map((line) => ({ ...line, points: decimal(new Big(line.points).neg()) }))
}

function coefficientOf({ projects }: AssessedUnit, { coefficient }: AssessmentScheme): Decimal {
  const factor = new Big(coefficient.perExtraProject).times(Math.max(0, projects - 1)).plus(1)
  return decimal(factor.gt(coefficient.most) ? coefficient.most : factor)
}
