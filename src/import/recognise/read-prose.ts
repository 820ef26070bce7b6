/**
 * A programme in sentences: numbered headings are projects, the lines below them tasks, units in brackets behind a task,
 * on a line below it, or at a heading for all that follows.
 */
import { recogniseUnit } from '../directory/recognise-unit.ts'
import type { Place } from '../../domain/programme/source.ts'
import type { AppliedRules } from './applied-rules.ts'
import type { Tail, TailKind } from './find-tails.ts'
import { findRules } from './find-rules.ts'
import { labelOf } from './label-of.ts'
import { isHeadingLine, lineText, placeOnLine, type ProseLine } from './prose-lines.ts'
import { noNames, orElse, readTail, type TailNames } from './read-tail.ts'

export type ProseTask = { readonly text: string; readonly place: Place; names: TailNames }
export type ProseProject = {
  readonly name: string
  readonly place: Place
  readonly numbers: readonly { readonly value: number; readonly place: Place }[]
  readonly tasks: ProseTask[]
}

type Scope = {
  readonly level: number
  names: TailNames
  /** Undefined for chapters such as 重点任务, which hold projects. */
  readonly project: ProseProject | undefined
  /** What stands in such a chapter is no promise: 保障措施. */
  readonly aside: boolean
}

const chapter =
  /^(?:一|二)?(?:(?:重点|主要|具体|工作|目标|年度|全年|民生|实事|\d{4}年|任务|内容|项目|清单|事项|措施|举措|安排|分工|分解|及|和|与|责任|的)+)$/
const asideChapter =
  /总体要求|指导思想|基本原则|工作原则|总体目标|保障措施|组织(?:领导|实施|保障|推进)|工作要求|有关要求|相关要求|工作机制|实施步骤|附则|督促检查|督查考核|考核评价/

/** Without numbers a line can still head the next ones. */
const unnumberedLevel = 9

export class ProseReader {
  readonly projects: ProseProject[] = []
  readonly #rules: AppliedRules
  readonly #year: number | null
  #scopes: Scope[] = []
  /** Tasks that a line of units below them is still to name units for. */
  #pending: ProseTask[] = []
  #unitLines: { line: ProseLine; tail: Tail }[] = []

  constructor(rules: AppliedRules, year: number | null) {
    this.#rules = rules
    this.#year = year
  }

  /** `titleBlock` is left out. */
  read(lines: readonly ProseLine[], titleBlock: number | undefined): void {
    const numbered = lines.some(({ level }) => level > 0)
    lines.forEach((line, index) => {
      if (line.block === titleBlock) return
      if (line.isAnnex) this.#close(0)
      else if (line.parts.length === 0) for (const tail of line.leading) this.#unitLines.push({ line, tail })
      else this.#readText(line, nextText(lines, index), numbered)
    })
    this.#settleUnitLines()
  }

