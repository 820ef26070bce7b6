/** Run as a process of its own: reads a file with a format's reader and prints how that ended, and what it took. */
import { readFileSync } from 'node:fs'
import { Problem } from '../../src/domain/problems/problem.ts'
import { readDocument } from '../../src/import/readers/read-document.ts'
import { readers } from './document-readers.ts'

const [format = '', file = ''] = process.argv.slice(2)
const bytes = readFileSync(file)
const read = format === 'door' ? (): unknown => readDocument(bytes, file) : readers[format]

async function outcome(): Promise<string> {
  try {
    await read?.(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

const before = process.memoryUsage().rss
const start = performance.now()
const ended = await outcome()
const milliseconds = performance.now() - start
/** The highest that the process ever had, in KiB. */
const peak = process.resourceUsage().maxRSS * 1024
const megabytes = Math.max(0, peak - before) / 1024 / 1024
process.stdout.write(JSON.stringify({ ended, milliseconds, megabytes }))
