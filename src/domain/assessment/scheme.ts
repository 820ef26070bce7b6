/**
 * How units are assessed (glossary: 考核): a scheme is data of the government, in force from a year on. Practice: 椒江
 * 〔2018〕27号 (weights, coefficients, ties), 佳木斯 (late −1, false reports −2), 镇海 (satisfaction).
 */
import { lightLevels, type LightLevel } from '../light/light-level.ts'
import { Problem } from '../problems/problem.ts'
import { add, compareDecimals, decimal, type Decimal } from '../values/decimal.ts'
import type { UnitId } from '../values/ids.ts'

/** What a score is made of, each a part of 100. */
export const componentCodes = ['completion', 'progress', 'reporting', 'satisfaction'] as const
export type ComponentCode = (typeof componentCodes)[number]

/** What each case adds. */
export const bonusCodes = ['early', 'over'] as const
export type BonusCode = (typeof bonusCodes)[number]

/** What each case takes away. */
export const deductionCodes = ['late', 'far-behind', 'lapsed-order', 'false-report'] as const
export type DeductionCode = (typeof deductionCodes)[number]

export type AssessmentScheme = {
  /** In percent; together 100. */
  readonly weights: Readonly<Record<ComponentCode, Decimal>>
  /** What a month's published light is worth, 0–100; months in which nothing was due count for nothing. */
  readonly levelPoints: Readonly<Record<JudgedLevel, Decimal>>
  readonly bonuses: Readonly<Record<BonusCode, Decimal>>
  /** A promise is early that is met so many months before the month it is due in. */
  readonly earlyMonths: number
  /** A promise is over-fulfilled from so many per cent of its target on. */
  readonly overFrom: Decimal
  /** All bonuses together add no more. */
  readonly mostBonus: Decimal
  readonly deductions: Readonly<Record<DeductionCode, Decimal>>
  /** All cases of one rule together add, or take away, no more (同类扣分累计不超过); what is not named has no limit. */
  readonly most: Readonly<Partial<Record<BonusCode | DeductionCode, Decimal>>>
  /** 1 + `perExtraProject` for every project after the first, at most `most`. */
  readonly coefficient: { readonly perExtraProject: Decimal; readonly most: Decimal }
  /** Units that are listed without a rank. */
  readonly excluded: readonly UnitId[]
}

export type JudgedLevel = Exclude<LightLevel, 'unplanned' | 'not-due'>
export const judgedLevels: readonly JudgedLevel[] = lightLevels.filter(
  (level): level is JudgedLevel => level !== 'unplanned' && level !== 'not-due',
)

/** As recorded: `no` counts them; the highest that reaches a year counts for it. */
export type RecordedScheme = {
  readonly no: number
  readonly fromYear: number
  readonly scheme: AssessmentScheme
}

/** Before an office sets its own. */
export const defaultScheme: AssessmentScheme = {
  weights: {
    completion: decimal(50),
    progress: decimal(25),
    reporting: decimal(15),
    satisfaction: decimal(10),
  },
  levelPoints: {
    reached: decimal(100),
    ahead: decimal(100),
    'on-plan': decimal(100),
    behind: decimal(60),
    'far-behind': decimal(0),
  },
  bonuses: { early: decimal('0.5'), over: decimal('0.5') },
  earlyMonths: 1,
  overFrom: decimal(120),
  mostBonus: decimal(5),
  deductions: {
    late: decimal(1),
    'far-behind': decimal('0.2'),
    'lapsed-order': decimal(1),
    'false-report': decimal(2),
  },
  most: {
    late: decimal(10),
    'far-behind': decimal(2),
    'lapsed-order': decimal(5),
    'false-report': decimal(20),
  },
  coefficient: { perExtraProject: decimal(0), most: decimal(2) },
  excluded: [],
}

/** No 0 is the default scheme. */
export function schemeFor(recorded: readonly RecordedScheme[], year: number): RecordedScheme {
  const reaching = recorded.filter(({ fromYear }) => fromYear <= year)
  return reaching.toSorted((a, b) => b.no - a.no)[0] ?? { no: 0, fromYear: year, scheme: defaultScheme }
}

/** Throws Problem 'assessment.weights', 'assessment.levels-out-of-order' or 'assessment.coefficient'. */
export function checkScheme({ weights, levelPoints, coefficient }: AssessmentScheme): void {
  const sum = componentCodes.map((code) => weights[code]).reduce(add)
  if (compareDecimals(sum, decimal(100)) !== 0) throw new Problem('assessment.weights', { sum })
  judgedLevels.slice(1).forEach((level, index) => {
    const better = judgedLevels[index] ?? level
    if (compareDecimals(levelPoints[level], levelPoints[better]) > 0)
      throw new Problem('assessment.levels-out-of-order', { better, worse: level })
  })
  if (compareDecimals(coefficient.most, decimal(1)) < 0)
    throw new Problem('assessment.coefficient', { most: coefficient.most })
}
