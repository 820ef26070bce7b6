/** Uploading a ledger's file: how much is sent, how many rows are read, and what came of it. */
import { loadLedger, loadLineSchema, type LoadLine } from '../../../contract/ledgers.ts'
import { problems, type ProblemCode } from '../../../domain/problem.ts'
import { addressOf, CallFailure } from '../api.ts'

export type UploadProgress =
  | { readonly state: 'sending'; readonly sent: number; readonly of: number }
  | Extract<LoadLine, { state: 'reading' }>

type Ledger = { readonly programmeId: string; readonly indicatorId: string; readonly unitId: string }

/** XMLHttpRequest, because fetch tells nothing of what is being sent. Rejects with a CallFailure. */
export function uploadLedger(
  ledger: Ledger,
  file: File,
  tell: (progress: UploadProgress) => void,
): Promise<Exclude<LoadLine, { state: 'reading' }>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let read = 0
    let outcome: Exclude<LoadLine, { state: 'reading' }> | undefined
    let failure: CallFailure | undefined
    const take = (): void => {
      const end = request.responseText.lastIndexOf('\n')
      for (const line of request.responseText.slice(read, Math.max(read, end)).split('\n')) {
        if (line === '') continue
        const content = parse(line)
        const parsed = loadLineSchema.safeParse(content)
        if (!parsed.success) failure = failureOf(content)
        else if (parsed.data.state === 'reading') tell(parsed.data)
        else outcome = parsed.data
      }
      read = Math.max(read, end + 1)
    }
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      tell({ state: 'sending', sent: loaded, of: total }),
    )
    request.addEventListener('progress', () => {
      if (request.status === 200) take()
    })
    request.addEventListener('load', () => {
      if (request.status !== 200) return reject(failureOf({ problem: parse(request.responseText) }))
      take()
      if (outcome) resolve(outcome)
      else reject(failure ?? new CallFailure('offline'))
    })
    request.addEventListener('error', () => reject(new CallFailure('offline')))
    request.open('POST', addressOf(loadLedger, { params: ledger }))
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function failureOf(content: unknown): CallFailure {
  const { problem } = (content ?? {}) as { problem?: { code?: unknown; details?: unknown } }
  const code = problem?.code
  if (typeof code !== 'string' || !(code in problems)) return new CallFailure('unreadable')
  return new CallFailure(code as ProblemCode, problem?.details ?? {})
}
