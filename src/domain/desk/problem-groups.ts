/** The problems that reports give, those that say the same taken together: by their own words, nothing is interpreted. */
import type { ReportedProblem } from './desk-facts.ts'

export type ProblemGroup = {
  /** The words they share; of a problem that nobody else has, all of it. */
  readonly words: string
  readonly problems: readonly ReportedProblem[]
}

/**
 * A problem is cut at its punctuation into phrases; two problems say the same where they share a phrase, letters, width
 * and spaces aside. Each problem stands in one group: that of its phrase most problems share, the longest of equals. The
 * largest groups first; of equals in the order the problems come in.
 */
export function groupProblems(problems: readonly ReportedProblem[]): ProblemGroup[] {
  const phrased = problems.map((problem) => ({ problem, phrases: phrasesOf(problem.problem) }))
  const counts = new Map<string, number>()
  for (const { phrases } of phrased)
    for (const key of new Set(phrases.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const shared = (phrase: string) => counts.get(keyOf(phrase)) ?? 0
  const groups = Map.groupBy(phrased, ({ problem, phrases }) => {
    const best = phrases.toSorted((a, b) => shared(b) - shared(a) || b.length - a.length)[0]
    return best !== undefined && shared(best) > 1 ? keyOf(best) : keyOf(problem.problem)
  })
  return [...groups]
    .map(([key, members]): ProblemGroup => {
      const [first] = members
      const words = first?.phrases.find((phrase) => keyOf(phrase) === key) ?? first?.problem.problem ?? ''
      return { words, problems: members.map(({ problem }) => problem) }
    })
    .toSorted((a, b) => b.problems.length - a.problems.length)
}

/** What stands between punctuation; single characters say nothing. */
function phrasesOf(text: string): string[] {
  return text
    .split(/[，。；、：！？,;:!?\n]|\.(?!\d)/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase.length > 1)
}

function keyOf(phrase: string): string {
  return phrase.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
}
