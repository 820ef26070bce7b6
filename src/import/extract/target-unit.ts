/** The unit a target is counted in: as written, completed to a ratio by the words before it, or implied. */
import { moneyNouns } from './frame-words.ts'
import type { Frame } from './frame.ts'
import { countsPeople } from './pieces.ts'
import type { Piece } from './pieces.ts'
import type { Quantity } from './quantities.ts'
import { readVerbPhrase } from './verb-phrase.ts'
import { createWordTable, findWord } from './word-table.ts'

const moneys = createWordTable(moneyNouns)
const quotas = createWordTable(['每个', '每', '各', '全部', '所有'])

/** 每千人口…, 千人口托位数: so many for each thousand. */
const perMany =
  /每([十百千万]{1,2}|\d{1,4})(名|常住人口|人口|人|户|位|个)?|^([百千万])(常住人口|人口|人)(?!次|以上).*(?:数|量|面积)/

/** Figures without a dimension: 利用系数达到0.58. */
const indexes = createWordTable(['系数', '指数', '系数提高', '指数提高', '强度', '比值', '评分'])

export function unitOf(text: string, frame: Frame, piece: Piece): string | null {
  const { quantity } = piece
  if (quantity.unit === null) return impliedUnit(text, frame, quantity)
  if (quantity.unit.includes('/')) return quantity.unit
  const per = perMany.exec(text.slice(frame.start, quantity.start))
  if (per !== null) return `${quantity.unit}/${per[1] ?? per[3] ?? ''}${per[2] ?? per[4] ?? '人'}`
  const quota = quotaOf(text, frame, piece)
  if (quota !== '') return `${quantity.unit}/${quota}`
  return quantity.unit === '元' ? `元${moneyPer(text.slice(piece.start, quantity.start))}` : quantity.unit
}

const standards = [
  ['每人每月', '/人·月'],
  ['每人每年', '/人·年'],
  ['每生每年', '/人·年'],
  ['年人均', '/人·年'],
  ['人均', '/人'],
] as const

/** Whom and what time a standard of money is for; "" for a sum. */
function moneyPer(before: string): string {
  return standards.find(([words]) => before.includes(words))?.[1] ?? ''
}

const longestQuota = 10

/** 每个街道建有1个…, 为每所学校配备1名…: so many for each 街道, for each 学校. */
function quotaOf(text: string, frame: Frame, { start: from, quantity }: Piece): string {
  const start = from === frame.start ? frame.served : from
  const length = quotas.at(text, start)
  if (length === 0 || quantity.value.length > 2 || quantity.scale > 0) return ''
  for (let index = start + length + 1; index < quantity.start; index++) {
    const verb = readVerbPhrase(text, index, quantity.start)
    if (verb === null) continue
    const noun = text.slice(start + length, index).replace(/（.*$|^[所家处座间栋条](?=.{2})/g, '')
    return noun.length <= longestQuota ? noun.replace(/[均都各要]$/, '') : ''
  }
  return ''
}

function impliedUnit(text: string, frame: Frame, quantity: Quantity): string | null {
  const before = text.slice(Math.max(frame.start, quantity.start - 8), quantity.start)
  if (before.includes('人次')) return '人次'
  if (before.includes('人数') || before.slice(-4).includes('人口')) return '人'
  if (findWord(moneys, text, Math.max(frame.start, quantity.start - 8), quantity.start) >= 0) return '元'
  if (indexes.before(text, quantity.numberStart - quantity.before.length) > 0) return null
  if (countsPeople(text, quantity)) return '人'
  return '个'
}
