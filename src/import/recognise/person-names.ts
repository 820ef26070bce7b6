/** Personal names printed behind a unit: 市住建局 王明, 市住建局（王明）, 市住建局：王明. */
import { recogniseUnit } from '../directory/recognise-unit.ts'
import type { Piece } from './piece.ts'

/** The surnames of some 98 % of the people (公安部 2020 list, first 200 or so), and the compound ones in use. */
const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔牛葛赖樊兰殷施洪翟安颜倪庞章鲁聂申耿焦左文齐阮梅纪欧柳詹管尚凌霍涂蓝成温阳裴祝柴苗毕欣解费岳穆华关冉季卞狄仲包卓屠柏甘鲍莹查',
)
const compound = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|端木)/
/** Words that begin like a name and stand where names do. */
const notNames =
  /^(?:金融|文明|文化|文旅|文物|高新|安全|安监|方志|常务|江[东南西北]|海关|石油|石化|金属|成员|温泉|万达|华侨|华电|康复|武装|管委|管理|龙头|阳光|关工|关爱|安置|安保|卫健|易地|马路|成都|常州|温州|柳州|梅州|苏州|徐州|杭州|兰州|郑州|广州|余杭|武进|金坛|江阴|江宁|安庆|安阳)/

/** Two or three characters, with a compound surname up to four, that begin with a surname and name no unit. */
export function isPersonName(text: string): boolean {
  const name = text.replaceAll(/\s/g, '')
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || notNames.test(name)) return false
  const fits = compound.test(name) ? name.length > 2 : name.length < 4 && surnames.has(name.charAt(0))
  return fits && recogniseUnit(name) === null
}

/** A unit and the person in charge of it where both stand in one piece of text; undefined when it is a unit alone. */
export function splitPerson(text: string, { start, end }: Piece): { end: number; person: Piece } | undefined {
  const found = /[（(：:\-—－/]\s*(?<name>\p{Script=Han}\s*\p{Script=Han}{1,3})\s*[)）]?$/du.exec(
    text.slice(start, end),
  )
  const [from, to] = found?.indices?.groups?.['name'] ?? [0, 0]
  if (found === null || found.index === 0) return undefined
  const name = text.slice(start + from, start + to)
  if (!isPersonName(name)) return undefined
  const person = { name: name.replaceAll(/\s/g, '').normalize('NFC'), start: start + from, end: start + to }
  return { end: start + found.index, person }
}

/**
 * Takes out the names of people behind units, so that they are not joined to the next: 市住建局 王明. `persons` holds
 * them by where the unit before them ends.
 */
export function takePersons(
  text: string,
  runs: readonly Piece[][],
): { runs: Piece[][]; persons: ReadonlyMap<number, Piece> } {
  const persons = new Map<number, Piece>()
  let unit: Piece | undefined
  const kept = runs.map((run) => {
    const units: Piece[] = []
    for (let at = 0; at < run.length; at++) {
      const first = run[at]
      const second = run[at + 1]
      if (first === undefined) continue
      const padded = first.name.length === 1 && second?.name.length === 1
      const last = padded && second !== undefined ? second : first
      const name = text.slice(first.start, last.end)
      const between = unit === undefined ? '\n' : text.slice(unit.end, first.start)
      if (unit !== undefined && /^[ 　\t]+$|^\s*\/\s*$/.test(between) && isPersonName(name)) {
        persons.set(unit.end, {
          name: name.replaceAll(/\s/g, '').normalize('NFC'),
          start: first.start,
          end: last.end,
        })
        unit = undefined
        if (padded) at++
      } else {
        units.push(first)
        unit = recogniseUnit(first.name) === null ? undefined : first
      }
    }
    return units
  })
  return { runs: kept.filter((run) => run.length > 0), persons }
}
