/** What two groups of task tables have in common, and what tells them apart: whether they are parts of one programme. */
import { isAboutOther } from './candidate.ts'
import type { ColumnRole } from './column-heads.ts'
import { isDistrict, withoutNumber } from './district-names.ts'
import { countedBy } from './project-number.ts'
import { findYear, titleWeight } from './recognise-title.ts'
import { headsOf, ownTitle, type TableGroup } from './table-groups.ts'
import { isToldAgain, type Told } from './what-tables-tell.ts'

/** Papers of these kinds stand beside a programme and are no part of it. */
const stages =
  /汇总|总表|[上去往]年|完成情况|进展|进度|通报|调整[前后]|修订|草案|征求意见|对照|[一二三四1-4]季度|[上下]半年|\d{1,2}月/g
export type Part = { readonly group: TableGroup; readonly told: Told }

/**
 * Never two years, two governments, two states of the same plan, or the same promises twice. What joins them is a
 * numbering that goes on, headings that are counted on, the same heads, or titles that differ by the field or the level.
 * `before` is the programme's last group, `toldBefore` what all of its groups tell.
 */
export function areParts(before: Part, after: Part, toldBefore: Pick<Told, 'names' | 'texts'>): boolean {
  const [a, b] = [before.group, after.group]
  if (!haveSameKindOfColumns(a, b) || areOtherPapers(a, b)) return false
  if (isToldAgain(after.told.texts, toldBefore.texts)) return false
  const { firstNo = 0 } = after.told
  if (firstNo > 1 && firstNo - 1 === before.told.lastNo) return true
  if (isToldAgain(after.told.names, toldBefore.names)) return false
  const titled = isTitled(a) && isTitled(b)
  if (titled) return areOneSeries(a.title.title, b.title.title)
  return areCountedOn(a, b) || haveSameHeads(a, b)
}

const kinds: readonly (readonly ColumnRole[])[] = [
  ['result', 'inOrder'],
  ['lead', 'responsible', 'cooperating'],
]

function haveSameKindOfColumns(a: TableGroup, b: TableGroup): boolean {
  const has = ({ tables: [first] }: TableGroup, roles: readonly ColumnRole[]): boolean =>
    roles.some((role) => (first?.columns[role] ?? []).length > 0)
  return kinds.every((roles) => has(a, roles) === has(b, roles))
}

function areOtherPapers(a: TableGroup, b: TableGroup): boolean {
  const [one, other] = [sayingsOf(a), sayingsOf(b)]
  if (isAboutOther(one) !== isAboutOther(other)) return true
  const years = [one, other].map(findYear)
  if (years[0] !== years[1] && years.every((year) => year !== undefined)) return true
  if (stagesIn(one) !== stagesIn(other)) return true
  if (isDistrict(a.label) || isDistrict(b.label)) return true
  if (weighsAsTitle(a) && weighsAsTitle(b) && promisesToPeople(a) !== promisesToPeople(b)) return true
  const issuers = [a, b].map(({ title }) => issuerOf(title.title))
  return issuers[0] !== issuers[1] && issuers.every((issuer) => issuer !== '')
}

function sayingsOf({ title, label, tables: [first] }: TableGroup): string {
  return [title.title, label, first?.table.sheet ?? ''].join(' ')
}

function stagesIn(text: string): string {
  return [...new Set(text.match(stages))].toSorted().join(' ')
}

/** 沧浪县 of 沧浪县2030年县级民生实事项目任务表: what stands before the year. */
function issuerOf(title: string): string {
  return (
    /^(?:附[件表]?\s*[\d一二三四五六七八九十]*\s*[：:]\s*)?(\p{Script=Han}{2,20}?)(?:人民政府)?(?=\d{4}年|[二〇○零一二三四五六七八九]{4}年)/u.exec(
      withoutNumber(title),
    )?.[1] ?? ''
  )
}

/** A title of its own, not a heading below one. */
export function isTitled(group: TableGroup): boolean {
  return weighsAsTitle(group) && countedBy(group.title.title) === null
}

function weighsAsTitle({ title }: TableGroup): boolean {
  return titleWeight(title.title) >= ownTitle
}

function promisesToPeople({ title }: TableGroup): boolean {
  return /民生|实事/.test(title.title)
}

/**
 * 县级民生实事项目任务表 and 镇级民生实事项目任务表: most of the shorter is the other's. …任务表（临川区） beside …任务表（市本级） is
 * a district's own.
 */
function areOneSeries(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  const start = commonStart(a, b)
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const own = [a, b].map((title) => title.slice(start, title.length - end).replaceAll(/[（()）]/g, ''))
  return (start + end) * 2 > shorter && !own.some(isDistrict)
}

export function commonStart(a: string, b: string): number {
  let start = 0
  while (start < Math.min(a.length, b.length) && a.charAt(start) === b.charAt(start)) start++
  return start
}

function haveSameHeads({ tables: [a] }: TableGroup, { tables: [b] }: TableGroup): boolean {
  return a !== undefined && b !== undefined && headsOf(a) === headsOf(b)
}

/** 一、… above the one and 二、… above the other. */
function areCountedOn(before: TableGroup, after: TableGroup): boolean {
  const number = numberAbove(before)
  return number !== undefined && numberAbove(after) === number + 1
}

function numberAbove({ above }: TableGroup): number | undefined {
  return above.map(({ text }) => countedBy(text)).findLast((number) => number !== null) ?? undefined
}
