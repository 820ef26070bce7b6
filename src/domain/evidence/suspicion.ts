/**
 * What looks odd (glossary: 疑点): shown to the reviewer with its reason in one sentence, never in anybody's way. The
 * thresholds are data; those that look through the database are in store/suspicions.ts.
 */
import { compareDecimals, decimal, subtract, type Decimal } from '../values/decimal.ts'
import type { Language } from '../problems/problem.ts'

export const suspicionKinds = [
  'same-photograph',
  'near-photograph',
  'near-entry',
  'same-identifier',
  'outside-district',
  'taken-before-adoption',
  'taken-after-period',
  'jump',
  'round-figure',
  'ratio-above-one',
] as const
export type SuspicionKind = (typeof suspicionKinds)[number]

/** A reviewer's word: it is explained (疑点不成立), or borne out (疑点成立). */
export const rulings = ['explained', 'upheld'] as const
export type Ruling = (typeof rulings)[number]

/** The numbers and names a suspicion rests on, as text. */
export type SuspicionDetails = Readonly<Record<string, string>>

export const suspicionThresholds = {
  /**
   * Of 64 bits; unrelated pictures differ in about 30, and of 22,350 pairs none in fewer than 14. Within 10 lie nine of ten
   * pictures with the time stamped into them or 3 % cropped on every side, within 8 hardly eight
   * (test/documents/photographs.test.ts).
   */
  nearPhotographBits: 10,
  nearEntryMetres: 50,
  /** About a kilometre, in degrees: boundaries and telephones are not more exact. */
  outsideDegrees: 0.01,
  /** Round from here on: a multiple of this. */
  roundTo: 1000,
  /** Months of history before a jump can be told. */
  jumpHistory: 3,
  /** How many usual deviations from the usual month. */
  jumpDeviations: 6,
} as const

export type FoundInFigure = {
  readonly kind: Extract<SuspicionKind, 'jump' | 'round-figure' | 'ratio-above-one'>
  readonly details: SuspicionDetails
}

export type StatedFigure = { readonly value: Decimal | null; readonly denominator: Decimal | null }

/** What looks odd in a stated figure. `history` holds the increments of the earlier months. */
export function suspicionsOfFigure(
  { value, denominator }: StatedFigure,
  increment: Decimal | null,
  history: readonly Decimal[],
): FoundInFigure[] {
  const found: FoundInFigure[] = []
  if (value !== null && isRound(value)) found.push({ kind: 'round-figure', details: { value } })
  if (value !== null && denominator !== null && compareDecimals(value, denominator) > 0)
    found.push({ kind: 'ratio-above-one', details: { value, denominator } })
  const jump = increment === null ? undefined : findJump(increment, history)
  if (jump) found.push({ kind: 'jump', details: jump })
  return found
}

/** At least three zeros at the end, of a whole number. */
function isRound(value: Decimal): boolean {
  return /^-?[1-9]\d*000$/.test(value)
}

/**
 * A month is judged by the median of those before and by how far they usually lie from it (median absolute deviation
 * × 1.4826, which one wild month does not move). Where all were alike, a fifth of the median is allowed as usual.
 */
function findJump(increment: Decimal, history: readonly Decimal[]): SuspicionDetails | undefined {
  if (history.length < suspicionThresholds.jumpHistory) return undefined
  const past = history.map(Number)
  const usual = median(past)
  const deviation = 1.4826 * median(past.map((each) => Math.abs(each - usual)))
  const allowed = suspicionThresholds.jumpDeviations * Math.max(deviation, Math.abs(usual) / 5, 1 / 6)
  if (Math.abs(Number(increment) - usual) <= allowed) return undefined
  return {
    value: increment,
    usual: rounded(usual),
    from: rounded(usual - allowed),
    to: rounded(usual + allowed),
    months: String(history.length),
  }
}

const rounded = (value: number) => String(Math.round(value * 100) / 100)

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** What each level adds to the one before. */
export function incrementsOf(levels: readonly Decimal[]): Decimal[] {
  return levels.map((level, index) => subtract(level, levels[index - 1] ?? decimal(0)))
}

