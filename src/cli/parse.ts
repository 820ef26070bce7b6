import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Problem } from '../domain/problems/problem.ts'
import { programmeJson } from '../import/programme-json.ts'
import { maxDocumentMegabytes } from '../domain/programme/source.ts'
import { maxDocumentBytes } from '../import/readers/read-document.ts'
import { readProgramme } from '../import/read-programme.ts'

/** Prints the programme read from a file. Throws Problem 'document.*'. */
export async function parse(file: string): Promise<void> {
  const { source, draft } = await readProgramme(await readInput(file), basename(file))
  process.stdout.write(`${JSON.stringify(programmeJson(draft, source), null, 2)}\n`)
}

/** The file's bytes; its size is asked first, so that a huge file is refused without being read. */
async function readInput(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > maxDocumentBytes) {
      throw new Problem('document.too-large', { limitMegabytes: maxDocumentMegabytes })
    }
    return await readFile(file)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('document.unreadable', {
      fileName: file,
      reason: error instanceof Error ? error.message : '',
    })
  }
}
