import { createInterface } from 'node:readline'
import { extractIndicators } from '../import/extract/extract-indicators.ts'
import { indicatorJson } from '../import/programme-json.ts'

/** Reads task texts from standard input, one a line, and prints what each promises. */
export async function extract(): Promise<void> {
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { indicators } = extractIndicators(text, null)
    const line = { text, indicators: indicators.map((indicator) => indicatorJson(indicator, text)) }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
}
