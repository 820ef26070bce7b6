/** “…全覆盖”, “应检尽检”, “动态清零”: rates of 100 % that are said without a number, one for each thing listed. */
import { findAnyVerb, readVerbPhrase } from './verb-phrase.ts'
import { populationAt, wholeAt } from './object-text.ts'
import { joinAt } from './decoys.ts'
import type { Frame } from './frame.ts'
import type { Memory, Reading } from './reading.ts'
import { createWordTable, findWord, wordList } from './word-table.ts'

const coverageWords = createWordTable(
  wordList(`
  全覆盖 全面覆盖 全部覆盖 动态清零 应检尽检 应保尽保 应收尽收 应帮尽帮 应救尽救 应助尽助 应改尽改
  应签尽签 应筛尽筛 应享尽享 应养尽养 应治尽治 应接尽接
`),
)

/** The rates of a clause, from `from` on (behind its last number). */
export function readCoverage(
  text: string,
  marks: Uint8Array,
  frame: Frame,
  from: number,
  memory: Memory,
): Reading[] {
  const at = findWord(coverageWords, text, from, frame.end)
  if (at < 0 || marks[at] !== 0) return []
  const end = at + coverageWords.at(text, at)
  const verb = readVerbPhrase(text, from, at)
  const listed = verb === null ? listItems(text, marks, from, at, end) : []
  if (listed.length > 1) return listed.map((item) => rate(item.start, item.end, item.action, item.object))
  const noun = verb === null ? text.slice(from, at) : text.slice(verb.end, at)
  const object =
    verb !== null && memory.object !== '' && !noun.includes(memory.object) ? noun + memory.object : noun
  return [rate(from, end, verb?.action ?? findAnyVerb(text, from, at), object)]
}

function rate(start: number, end: number, action: string, object: string): Reading {
  return {
    kind: 'rate',
    action,
    object,
    comparator: 'eq',
    value: '100',
    valueMax: null,
    unit: '%',
    unitClass: 'percent',
    start,
    end,
    pattern: 'coverage',
    doubts: ['coverage-implied'],
  }
}

type Item = { readonly start: number; readonly end: number; readonly action: string; readonly object: string }

/** A、B和C全覆盖: 全市 belongs to all of them, and the people first named are meant with those after. */
function listItems(text: string, marks: Uint8Array, from: number, at: number, end: number): Item[] {
  const items: Item[] = []
  let start = from + wholeAt(text, from)
  let people = ''
  for (let index = start; index <= at; index++) {
    const join =
      index < at && marks[index] === 0 ? (text.charAt(index) === '、' ? 1 : joinAt(text, index)) : 0
    if (index < at && join === 0) continue
    const noun = text.slice(start, index)
    if (noun === '') {
      start = index + join
      continue
    }
    const own = text.slice(start, start + populationAt(text, start))
    people = own === '' ? people : own
    items.push({
      start,
      end: index === at ? end : index,
      action: lastVerb(noun),
      object: own === '' ? people + noun : noun,
    })
    start = index + join
  }
  return items
}

/** The action a noun ends in: …筛查, …改造. */
function lastVerb(noun: string): string {
  return findAnyVerb(noun, Math.max(0, noun.length - 2), noun.length)
}
