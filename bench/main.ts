/** `npm run bench`: every budget as a ratio to a yardstick measured in the same run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchReading } from './reading.ts'
import { benchScreens } from './screens.ts'
// import './sample-extraction.ts'

const samples = join(import.meta.dirname, '../samples')

console.log('读取 Reading')
await benchReading(readFileSync(join(samples, 'changzhou-2023.docx')))
console.log('提取承诺 Extraction')
//benchSampleExtraction()
console.log('页面 Screens')
await benchScreens()
