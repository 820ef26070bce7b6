/** “从77%提高到80%以上”, “在去年改造120个的基础上”: the old value is no target. */
import type { Quantity } from './quantities.ts'
import { createWordTable, findWord, wordList } from './word-table.ts'

const origins = createWordTable(['由', '从'])
const changes = createWordTable(
  wordList(`
  提高到 提高至 提升到 提升至 增加到 增加至 扩大到 扩大至 下降到 下降至 降低到 降低至 降到 降至
  压缩到 压缩至 压减到 压减至 缩短到 缩短至 调整到 调整为 调整至 提标到 提标至 上调到 上调至
  减少到 减少至 增长到 增长至 延长到 延长至 升至 增至 提至 扩展到 拓展到
`),
)
const bases = createWordTable(['基础上'])
const reach = 14

export function markBaselines(text: string, quantities: readonly Quantity[]): void {
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1]
    if (quantity.why !== null) continue
    if (isBasis(text, quantity.numberEnd)) quantity.why = 'baseline'
    if (next === undefined) continue
    const change = findWord(changes, text, quantity.numberEnd, Math.min(next.numberStart, quantity.end + 6))
    if (change >= 0 && hasOrigin(text, quantity.start)) quantity.why = 'baseline'
  }
}

/** What was reached before: 基础上 follows in the same clause. */
function isBasis(text: string, end: number): boolean {
  const at = findWord(bases, text, end, Math.min(text.length, end + reach))
  return at >= 0 && !/[，。；：]/.test(text.slice(end, at))
}

/** 由 or 从 stands shortly before, in the same clause. */
function hasOrigin(text: string, start: number): boolean {
  for (let index = start - 1; index >= Math.max(0, start - reach * 2); index--) {
    if (origins.at(text, index) > 0) return true
    if ('，。；、：'.includes(text.charAt(index))) return false
  }
  return false
}
