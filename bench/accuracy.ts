/** `npm run accuracy -- FILE.jsonl [--errors]`: how well extraction reads annotated sentences. */
import { readFileSync } from 'node:fs'
import { extractIndicators } from '../src/import/extract/extract-indicators.ts'
import { benchExtraction, figuresOf, printExtraction } from './extraction.ts'
import { calibrate, isStrict, scoreText, summarise } from './scoring.ts'
import type { AnnotatedText, Summary } from './scoring.ts'

const [file, ...options] = process.argv.slice(2)
if (file === undefined) {
  console.error('usage: npm run accuracy -- FILE.jsonl [--errors]')
  process.exitCode = 2
} else report(file, options.includes('--errors'))

function report(path: string, withErrors: boolean): void {
  const lines = readFileSync(path, 'utf8').split('\n')
  const texts = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as AnnotatedText)
  // Before anything else was read, so that the first pass is one on both sides.
  const sentences = texts.map(({ text }) => text)
  const figures = texts.map(({ indicators }) => figuresOf(indicators))
  const bySentence = benchExtraction(sentences, figures)
  const asOneText = benchExtraction([sentences.join('')], [figures.flat()])
  const scores = texts.map((text) => scoreText(text, extractIndicators(text.text, null)))
  if (withErrors) scores.forEach(printErrors)
  print('strict', summarise(scores, true))
  print('all', summarise(scores, false))
  const decoys = scores.reduce((total, score) => total + score.decoys, 0)
  const taken = scores.reduce((total, score) => total + score.decoysTaken.length, 0)
  console.log(
    `decoys taken as targets: ${String(taken)} of ${String(decoys)} (${percent(taken / Math.max(decoys, 1))})`,
  )
  console.log('confidence   right / total')
  for (const { from, right, total } of calibrate(scores)) {
    console.log(
      `  ≥ ${from.toFixed(2)}    ${String(right)} / ${String(total)} ${total === 0 ? '' : percent(right / total)}`,
    )
  }
  console.log('beside the recognisers of recognizers-text, figures alone')
  printExtraction(bySentence, true)
  console.log('  the same sentences as one text')
  printExtraction(asOneText)
}

function print(name: string, { targets, found, extra, precision, recall, f1 }: Summary): void {
  const counts = `${String(found)} of ${String(targets)} targets, ${String(extra)} extra`
  console.log(
    `${name}: precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)} (${counts})`,
  )
}

function printErrors({ text, missed, extra, decoysTaken }: ReturnType<typeof scoreText>): void {
  if (missed.length + extra.length === 0) return
  console.log(text)
  for (const target of missed) {
    const { value, valueMax, comparator, unit, span } = target
    const range = valueMax === null ? String(value) : `${String(value)}–${String(valueMax)}`
    console.log(
      `  missed${isStrict(target) ? '' : ' (lenient)'}: ${comparator} ${range} ${unit ?? ''} “${span}”`,
    )
  }
  for (const { value, valueMax, comparator, unit, start, end, confidence } of extra) {
    const range = valueMax === null ? String(value) : `${String(value)}–${valueMax}`
    console.log(
      `  extra: ${String(comparator)} ${range} ${unit ?? ''} “${text.slice(start, end)}” (${String(confidence)})`,
    )
  }
  if (decoysTaken.length > 0) console.log(`  decoys taken: ${decoysTaken.join(' | ')}`)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
