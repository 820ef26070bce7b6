/** Cuts a text into sentences and these into clauses, outside quotes, brackets and numbers. */
import { createCharacterSet } from './character-set.ts'

export type Clause = { readonly start: number; readonly end: number }

const endsSentence = createCharacterSet('。；;！？!?\n')
const endsClause = createCharacterSet('，,：:')

/** Longer sentences are cut, so that work within one is bounded whatever the text. */
const longestSentence = 1200

/** Sentences, each as its clauses; punctuation is in none of them. `covered` marks characters that never end a clause. */
export function splitClauses(text: string, covered: Uint8Array): Clause[][] {
  const sentences: Clause[][] = []
  let clauses: Clause[] = []
  let start = 0
  let sentenceStart = 0
  const close = (end: number): void => {
    if (end > start) clauses.push({ start, end })
    start = end + 1
  }
  for (let index = 0; index < text.length; index++) {
    const length = index - sentenceStart
    if (covered[index] !== 0 && length < 2 * longestSentence) continue
    const code = text.charCodeAt(index)
    const long = length >= longestSentence
    if (endsClause(code) && !long) close(index)
    else if (endsSentence(code) || long) {
      close(index)
      if (clauses.length > 0) sentences.push(clauses)
      clauses = []
      sentenceStart = start
    }
  }
  close(text.length)
  if (clauses.length > 0) sentences.push(clauses)
  return sentences
}
