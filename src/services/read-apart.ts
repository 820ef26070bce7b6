/**
 * Reads documents in processes of their own, so that whoever asks stays responsive and no document, however it was
 * made, costs more than the time and memory stated here. A thread would not do: where its heap meets the limit within
 * one large allocation, V8 ends the whole process.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { Problem, type ProblemCode } from '../domain/problem.ts'
import type { Choice, ReadProgramme } from '../import/read-programme.ts'

export type ReadingLimits = {
  /** A table of a thousand pages takes a few on a slow machine. */
  readonly seconds: number
  /** Of JavaScript objects. What a document unpacks to comes on top and is bounded by its reader. */
  readonly megabytes: number
  /** Further documents wait. */
  readonly atOnce: number
}

export type ReadingQuestion = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly choice: Choice
}

export type ReadingAnswer =
  | { readonly reading: ReadProgramme }
  | { readonly problem: { readonly code: ProblemCode; readonly details: unknown } }
  | { readonly failure: string }

type Reader = (bytes: Uint8Array, fileName: string, choice?: Choice) => Promise<ReadProgramme>

export const usualLimits: ReadingLimits = { seconds: 20, megabytes: 128, atOnce: 2 }

/** A process that has read is kept for the next document: a new one takes a third of a second to get ready. */
const idleMilliseconds = 60_000

/** What Node is told of its memory. Little room for young objects: with much of it, rubbish is left lying about. */
export function memoryFlags({ megabytes }: Pick<ReadingLimits, 'megabytes'>): string[] {
  return [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=4']
}

/** As `readProgramme`; throws Problem document.takes-too-long or document.takes-too-much-memory besides. */
export const readProgrammeApart = createReader(usualLimits)

export function createReader(limits: ReadingLimits): Reader {
  const idle = new Map<ChildProcess, NodeJS.Timeout>()
  const waiting: (() => void)[] = []
  let busy = 0

  async function takeTurn(): Promise<void> {
    if (busy < limits.atOnce) busy++
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function passTurn(): void {
    const next = waiting.shift()
    if (next) next()
    else busy--
  }

  function open(): ChildProcess {
    const [kept] = idle.keys()
    const child = kept ?? start(limits)
    if (kept === undefined) child.once('exit', () => forget(child))
    forget(child)
    hold(child, true)
    return child
  }

  function keep(child: ChildProcess): void {
    hold(child, false)
    const farewell = setTimeout(() => {
      forget(child)
      child.kill()
    }, idleMilliseconds)
    idle.set(child, farewell.unref())
  }

  function forget(child: ChildProcess): void {
    clearTimeout(idle.get(child))
    idle.delete(child)
  }

  return async (bytes, fileName, choice = {}) => {
    await takeTurn()
    try {
      const child = open()
      const answer = await ask(child, { bytes, fileName, choice }, limits)
      keep(child)
      return programmeOf(answer)
    } finally {
      passTurn()
    }
  }
}

function start(limits: ReadingLimits): ChildProcess {
  const child = fork(new URL('./reading-process.ts', import.meta.url), {
    execArgv: memoryFlags(limits),
    // Maps, typed arrays and undefined arrive as they are.
    serialization: 'advanced',
    // V8 reports at length when memory runs out; the problem says it in a sentence.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // One that is busy would notice only behind its document that nobody is left to hear of it.
  const end = (): boolean => child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

/** Whether this process waits for the other before it ends by itself. */
function hold(child: ChildProcess, isAwaited: boolean): void {
  if (isAwaited) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

function ask(child: ChildProcess, question: ReadingQuestion, limits: ReadingLimits): Promise<ReadingAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadingAnswer>()
  const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
    // V8 aborts where the heap meets its limit; a system short of memory kills.
    const ranOut = signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134
    reject(
      ranOut
        ? new Problem('document.takes-too-much-memory', { limitMegabytes: limits.megabytes })
        : new Error(`the process that reads documents ended with ${code ?? signal}`),
    )
  }
  const deadline = setTimeout(() => {
    reject(new Problem('document.takes-too-long', { limitSeconds: limits.seconds }))
    child.kill('SIGKILL')
  }, limits.seconds * 1000)
  child.once('message', resolve)
  child.once('exit', onExit)
  child.once('error', reject)
  child.send(question, (error) => {
    if (error) reject(error)
  })
  return promise.finally(() => {
    clearTimeout(deadline)
    child.off('message', resolve)
    child.off('exit', onExit)
    child.off('error', reject)
  })
}

function programmeOf(answer: ReadingAnswer): ReadProgramme {
  if ('reading' in answer) return answer.reading
  if ('problem' in answer) throw new Problem(answer.problem.code, answer.problem.details as never)
  throw new Error(`a document could not be read: ${answer.failure}`)
}
