/** `npm run bench`, or `npm run bench -- ledgers` for a part: every budget as a ratio to a yardstick measured in the same run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchForecasts } from './forecasts.ts'
import { benchFormats } from './formats.ts'
import { benchLedgers } from './ledgers.ts'
import { benchReading } from './reading.ts'
import { benchScreens } from './screens.ts'
import { benchSampleExtraction } from './sample-extraction.ts'

const root = join(import.meta.dirname, '..')
const docx = readFileSync(join(root, 'samples/changzhou-2023.docx'))

/** By the name that asks for one alone: `npm run bench -- ledgers`. */
const parts: Readonly<Record<string, readonly [title: string, run: () => Promise<unknown>]>> = {
  reading: ['读取 Reading', () => benchReading(docx)],
  formats: ['各种格式 Formats', benchFormats],
  extraction: [
    '提取承诺 Extraction',
    () =>
      benchSampleExtraction(
        docx,
        JSON.parse(readFileSync(join(root, 'test/documents/changzhou-2023.json'), 'utf8')),
      ),
  ],
  forecasts: ['预测 Forecasts', benchForecasts],
  screens: ['页面 Screens', benchScreens],
  ledgers: ['台账 Ledgers', benchLedgers],
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
for (const [name, [title, run]] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(title)
  await run()
}
