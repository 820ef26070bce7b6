/** A set of words that can be looked up at a place of a text, longest word first; the cost does not grow with the text. */
export type WordTable = {
  /** Length of the longest word that starts at `index`, 0 if none does. */
  readonly at: (text: string, index: number) => number
  /** Length of the longest word that ends just before `end`, 0 if none does. */
  readonly before: (text: string, end: number) => number
}

export function createWordTable(words: Iterable<string>): WordTable {
  const longestFirst = [...new Set(words)].toSorted((a, b) => b.length - a.length)
  const byFirst = Map.groupBy(longestFirst, (word) => word.charCodeAt(0))
  const byLast = Map.groupBy(longestFirst, (word) => word.charCodeAt(word.length - 1))
  return {
    at: (text, index) => {
      for (const word of byFirst.get(text.charCodeAt(index)) ?? []) {
        if (text.startsWith(word, index)) return word.length
      }
      return 0
    },
    before: (text, end) => {
      for (const word of byLast.get(text.charCodeAt(end - 1)) ?? []) {
        if (word.length <= end && text.startsWith(word, end - word.length)) return word.length
      }
      return 0
    },
  }
}

/** The first place in `from`–`to` where a word of the table starts and ends, −1 if there is none. */
export function findWord(table: WordTable, text: string, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    const length = table.at(text, index)
    if (length > 0 && index + length <= to) return index
  }
  return -1
}

/** The words of a list as it is written in the data files: separated by blanks and line breaks. */
export function wordList(list: string): readonly string[] {
  return list.trim().split(/\s+/)
}
