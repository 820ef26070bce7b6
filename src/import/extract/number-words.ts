/** Chinese numerals that are part of a word and no number: 统一, 一站式, 千家万户, 三农. */
import { isChineseNumeral } from './numerals.ts'
import type { UnitClass } from './units.ts'
import { createWordTable, wordList } from './word-table.ts'

const words = createWordTable(
  wordList(`
  百兆 千兆 红十字 十字路口 十字 五角 六盘 八角 三轮 四轮 二手 三级跳
  一批 一些 一系列 一定 一起 一方面 一道 一般 一点 一期 二期 三期 四期 一律 一并 一直 一旦
  一切 一致 一贯 一体 一体化 一站式 一次性 一流 一线 一网 一窗 一键 一码 一卡通 一张网 一张图
  一张表 一张床 一件事 一门 一刻钟 一带一路 一老一小 一村一 一人一 一企一 一户一 一校一 一园一
  一县一 一镇一 一街一 一河一 一品 一策 一档 一表 一图 一次办 一次办成 一次办好 一日 一公里
  一百米 一度 一对一 一同 一事 一行 一套 一整套 统一 唯一 同一 单一 进一步 更进一步 第一 专一
  划一 归一 合一 三合一 二合一 多合一 之一 万一 一环 百姓 老百姓 百货 百强 百年 百花 百科 百业
   百日 百合 千方百计 千家万户 千秋 千年 千里 万物 万众 万家 万里 万全 万能 万象 万亩 千亩
  百亩 成千上万 千万工程 千企 万企 百校 千校 百企 百村 千村 万村 百县 百镇 三农 三甲 三产 三孩
  二孩 二胎 三胎 四季 五保 五星 三维 二维 二手 三方 两岸 两会 两侧 两手 两翼 两山 两新 两重
  两癌 两委 两险 两端 两边 两用 两高 二次供水 二次 三无 四好 五险 三资 三社 三保 六稳 六保
  三位一体 五位一体 四位一体 二氧化碳 二氧化 一氧化碳 四川 三亚 三峡 三明 三门峡 九江 十堰 百色
  万州 万宁 四平 六安 六盘水 三沙 五华 五指山 七台河 双鸭山 五一 六一 七一 八一 十一 二院 三院
  一院 四院 五院 一中 二中 三中 四中 五中 六中 一小 二小 三小 一附院 二附院 三通 三同 三联
  三社联动 四史 五育 双一流 一杯 一颗 一把手 一把 百万庄 五谷 九年一贯 三馆 四馆 五馆 两馆 一馆
  一室 两室 一库 两网 一网通办 一网统管 三网 四网 六网 一代 新一代 下一代 下一 上一 每一 任一
  某一 这一 另一 初一 初三 高三 高一 周一 周五 周六 周三 周二 周四
`),
)
/** 六村, 三院: a single numeral before one of these is the name of a place. */
const settlements = createWordTable(wordList(`村 社区 街道 乡镇 镇 小区 县 房 院 馆 园 站 点 口 眼 孔 段`))
const longest = 5

/** Whether the Chinese numerals at `start`–`end` belong to a word rather than state a number. */
export function isInsideWord(
  text: string,
  start: number,
  end: number,
  unit: { readonly unitClass: UnitClass; readonly end: number } | null,
): boolean {
  for (let from = Math.max(0, start - longest + 1); from <= start; from++) {
    const length = words.at(text, from)
    if (length > 0 && from + length > start && !isListNumber(text, start, end)) return true
  }
  if (isListNumber(text, start, end)) return false
  if (unit !== null) return end - start === 1 && unit.unitClass === 'place' && settlements.at(text, end) > 0
  return end - start === 1 || !isNumberLike(text, start, end)
}

/** 三是, 十一是 and （二） number the parts of a text. */
function isListNumber(text: string, start: number, end: number): boolean {
  const next = text.charAt(end)
  const previous = text.charAt(start - 1)
  if (next === '是') return previous === '' || '。；;，：:\n '.includes(previous)
  if (next === '）' || next === ')') return previous === '（' || previous === '('
  return next === '、' && (previous === '' || '。；;\n '.includes(previous))
}

/** 十四五 and 二十 are numbers of some kind; 百千万 or 三三 are not. */
function isNumberLike(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (!isChineseNumeral(text.charCodeAt(index))) return false
  }
  return !'百千万亿'.includes(text.charAt(start))
}
