/** The words before and after a number that say whether it is a floor, a ceiling, about so much, or exact. */
import type { Comparator } from '../../domain/programme/target.ts'
import { createWordTable, wordList } from './word-table.ts'

const before = {
  gte: wordList(`
  不少于 不低于 不小于 不得少于 不得低于 至少 最少 超过 超出 超 逾 突破 高于 大于 多于 优于 上
`),
  lte: wordList(`
  不超过 不高于 不多于 不大于 不得超过 不得高于 低于 少于 小于 不超 至多 控制在 压降到 压减至
`),
  approx: ['约', '大约', '近', '将近', '接近', '约为', '大概'],
  eq: wordList(`
  达到 达 到 至 为 是 在 稳定在 保持在 保持 维持在 完成 占 共 共计 合计 总计
`),
} satisfies Partial<Record<Comparator, readonly string[]>>

const after = {
  gte: ['以上', '及以上', '（含）以上', '(含)以上', '之上', '或以上', '起'],
  lte: ['以内', '以下', '及以下', '之内', '之下', '内', '封顶'],
  approx: ['左右', '上下', '余', '多', '来'],
} satisfies Partial<Record<Comparator, readonly string[]>>

/** Levels that are no comparators of their own but stand between one and its object: “达到不少于”. */
const levels = createWordTable(
  wordList(`
  达到 达 为 到 至 控制在 稳定在 保持在 维持在
`),
)

const beforeTable = createWordTable(Object.values(before).flat())
const afterTable = createWordTable(Object.values(after).flat())
const afterRelaxed = createWordTable(['余', '多', '来'])
const meaning = new Map<string, Comparator>()
for (const table of [before, after]) {
  for (const [comparator, words] of Object.entries(table)) {
    for (const word of words) meaning.set(word, comparator as Comparator)
  }
}

/** A comparator's character that ends one of these words is none: 预约300人, 附近500米, 签约2000万人. */
const notBefore = createWordTable(
  wordList(`
  预约 签约 节约 公约 履约 集约 合约 条约 邀约 解约 违约 附近 就近 临近 邻近 最近 亲近 高超
  线上 网上 以上 马上 晚上 上 早上 海上 水上 地上 路上 身上 送上 基础上 床上 楼上
`),
)
/** 上万, 上千 alone are floors; 上 before digits is the end of another word. */
const countable = '百千万亿'

/** 内 and 起 end a phrase only when no word goes on: 500米内河道 is another matter. */
const notAfter = createWordTable(
  wordList(`
  内河 内涝 内部 内容 内科 内环 内镜 起重 起步 以上学 多功能 多元 多层 多种 多能 多语 多媒体
  余热 来源 来访 多式 多场景
`),
)

export type ReadComparator = { readonly comparator: Comparator; readonly edge: number; readonly word: string }

/** The comparator that ends at `end`; `edge` is where it starts. Null for a bare number. */
export function readBefore(text: string, end: number): ReadComparator | null {
  const length = beforeTable.before(text, end)
  if (length === 0) return null
  const start = end - length
  const word = text.slice(start, end)
  if (word === '上') return readUpTo(text, start)
  if (length === 1 && notBefore.before(text, end) > 1) return null
  const comparator = meaning.get(word) ?? 'eq'
  const level = comparator === 'eq' ? 0 : levels.before(text, start)
  return { comparator, edge: start - level, word }
}

function readUpTo(text: string, start: number): ReadComparator | null {
  const counts = countable.includes(text.charAt(start + 1)) && notBefore.before(text, start + 1) <= 1
  return counts ? { comparator: 'gte', edge: start, word: '上' } : null
}

/** The comparator that starts at `start`, just after a unit or a number; `edge` is where it ends. */
export function readAfter(text: string, start: number): ReadComparator | null {
  const length = afterTable.at(text, start)
  if (length === 0 || notAfter.at(text, start) > length) return null
  const word = text.slice(start, start + length)
  return { comparator: meaning.get(word) ?? 'eq', edge: start + length, word }
}

/** 多, 余 or 来 between a number and its unit. */
export function readSurplus(text: string, start: number): number {
  const length = afterRelaxed.at(text, start)
  return length > 0 && notAfter.at(text, start) === 0 ? start + length : start
}
