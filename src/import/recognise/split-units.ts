/** The units named in a cell or in the bracket behind a task, in the order printed. */
import { matchBrackets, splitOutsideBrackets, splitPiece } from './brackets.ts'
import { joinBrokenNames } from './join-broken-names.ts'
import { splitPerson, takePersons } from './person-names.ts'
import { type Piece, trimmedPiece } from './piece.ts'

/** `person` is who is in charge of it, where the list says so. */
export type UnitPiece = Piece & { readonly person?: Piece }
export type UnitLists = { readonly lead: readonly UnitPiece[]; readonly cooperating: readonly UnitPiece[] }

/**
 * Which of the responsible units lead when the document has one list for all: the first, or all before the first ，.
 * A document may state it once for all that follows ("第一个逗号前为牵头单位，下同").
 */
export type LeadRule = 'first-unit' | 'before-first-comma'

/** A sentence about the list rather than a unit in it. */
const remark =
  /^以下|下同|不再|列出|第一[位个]|[为是](?:牵头|主办|主责|责任)|逗号|按照?职责|分别负责|均需|均涉及|落实$/

const label =
  /(牵头|责任|主办|主责|配合|协办|协同|参与|落实|承办)(?:责任)?(?:单位|部门|主体)?(?:及(?:责任|负责)人)?[：:]/g

/** 等有关部门 closes a list and names nobody. */
const andOthers = /等(?:各?(?:有关|相关)?(?:[省市区县]直)?(?:部门|单位)(?:和单位)?)?$/

const listMark = /^(?:[*＊★☆▲△※●◆■·•]|\d+[.．)）]|[①-⑳])\s*/u

