/**
 * Answers that follow from the facts and the day alone, kept until a fact comes (decision 38). Whether one may be told is
 * asked before, request by request; what is kept is never older than the log.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** Enough for every screen of some ten governments; the longest unused go first. */
const mostBytes = 64 * 1024 * 1024

export type RememberedAnswer = {
  readonly json: Buffer
  /** Made when it is first asked for. */
  readonly zipped: () => Promise<Buffer>
  /** An entity tag of what it says (RFC 9110, 8.8.3). */
  readonly tag: string
}

type Kept = { readonly since: string; readonly answer: Promise<RememberedAnswer>; bytes: number }

export class RememberedAnswers {
  readonly #kept = new Map<string, Kept>()
  #bytes = 0

  /**
   * What was answered to `question` when the facts stood where they stand now (`since`), or what `make` answers. Who asks
   * while it is made waits for the same. What fails is not kept.
   */
  async get(question: string, since: string, make: () => Promise<string>): Promise<RememberedAnswer> {
    const known = this.#kept.get(question)
    this.#forget(question)
    const kept = known?.since === since ? known : { since, answer: make().then(answerOf), bytes: 0 }
    this.#keep(question, kept)
    try {
      const answer = await kept.answer
      if (this.#kept.get(question) === kept) this.#weigh(kept, answer.json.length)
      return answer
    } catch (error) {
      if (this.#kept.get(question) === kept) this.#forget(question)
      throw error
    }
  }

  /** Forgets everything: what is asked next is made anew. */
  clear(): void {
    this.#kept.clear()
    this.#bytes = 0
  }

  #keep(question: string, kept: Kept): void {
    this.#kept.set(question, kept)
    this.#bytes += kept.bytes
  }

  #forget(question: string): void {
    this.#bytes -= this.#kept.get(question)?.bytes ?? 0
    this.#kept.delete(question)
  }

  #weigh(kept: Kept, bytes: number): void {
    this.#bytes += bytes - kept.bytes
    kept.bytes = bytes
    for (const question of this.#kept.keys()) {
      if (this.#bytes <= mostBytes) return
      this.#forget(question)
    }
  }
}

function answerOf(text: string): RememberedAnswer {
  const json = Buffer.from(text)
  let zipped: Promise<Buffer> | undefined
  return {
    json,
    zipped: () => (zipped ??= promisify(gzip)(json)),
    tag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`,
  }
}
