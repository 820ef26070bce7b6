/**
 * What a printed name of an organisation stands for, by the directory of common bodies: its full name, kind and level.
 * The directory is data (common-bodies.json); nothing here knows any one city.
 */
import type { UnitKind } from '../../domain/programme/unit.ts'
import directory from './common-bodies.json' with { type: 'json' }

export type RecognisedUnit = {
  /** The body's full name without place and level ("卫生健康委员会"); null when only its ending is known. */
  readonly body: string | null
  readonly kind: UnitKind
  /** The place and level before it as printed: "市", "青溪区", "". */
  readonly prefix: string
}

type Body = { readonly full: string; readonly kind: UnitKind }

const bodies = new Map<string, Body>()
for (const { kind, names } of directory.bodies) {
  const full = names[0] ?? ''
  for (const name of names) bodies.set(comparable(name), { full, kind: kind as UnitKind })
}

const endings: readonly (readonly [string, UnitKind])[] = directory.endings
  .flatMap(({ kind, endings: list }) => list.map((ending) => [ending, kind as UnitKind] as const))
  .toSorted(([a], [b]) => b.length - a.length)

/** A place that ends in a level, or a level alone. A place's own name does not end in one: 青溪区市 is no place. */
const levelPrefix =
  /^(?:\p{Script=Han}{1,7}(?<![省市区县州盟旗镇乡]))?(?:省|市|区|县|州|盟|旗|镇|乡|自治[区州县]|新区|经开区|高新区|开发区)$/u
const placePrefix = /^\p{Script=Han}{2,4}$/u
/** A bare place name goes before names like 供电公司; before shorter ones it would make words up: 卫健|委. */
const shortestAfterPlace = 4

/** With place and second name; nothing longer is the name of a body. */
const longestName = 80

/** The League carries its level inside its name: 团市委, 共青团县委员会. */
const youthLeague = /^(?:共青)?团(?<prefix>\p{Script=Han}{0,6}?[省市区县州盟旗工])?委(?:员会)?$/u

/** A name standing for several units: 各辖市、区; 有关单位; 在×高校; 县（市、区）人民政府. */
const group =
  /^(?:各|有关|相关|全[省市区县]|其他|所有)|^[省市区县]{1,2}(?:各|直(?:各|有关|相关|部门|单位))|(?:有关|相关|成员)(?:单位|部门)$|^在.{1,3}(?:高校|院校|企业|单位|医院)$|^(?:各)?(?:辖市|辖区|县级市|[县市区镇乡]|街道|乡镇|镇街|县区|区县|市县|市区)[、/（(〔][县市区镇乡街]|^(?:镇街|乡镇|县区|区县|市县|功能区|(?:开发)?园区)(?:人民政府|政府|办事处|管委会)?$/u

/**
 * Recognises a name as documents print it ("市人社局"). Null means that nothing is known of it and it is to be proposed
 * as a new unit.
 */
export function recogniseUnit(printed: string): RecognisedUnit | null {
  if (printed.length > longestName) return null
  const name = plainName(printed)
  if (group.test(name)) return { body: null, kind: 'group', prefix: '' }
  const league = youthLeague.exec(name)
  if (league !== null) {
    return { body: '共产主义青年团委员会', kind: 'organisation', prefix: league.groups?.['prefix'] ?? '' }
  }
  return findListed(name) ?? findByEnding(name)
}

/** Whether two printed names are one body of one place and level: 市人社局 and 市人力资源和社会保障局. */
export function sameBody(a: string, b: string): boolean {
  if (comparable(plainName(a)) === comparable(plainName(b))) return true
  const one = recogniseUnit(a)
  const other = recogniseUnit(b)
  return one !== null && one.body !== null && one.body === other?.body && one.prefix === other.prefix
}

function findListed(name: string): RecognisedUnit | undefined {
  const compared = comparable(name)
  for (let cut = 0; cut < compared.length; cut++) {
    const key = compared.slice(cut)
    const body = bodies.get(key)
    if (body === undefined) continue
    const prefix = prefixOf(name, key)
    const afterPlace = name.length - prefix.length >= shortestAfterPlace && placePrefix.test(prefix)
    if (prefix === '' || levelPrefix.test(prefix) || afterPlace) {
      return { body: body.full, kind: body.kind, prefix }
    }
  }
  return undefined
}

/** What is printed before the body: places keep the letters that bodies are compared without (和平区教育局). */
function prefixOf(name: string, key: string): string {
  let cut = name.length - key.length
  while (cut > 0 && comparable(name.slice(cut)) !== key) cut--
  return name.slice(0, cut)
}

function findByEnding(name: string): RecognisedUnit | null {
  const found = endings.find(([ending]) => endsWith(name, ending))
  return found === undefined ? null : { body: null, kind: found[1], prefix: '' }
}

/** Words that end in 区 or 乡 by chance are not districts and towns: 住房和城乡. */
function endsWith(name: string, ending: string): boolean {
  if (!name.endsWith(ending) || name.length < ending.length + 2) return false
  return !/^[区县市镇乡]$/.test(ending) || /^(?![省市区县])[^和与及、]+$/.test(name)
}

/** Without blanks, second names in brackets, and the office a body keeps for itself (市总工会机关). */
function plainName(printed: string): string {
  const name = printed.normalize('NFC').replaceAll(/\s/g, '')
  const main = name.replace(/[（(〈〔][^）)〉〕]*[）)〉〕]$/, '')
  return (main === '' || /^各|^[县市区]$/.test(main) ? name : main).replace(/(?<=.{2})机关$/, '')
}

/** Offices write 和 or leave it out, 委员会 or 委, 办公室 or 办 as they please. */
function comparable(name: string): string {
  return name
    .replaceAll(/[和与及]/g, '')
    .replaceAll('委员会', '委')
    .replaceAll('办公室', '办')
}