const leadMark = /^[*＊★☆▲△※●◆■]$/
const trailingMark = /^\s?[（(]?[*＊★☆▲△※●◆■]/

/** Administrative levels that make one group when they are listed without a body of their own: 各区、县级市政府. */
const openGroup = /^(?:[省市区县]?各|有关|相关)\p{Script=Han}{0,4}[省市区县州旗镇乡道]$/u
const groupEnd =
  /^(?:辖?[市区县旗镇乡]|县级市|自治县|街道|乡镇|镇街|区县|县区|办事处)(?:人民政府|政府|办事处|党委|党工委|管委会)?$/

/** The units of a cell that holds one kind of unit. */
export function splitUnits(text: string): UnitPiece[] {
  return sectionsOf(text).flatMap((section) => unitsOf(text, section.start, section.end))
}

/** The units of a cell or bracket that says itself who leads: by a label, by an asterisk, or by the document's rule. */
export function splitResponsibleUnits(text: string, rule: LeadRule = 'first-unit'): UnitLists {
  const sections = sectionsOf(text)
  const leadIsLabelled = sections.some((section) => leads(section.label))
  const lead: UnitPiece[] = []
  const cooperating: UnitPiece[] = []
  for (const section of sections) {
    const units = unitsOf(text, section.start, section.end)
    if (leads(section.label)) lead.push(...units)
    else if (leadIsLabelled || !/^(责任|)$/.test(section.label)) cooperating.push(...units)
    else {
      const count = leadCount(text, section, units, rule)
      const marked = units.filter((unit) => isMarked(text, unit))
      lead.push(...(marked.length > 0 ? marked : units.slice(0, count)))
      cooperating.push(...(marked.length > 0 ? units.filter((u) => !marked.includes(u)) : units.slice(count)))
    }
  }
  return { lead, cooperating }
}

type Section = { readonly label: string; readonly start: number; readonly end: number }

function sectionsOf(text: string): Section[] {
  const { start, end } = withoutOuterBracket(text)
  const labels = [...text.slice(start, end).matchAll(label)]
  const first: Section = { label: '', start, end: start + (labels[0]?.index ?? end - start) }
  const labelled = labels.map((found, i) => ({
    label: found[1] ?? '',
    start: start + found.index + found[0].length,
    end: start + (labels[i + 1]?.index ?? end - start),
  }))
  return [first, ...labelled]
}

function withoutOuterBracket(text: string): { start: number; end: number } {
  const whole = trimmedPiece(text, 0, text.length)
  if (whole === undefined) return { start: 0, end: 0 }
  const bracketed = matchBrackets(text).get(whole.start) === whole.end - 1
  return bracketed ? { start: whole.start + 1, end: whole.end - 1 } : whole
}

function leads(sectionLabel: string): boolean {
  return /牵头|主办|主责/.test(sectionLabel)
}

function isMarked(text: string, unit: Piece): boolean {
  return (
    leadMark.test(
      text
        .slice(Math.max(0, unit.start - 2), unit.start)
        .trimEnd()
        .slice(-1),
    ) || trailingMark.test(text.slice(unit.end, unit.end + 3))
  )
}

function leadCount(text: string, section: Section, units: readonly UnitPiece[], rule: LeadRule): number {
  if (rule === 'first-unit') return 1
  const comma = splitOutsideBrackets(text.slice(section.start, section.end), /[，,；;]/)[0]
  return comma === undefined ? 1 : units.filter((unit) => unit.start < section.start + comma.end).length
}

function unitsOf(text: string, start: number, end: number): UnitPiece[] {
  const section = text.slice(start, end)
  const listed = splitOutsideBrackets(section, /[、，,；;。/]/)
  const firstRemark = listed.findIndex((piece) => remark.test(piece.name.replace(/[〈（(].*$/s, '')))
  const { runs, persons } = takePersons(
    section,
    listed.slice(0, firstRemark === -1 ? listed.length : firstRemark).map((piece) => splitPiece(piece, /\s/)),
  )
  return joinGroups(section, runs)
    .flatMap((run) => joinBrokenNames(run))
    .flatMap((piece) => namedUnit(section, piece, persons) ?? [])
    .map(({ person, ...piece }) => {
      const shifted = { ...piece, start: piece.start + start, end: piece.end + start }
      if (person === undefined) return shifted
      return { ...shifted, person: { ...person, start: person.start + start, end: person.end + start } }
    })
}

/** 各区、县级市政府 is one unit although 、 stands in it. `runs` are lists of fragments with only blanks between them. */
function joinGroups(text: string, runs: readonly Piece[][]): Piece[][] {
  const joined: Piece[][] = []
  for (const run of runs) {
    const previous = joined.at(-1)
    const last = previous?.at(-1)
    const [first, ...rest] = run
    if (previous !== undefined && last !== undefined && first !== undefined && isGroup(text, last, first)) {
      previous.splice(
        -1,
        1,
        { name: text.slice(last.start, first.end), start: last.start, end: first.end },
        ...rest,
      )
    } else joined.push([...run])
  }
  return joined
}

function isGroup(text: string, open: Piece, end: Piece): boolean {
  return text.slice(open.end, end.start) === '、' && openGroup.test(open.name) && groupEnd.test(end.name)
}

/** The piece without list marks, closing words and persons; undefined when no name is left. */
function namedUnit(text: string, piece: Piece, persons: ReadonlyMap<number, Piece>): UnitPiece | undefined {
  const own = splitPerson(text, piece)
  const person = own?.person ?? persons.get(piece.end)
  const printed = text.slice(piece.start, own?.end ?? piece.end)
  const mark = listMark.exec(printed)?.[0].length ?? 0
  const others = (andOthers.exec(printed) ?? /[（(]?[*＊★☆▲△※●◆■][)）]?$/.exec(printed))?.[0].length ?? 0
  const start = piece.start + mark
  const end = piece.start + printed.length - others
  const name = text.slice(start, end).replaceAll(/\s|[，,、；;]?下同(?=[〉）)〕])/g, '')
  if (!/\p{L}/u.test(name)) return undefined
  const unit = { name: name.normalize('NFC'), start, end }
  return person === undefined ? unit : { ...unit, person }
}
