/** What is promised, in the words of the text: the noun around a number without its verb and filler. */
import {
  objectEnds,
  objectTails,
  populations,
  vaguePeople,
  vagueQualifiers,
  wholePopulation,
} from './frame-words.ts'
import { createWordTable } from './word-table.ts'

const tails = createWordTable(objectTails)
const ends = createWordTable(objectEnds)
const wholes = createWordTable(wholePopulation)
const qualifiers = createWordTable(vagueQualifiers)
const peoples = createWordTable(populations)
const vague = new Set<string>(vaguePeople)

/** The noun before a number: without the words that lead to it (数, 达到, 共). */
export function nounBefore(text: string, from: number, to: number): string {
  let end = to
  for (;;) {
    while (end > from && '，、, ：:'.includes(text.charAt(end - 1))) end--
    const length = tails.before(text, end)
    if (length === 0 || end - length <= from) break
    end -= length
  }
  return withoutOrigin(text.slice(from, end))
}

/** “将基础养老金标准由每人每月128元”提高到…: what is raised, without the value it is raised from. */
function withoutOrigin(phrase: string): string {
  const origin = /[由从][^由从]*\d[^由从]*$/.exec(phrase)
  return origin === null || origin.index === 0 ? phrase : phrase.slice(0, origin.index).replace(/^将/, '')
}

/** The noun after a number: without 的, 等工作 and the like. */
export function nounAfter(text: string, from: number, to: number): string {
  let start = from
  while (start < to && '的、 '.includes(text.charAt(start))) start++
  let end = to
  const length = ends.before(text, end)
  if (length > 0 && end - length > start) end -= length
  return text.slice(start, end)
}

/** Those served: “有需要的…家庭（失独）” is “…家庭”; “服务对象” is nobody in particular. */
export function beneficiaries(phrase: string): string {
  let start = 0
  for (let length = qualifiers.at(phrase, start); length > 0; length = qualifiers.at(phrase, start))
    start += length
  const plain = phrase.slice(start).replaceAll(/（[^（）]*、[^（）]*）/g, '')
  return vague.has(plain) ? '' : plain
}

/** Without 全市, 全省常住人口 and the like in front. */
export function withoutWhole(phrase: string): string {
  return phrase.slice(wholes.at(phrase, 0))
}

/** Length of 全市, 全市常住人口 … at `index`. */
export function wholeAt(text: string, index: number): number {
  return wholes.at(text, index)
}

/** Length of 新生儿, 孕产妇 … at `index`. */
export function populationAt(text: string, index: number): number {
  return peoples.at(text, index)
}
