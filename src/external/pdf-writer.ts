/**
 * Word and Excel files as PDF, by LibreOffice where the server has it: one at a time, each run with a profile of its own
 * that is thrown away, and ended when it takes too long.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Problem } from '../domain/problems/problem.ts'

/** Throws Problem 'paper.pdf-failed'. */
export type PdfWriter = (docx: Uint8Array) => Promise<Uint8Array>

/** A large table takes some seconds; the first run on a cold disk ten. */
const patience = 60_000

/** LibreOffice’s program: the path given where it is one, else `soffice` on the PATH; undefined without. */
export function findOffice(chosen: string | undefined, path: string): string | undefined {
  const candidates = chosen
    ? [chosen]
    : path
        .split(delimiter)
        .filter(Boolean)
        .map((folder) => join(folder, 'soffice'))
  return candidates.find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export function openPdfWriter(office: string): PdfWriter {
  let last: Promise<unknown> = Promise.resolve()
  return (docx) => {
    const next = last.then(() => convert(office, docx))
    // The next waits for this one, however it ends.
    last = next.catch(() => undefined)
    return next
  }
}

async function convert(office: string, docx: Uint8Array): Promise<Uint8Array> {
  const directory = await mkdtemp(join(tmpdir(), 'jiannuo-pdf-'))
  try {
    const input = join(directory, 'paper.docx')
    await writeFile(input, docx)
    await run(office, [
      `-env:UserInstallation=${pathToFileURL(join(directory, 'profile')).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf',
      '--outdir',
      directory,
      input,
    ])
    return await readFile(join(directory, 'paper.pdf'))
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('paper.pdf-failed', {}, { cause: error })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** `soffice` is a script that starts others: all of them are one process group, and end together. */
function run(office: string, options: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(office, options, { stdio: 'ignore', detached: true })
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, patience)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve()
      else reject(new Problem('paper.pdf-failed', {}))
    })
  })
}
