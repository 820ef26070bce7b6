import { createInterface } from 'node:readline'
import { extractIndicators } from '../import/extract/extract-indicators.ts'
import { indicatorJson } from '../import/programme-json.ts'
import type { Command } from './commands.ts'

export const extractCommand: Command = {
  name: 'extract',
  usage: 'extract',
  summary:
    '从标准输入逐行读取任务内容，每行输出一个 JSON。Read task texts line by line, print one JSON a line.',
  arguments: 0,
  run: async () => {
    for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      const { indicators } = extractIndicators(text, null)
      const line = { text, indicators: indicators.map((indicator) => indicatorJson(indicator, text)) }
      process.stdout.write(`${JSON.stringify(line)}\n`)
    }
  },
}
