/**
 * Extraction of task texts against the number, percentage and dimension recognisers of @microsoft/recognizers-text for
 * Chinese, on the same texts in one run: speed, and which of the promised figures each finds.
 */
import {
  Culture,
  recognizeDimension,
  recognizeNumber,
  recognizePercentage,
} from '@microsoft/recognizers-text-suite'
import { extractIndicators } from '../src/import/extract/extract-indicators.ts'

export type ReaderScore = {
  /** When warm: what a server reaches after its first documents. */
  readonly charactersPerSecond: number
  /** Of the very first pass, with whatever is compiled and built in it. */
  readonly firstPassCharactersPerSecond: number
  readonly precision: number
  readonly recall: number
}

export type ExtractionBench = { readonly ours: ReaderScore; readonly theirs: ReaderScore }

type Figures = { readonly value: number | null; readonly valueMax: number | null }

/** The figures that targets promise, without units and comparators: those are all that the recognisers can be held to. */
export function figuresOf(targets: readonly Figures[]): number[] {
  return targets.flatMap(({ value, valueMax }) => [value, valueMax].filter((figure) => figure !== null))
}

/** `expected[i]` are the figures promised in `texts[i]`, fully expanded; texts without figures have an empty list. */
export function benchExtraction(
  texts: readonly string[],
  expected: readonly (readonly number[])[],
): ExtractionBench {
  return { ours: score(texts, expected, readOurs, 200), theirs: score(texts, expected, readTheirs, 5) }
}

/** `isFirst` when nothing was read before: only then the first pass says what a start costs. */
export function printExtraction({ ours, theirs }: ExtractionBench, isFirst = false): void {
  for (const [who, { charactersPerSecond, precision, recall }] of [
    ['践诺 ours', ours],
    ['recognizers-text', theirs],
  ] as const) {
    const speed = Math.round(charactersPerSecond).toLocaleString('en')
    console.log(
      `  ${who}: ${speed} characters/s, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    )
  }
  const ratio = (ours.charactersPerSecond / theirs.charactersPerSecond).toFixed(0)
  const first = (ours.firstPassCharactersPerSecond / theirs.firstPassCharactersPerSecond).toFixed(0)
  const cold = isFirst ? `, ${first} × in the first pass` : ''
  console.log(`  速度之比 speed ratio: ${ratio} × warm${cold} (aim ≥ 200)`)
}

function readOurs(text: string): number[] {
  return extractIndicators(text, 2023).indicators.flatMap(({ value, valueMax }) =>
    [value, valueMax].filter((figure) => figure !== null).map(Number),
  )
}

type Recognised = {
  readonly start: number
  readonly end: number
  readonly resolution?: Record<string, unknown>
}

/** A figure recognised as number and as percentage or dimension counts once: the longest reading of a place. */
function readTheirs(text: string): number[] {
  const found = [recognizeNumber, recognizePercentage, recognizeDimension]
    .flatMap((recognise) => recognise(text, Culture.Chinese) as Recognised[])
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
  const kept: Recognised[] = []
  for (const entry of found) {
    if (!kept.some((other) => other.start <= entry.end && other.end >= entry.start)) kept.push(entry)
  }
  return kept.map(({ resolution }) => Number.parseFloat(String(resolution?.['value'])))
}

/** Read `rounds` times to warm up, then as often against the clock: neither side pays for its first steps. */
function score(
  texts: readonly string[],
  expected: readonly (readonly number[])[],
  read: (text: string) => number[],
  rounds: number,
): ReaderScore {
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  const begun = performance.now()
  const readings = texts.map(read)
  const firstPass = (performance.now() - begun) / 1000
  const promised = expected.flat().length
  const right = readings.reduce((sum, figures, index) => sum + countCommon(figures, expected[index] ?? []), 0)
  for (let round = 0; round < rounds; round++) texts.forEach(read)
  const started = performance.now()
  for (let round = 0; round < rounds; round++) texts.forEach(read)
  const seconds = (performance.now() - started) / 1000
  return {
    charactersPerSecond: (characters * rounds) / seconds,
    firstPassCharactersPerSecond: characters / firstPass,
    precision: right / readings.flat().length,
    recall: right / promised,
  }
}

function countCommon(found: readonly number[], expected: readonly number[]): number {
  const left = [...expected]
  return found.filter((figure) => {
    const at = left.indexOf(figure)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}
