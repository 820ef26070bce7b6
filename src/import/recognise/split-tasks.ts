/** One text as its tasks: each tail that names units ends a task, and what follows it is the next. */
import { findTails, type Tail } from './find-tails.ts'
import { trimmedPiece } from './piece.ts'

export type TaskPart = { readonly start: number; readonly end: number; readonly tails: readonly Tail[] }
/** `leading` are tails before any text: a line that names units for the task above it. */
export type TaskParts = { readonly parts: readonly TaskPart[]; readonly leading: readonly Tail[] }

type OpenPart = { readonly start: number; readonly end: number; readonly tails: Tail[] }

export function splitTasks(text: string): TaskParts {
  const parts: OpenPart[] = []
  const leading: Tail[] = []
  let from = 0
  for (const tail of findTails(text)) {
    const part = partOf(text, from, tail.start)
    if (part !== undefined) parts.push({ ...part, tails: [tail] })
    else (parts.at(-1)?.tails ?? leading).push(tail)
    from = tail.end
  }
  const rest = partOf(text, from, text.length)
  if (rest !== undefined) parts.push({ ...rest, tails: [] })
  return { parts, leading }
}

/** Without the punctuation that closes the tail before it; undefined when nothing is said there. */
function partOf(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const from = start === 0 ? 0 : start + (/^[\s。；;，,、]*/.exec(text.slice(start, end))?.[0].length ?? 0)
  const piece = trimmedPiece(text, from, end)
  return piece === undefined || !/[\p{L}\p{N}]/u.test(piece.name) ? undefined : piece
}
