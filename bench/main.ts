/** `npm run bench`: every budget as a ratio to a yardstick measured in the same run. */
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

console.log('读取 Reading')
await benchReading(docx)
console.log('各种格式 Formats')
await benchFormats()
console.log('提取承诺 Extraction')
await benchSampleExtraction(
  docx,
  JSON.parse(readFileSync(join(root, 'test/documents/changzhou-2023.json'), 'utf8')),
)
console.log('预测 Forecasts')
await benchForecasts()
console.log('页面 Screens')
await benchScreens()
console.log('台账 Ledgers')
await benchLedgers()
