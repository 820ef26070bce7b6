/**
 * Scores an extraction against annotated sentences. A target and an indicator are a pair when value, comparator and
 * unit agree and their spans meet; of units the numerator counts, without the alternative in brackets: 套（间） is 套,
 * 张/千人 is 张.
 */
import type { ExtractedIndicator, Extraction } from '../src/import/extract/extract-indicators.ts'

export type AnnotatedTarget = {
  readonly span: string
  readonly comparator: string
  readonly value: number
  readonly valueMax: number | null
  readonly unit: string | null
  readonly flags?: readonly string[]
}

export type AnnotatedText = {
  readonly text: string
  readonly indicators: readonly AnnotatedTarget[]
  readonly notTargets: readonly string[]
}

export type Pair = { readonly target: AnnotatedTarget; readonly indicator: ExtractedIndicator }

export type TextScore = {
  readonly text: string
  readonly pairs: readonly Pair[]
  readonly missed: readonly AnnotatedTarget[]
  readonly extra: readonly ExtractedIndicator[]
  readonly decoys: number
  readonly decoysTaken: readonly string[]
}

/** Judgement calls of the annotation, scored apart. */
const lenientFlags = new Set(['standard', 'scope', 'input', 'perAdminUnit', 'cumulative'])

export function isStrict(target: AnnotatedTarget): boolean {
  return !(target.flags ?? []).some((flag) => lenientFlags.has(flag))
}

/** Milestones, services, activities, entitlements and coverage without a number are not annotated: they count as neither. */
export function scoreText(annotated: AnnotatedText, extraction: Extraction): TextScore {
  const { text } = annotated
  const left = extraction.indicators.filter((indicator) => isNumbered(text, indicator))
  const pairs: Pair[] = []
  const missed: AnnotatedTarget[] = []
  for (const { target, start } of place(text, annotated.indicators, (item) => item.span)) {
    const end = start + target.span.length
    const at = left.findIndex((found) => agrees(target, found) && found.start < end && found.end > start)
    const [indicator] = at < 0 ? [] : left.splice(at, 1)
    if (indicator === undefined) missed.push(target)
    else pairs.push({ target, indicator })
  }
  const decoysTaken = place(text, annotated.notTargets, (item) => item)
    .filter(({ target, start }) => left.some((found) => isTaken(text, found, start, start + target.length)))
    .map(({ target }) => target)
  return { text, pairs, missed, extra: left, decoys: annotated.notTargets.length, decoysTaken }
}

function isNumbered(text: string, indicator: ExtractedIndicator): boolean {
  if (indicator.kind !== 'quantity' && indicator.kind !== 'rate') return false
  return (
    indicator.value !== null && !indicator.doubts.includes('coverage-implied') && indicator.end <= text.length
  )
}

function agrees(target: AnnotatedTarget, found: ExtractedIndicator): boolean {
  return (
    target.value === toNumber(found.value) &&
    target.valueMax === toNumber(found.valueMax) &&
    target.comparator === found.comparator &&
    numerator(target.unit) === numerator(found.unit)
  )
}

function toNumber(value: string | null): number | null {
  return value === null ? null : Number(value)
}

/** 套（间） → 套, 元/人·月 → 元. */
export function numerator(unit: string | null): string {
  return (unit ?? '').replace(/[（(].*$/, '').replace(/\/.*$/, '')
}

/** A decoy is taken when an unpaired indicator has its number: the value stands in the decoy's own characters. */
function isTaken(text: string, found: ExtractedIndicator, start: number, end: number): boolean {
  if (found.start >= end || found.end <= start) return false
  const decoy = text.slice(start, end).replaceAll(/[^\d.]/g, '')
  const value = String(Number(found.value))
  return decoy === ''
    ? found.start >= start && found.end <= end + 2
    : value.startsWith(decoy.replace('.', '')) || value === decoy
}

/** The places of verbatim spans, each after the one before where the text allows. */
function place<Item>(
  text: string,
  items: readonly Item[],
  spanOf: (item: Item) => string,
): { target: Item; start: number }[] {
  let from = 0
  return items.map((target) => {
    const after = text.indexOf(spanOf(target), from)
    const start = after < 0 ? text.indexOf(spanOf(target)) : after
    from = start + 1
    return { target, start }
  })
}

export type Summary = {
  readonly targets: number
  readonly found: number
  readonly extra: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** `strict` leaves the judgement calls out of the targets; found ones are then neither right nor wrong. */
export function summarise(scores: readonly TextScore[], strict: boolean): Summary {
  const counts = (target: AnnotatedTarget): boolean => !strict || isStrict(target)
  const found = sum(scores, (score) => score.pairs.filter((pair) => counts(pair.target)).length)
  const targets = found + sum(scores, (score) => score.missed.filter(counts).length)
  const extra = sum(scores, (score) => score.extra.length)
  const precision = found + extra === 0 ? 1 : found / (found + extra)
  const recall = targets === 0 ? 1 : found / targets
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { targets, found, extra, precision, recall, f1 }
}

function sum<Item>(items: readonly Item[], countOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + countOf(item), 0)
}

export type ConfidenceBin = { readonly from: number; readonly right: number; readonly total: number }

/** How many of the indicators at each confidence were right, from the surest bin down. */
export function calibrate(scores: readonly TextScore[]): ConfidenceBin[] {
  const bins = [0.95, 0.9, 0.8, 0.7, 0].map((from) => ({ from, right: 0, total: 0 }))
  const count = (indicator: ExtractedIndicator, right: number): void => {
    const bin = bins.find(({ from }) => indicator.confidence >= from)
    if (bin === undefined) return
    bin.total++
    bin.right += right
  }
  for (const score of scores) {
    for (const pair of score.pairs) count(pair.indicator, 1)
    for (const indicator of score.extra) count(indicator, 0)
  }
  return bins
}