  #readText(line: ProseLine, next: ProseLine | undefined, numbered: boolean): void {
    this.#settleUnitLines()
    if (isAboutThePaper(line)) return
    const level = line.level > 0 ? line.level : numbered ? 0 : unnumberedLevel
    const heads = isHeadingLine(line) && headsNext(line, next, numbered)
    if (level > 0 && (line.level > 0 || heads)) this.#close(level)
    if (heads && level > 0) this.#openHeading(line, level)
    else if (line.level > 0) this.#readItem(line, next)
    else this.#addTasks(line, line.numberEnd, this.#project())
  }

  /** Ends the scopes of that level and below. */
  #close(level: number): void {
    this.#scopes = this.#scopes.filter((scope) => scope.level < level)
    this.#pending = []
  }

  #openHeading(line: ProseLine, level: number): void {
    const [part] = line.parts
    const end = line.numberEnd + line.text.slice(line.numberEnd, part?.end).replace(/[：:。\s]+$/, '').length
    const name = lineText(line, line.numberEnd, end)
    const project = chapter.test(name) ? undefined : projectOn(line, name, line.numberEnd, end)
    const names = this.#namesOf(line, part?.tails ?? [])
    this.#scopes.push({ level, names, project, aside: asideChapter.test(name) })
  }

  /** A numbered line with sentences: a task of the project above it, or a project of its own where there is none. */
  #readItem(line: ProseLine, next: ProseLine | undefined): void {
    const above = this.#project()
    const holds = next !== undefined && next.level > line.level
    const hasName = line.nameEnd > line.numberEnd
    if (above !== undefined && !(holds && hasName)) return this.#addTasks(line, line.numberEnd, above)
    const name = hasName
      ? line.text.slice(line.numberEnd, line.nameEnd).replace(/[：:。]$/, '')
      : labelOf(line.text)
    const end = hasName ? line.numberEnd + name.length : line.numberEnd
    const project = projectOn(line, name.normalize('NFC'), line.numberEnd, end)
    this.#scopes.push({ level: line.level, names: noNames, project, aside: false })
    this.#addTasks(line, hasName ? line.nameEnd : line.numberEnd, project)
  }

  #addTasks(line: ProseLine, from: number, project: ProseProject | undefined): void {
    if (project === undefined || this.#scopes.some(({ aside }) => aside)) return
    if (project.tasks.length === 0 && !this.projects.includes(project)) this.projects.push(project)
    line.parts.forEach(({ start, end, tails }, index) => {
      const first = index === 0 ? Math.max(start, from) : start
      const at = first + (/^\s*/.exec(line.text.slice(first, end))?.[0].length ?? 0)
      if (at >= end) return
      const names = orElse(this.#namesOf(line, tails), this.#inherited())
      const task = { text: lineText(line, at, end), place: placeOnLine(line, at, end), names }
      project.tasks.push(task)
      if (tails.length === 0) this.#pending.push(task)
      else this.#pending = []
    })
  }

  /** Lines of units name them for the tasks above that have none; right below a heading, for all that follows. */
  #settleUnitLines(): void {
    if (this.#unitLines.length === 0) return
    const kinds = new Set(this.#unitLines.flatMap(({ tail }) => tail.sections.map(({ kind }) => kind)))
    const names = this.#unitLines.map(({ line, tail }) => this.#tailOf(line, tail, kinds)).reduce(joinNames)
    this.#unitLines = []
    const scope = this.#scopes.at(-1)
    if (this.#pending.length > 0) for (const task of this.#pending) task.names = orElse(names, task.names)
    else if (scope !== undefined && (scope.project?.tasks.length ?? 0) === 0)
      scope.names = orElse(names, scope.names)
    this.#pending = []
  }

  #namesOf(line: ProseLine, tails: readonly Tail[]): TailNames {
    const kinds = new Set(tails.flatMap((tail) => tail.sections.map(({ kind }) => kind)))
    return tails.map((tail) => this.#tailOf(line, tail, kinds)).reduce(joinNames, noNames)
  }

  #tailOf(line: ProseLine, tail: Tail, kinds: ReadonlySet<TailKind>): TailNames {
    return readTail(line.text, placeOnLine(line, 0, 0), tail, kinds, this.#rules, this.#year)
  }

  #inherited(): TailNames {
    return this.#scopes.reduceRight((near, scope) => orElse(near, scope.names), noNames)
  }

  #project(): ProseProject | undefined {
    return this.#scopes.findLast(({ project }) => project !== undefined)?.project
  }
}

function projectOn(line: ProseLine, name: string, start: number, end: number): ProseProject {
  const numbers = line.no === null ? [] : [{ value: line.no, place: placeOnLine(line, 0, line.numberEnd) }]
  return { name, place: placeOnLine(line, start, end), numbers, tasks: [] }
}

/** The next line that is more than names. */
function nextText(lines: readonly ProseLine[], index: number): ProseLine | undefined {
  let next = index + 1
  while (lines[next]?.parts.length === 0) next++
  return lines[next]
}

/** Something stands below it that is not its equal. */
function headsNext(line: ProseLine, next: ProseLine | undefined, numbered: boolean): boolean {
  if (next === undefined || next.isAnnex) return false
  if (numbered) return next.level === 0 || next.level > line.level
  return !isHeadingLine(next)
}

/** Notes, who signed, rules for all tasks: no promise. */
function isAboutThePaper({ text, level }: ProseLine): boolean {
  if (/^[（(]?(?:注|备注|说明)\s*[\d：:]|^附\s*[件表]\s*[\d：:]/.test(text)) return true
  if (level > 0) return false
  return findRules(text).length > 0 || (text.length <= 30 && recogniseUnit(text) !== null)
}

function joinNames(a: TailNames, b: TailNames): TailNames {
  return {
    leaders: [...a.leaders, ...b.leaders],
    leadUnits: [...a.leadUnits, ...b.leadUnits],
    cooperatingUnits: [...a.cooperatingUnits, ...b.cooperatingUnits],
    deadline: a.deadline ?? b.deadline,
    deadlinePlace: a.deadlinePlace ?? b.deadlinePlace,
    milestones: [...a.milestones, ...b.milestones],
  }
}