const detailNames = [
  'value',
  'denominator',
  'usual',
  'from',
  'to',
  'months',
  'otherUnit',
  'otherPromise',
  'otherName',
  'otherMonth',
  'bits',
  'metres',
  'identifier',
  'district',
  'kilometres',
  'takenOn',
  'adoptedOn',
  'month',
] as const
type Named = Readonly<Record<(typeof detailNames)[number], string>>
const nothingNamed = Object.fromEntries(detailNames.map((name) => [name, '—'])) as Named

type Sentences = Readonly<Record<SuspicionKind, (details: Named) => string>>

const zh: Sentences = {
  'same-photograph': (d) => `这张照片已用于${d.otherUnit}的“${d.otherPromise}”（${d.otherMonth}）。`,
  'near-photograph': (d) =>
    `这张照片与${d.otherUnit}用于“${d.otherPromise}”（${d.otherMonth}）的一张几乎相同（64 位指纹只差 ${d.bits} 位）。`,
  'near-entry': (d) =>
    `${d.metres} 米内另有一条同类条目：${d.otherUnit}的“${d.otherName}”（${d.otherMonth}）。`,
  'same-identifier': (d) =>
    `编号 ${d.identifier} 已用于${d.otherUnit}的“${d.otherName}”（${d.otherMonth}）。`,
  'outside-district': (d) => `位置在${d.district}以外，离边界约 ${d.kilometres} 公里。`,
  'taken-before-adoption': (d) => `照片拍摄于 ${d.takenOn}，早于本年度事项确立（${d.adoptedOn}）。`,
  'taken-after-period': (d) => `照片拍摄于 ${d.takenOn}，晚于所报月份（${d.month}）。`,
  jump: (d) => `本月 ${d.value}，前 ${d.months} 个月通常为 ${d.usual}（可信范围 ${d.from}～${d.to}）。`,
  'round-figure': (d) => `数字 ${d.value} 末尾是三个以上的零，可能是估数。`,
  'ratio-above-one': (d) => `分子 ${d.value} 大于分母 ${d.denominator}，比例超过 100 %。`,
}

const en: Sentences = {
  'same-photograph': (d) =>
    `This photograph was used before by ${d.otherUnit} for “${d.otherPromise}” (${d.otherMonth}).`,
  'near-photograph': (d) =>
    `This photograph is nearly the same as one of ${d.otherUnit} for “${d.otherPromise}” (${d.otherMonth}): ${d.bits} of 64 bits differ.`,
  'near-entry': (d) =>
    `Another entry of this kind lies within ${d.metres} m: “${d.otherName}” of ${d.otherUnit} (${d.otherMonth}).`,
  'same-identifier': (d) =>
    `The number ${d.identifier} was used before for “${d.otherName}” of ${d.otherUnit} (${d.otherMonth}).`,
  'outside-district': (d) =>
    `The place lies outside ${d.district}, about ${d.kilometres} km from its boundary.`,
  'taken-before-adoption': (d) =>
    `The photograph was taken on ${d.takenOn}, before the programme began (${d.adoptedOn}).`,
  'taken-after-period': (d) =>
    `The photograph was taken on ${d.takenOn}, after the month reported (${d.month}).`,
  jump: (d) =>
    `${d.value} this month; the ${d.months} months before were usually ${d.usual} (plausible: ${d.from} to ${d.to}).`,
  'round-figure': (d) => `${d.value} ends in three zeros or more and may be an estimate.`,
  'ratio-above-one': (d) =>
    `The numerator ${d.value} is larger than the denominator ${d.denominator}: above 100 %.`,
}

/** One sentence with its numbers. */
export function suspicionSentence(
  kind: SuspicionKind,
  details: SuspicionDetails,
  language: Language,
): string {
  return (language === 'zh' ? zh : en)[kind]({ ...nothingNamed, ...details })
}
