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
  readonly charactersPerSecond: number
  readonly precision: number
  readonly recall: number
}

export type ExtractionBench = {
  readonly ours: ReaderScore
  readonly theirs: ReaderScore
  /** How many times faster ours is. */
  readonly speedRatio: number
}

/** `expected[i]` are the figures promised in `texts[i]`, fully expanded; texts without figures have an empty list. */
export function benchExtraction(
  texts: readonly string[],
  expected: readonly (readonly number[])[],
): ExtractionBench {
  const ours = score(texts, expected, readOurs, 1000)
  const theirs = score(texts, expected, readTheirs, 5)
  return { ours, theirs, speedRatio: ours.charactersPerSecond / theirs.charactersPerSecond }
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
  const readings = texts.map(read)
  const promised = expected.flat().length
  const right = readings.reduce((sum, figures, index) => sum + countCommon(figures, expected[index] ?? []), 0)
  for (let round = 0; round < rounds; round++) texts.forEach(read)
  const started = performance.now()
  for (let round = 0; round < rounds; round++) texts.forEach(read)
  const seconds = (performance.now() - started) / 1000
  const characters = texts.reduce((sum, text) => sum + text.length, 0) * rounds
  return {
    charactersPerSecond: characters / seconds,
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
