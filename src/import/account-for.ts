/** Where every character of a document went: complete when nothing is unaccounted for and nothing is claimed twice. */
import type { DraftProgramme } from '../domain/draft.ts'
import { isSeparator } from '../domain/separators.ts'
import type { Place, SourceDocument } from '../domain/source.ts'

export type Use =
  'title' | 'project' | 'task' | 'name' | 'deadline' | 'milestone' | 'result' | 'rule' | 'ignored'

export type Account = {
  /** Characters by use, blanks within included; separators are what stands between names. */
  readonly counts: Readonly<Record<Use | 'separator', number>>
  /** Stretches, other than blanks, that no part of the reading holds. */
  readonly unaccounted: readonly Place[]
  /** Stretches that two parts of the reading claim. A cell that several tasks share is claimed once. */
  readonly contested: readonly Place[]
}

type Claim = { readonly place: Place; readonly use: Use }
type Text = { readonly text: string; readonly place: Place }

const nothing: Account['counts'] = {
  title: 0,
  project: 0,
  task: 0,
  name: 0,
  deadline: 0,
  milestone: 0,
  result: 0,
  rule: 0,
  ignored: 0,
  separator: 0,
}

/** Accounts for all characters of `source` that are not blank. */
export function accountFor(source: SourceDocument, draft: DraftProgramme): Account {
  const claims = Map.groupBy(claimsOf(draft), (claim) => keyOf(claim.place))
  const counts = { ...nothing }
  const unaccounted: Place[] = []
  const contested: Place[] = []
  for (const { text, place } of textsOf(source)) {
    const own = distinct(outsideRules(claims.get(keyOf(place)) ?? []))
    const hasNames = own.some((claim) => claim.use === 'name')
    let taken = 0
    const closeGap = (end: number): void => {
      const gap = text.slice(taken, end)
      const letters = gap.trim().length
      if (letters === 0) return
      if (hasNames && isSeparator(gap)) counts.separator += letters
      else unaccounted.push({ ...place, ...trimmedRange(gap, taken) })
    }
    for (const claim of own) {
      if (claim.place.start < taken) contested.push(claim.place)
      closeGap(claim.place.start)
      counts[claim.use] += claim.place.end - claim.place.start
      taken = Math.max(taken, claim.place.end)
    }
    closeGap(text.length)
  }
  return { counts, unaccounted, contested }
}

function claimsOf(draft: DraftProgramme): Claim[] {
  const claims: Claim[] = draft.ignored.map(({ place }) => ({ place, use: 'ignored' }))
  const claim = (place: Place | null, use: Use): void => {
    if (place !== null && place.end > place.start) claims.push({ place, use })
  }
  claim(draft.titlePlace, 'title')
  for (const rule of draft.rules) claim(rule.place, 'rule')
  for (const project of draft.projects) {
    claim(project.noPlace, 'project')
    claim(project.place, 'project')
    for (const task of project.tasks) {
      claim(task.place, 'task')
      claim(task.deadlinePlace, 'deadline')
      for (const milestone of task.milestones) claim(milestone.place, 'milestone')
      for (const { place, inOrderPlace } of task.reported) {
        claim(place, 'result')
        claim(inOrderPlace, 'result')
      }
      for (const { place, person } of [...task.leaders, ...task.leadUnits, ...task.cooperatingUnits]) {
        claim(place, 'name')
        claim(person?.place ?? null, 'name')
      }
    }
  }
  return claims
}

/** A rule holds the names it is about. */
function outsideRules(claims: readonly Claim[]): Claim[] {
  const rules = claims.filter(({ use }) => use === 'rule').map(({ place }) => place)
  return claims.filter(
    ({ use, place }) =>
      use === 'rule' || !rules.some(({ start, end }) => start <= place.start && place.end <= end),
  )
}

/** In reading order, each stretch once for each use. */
function distinct(claims: readonly Claim[]): Claim[] {
  const byStretch = new Map(
    claims.map((claim) => [`${claim.place.start}–${claim.place.end} ${claim.use}`, claim]),
  )
  return [...byStretch.values()].toSorted((a, b) => a.place.start - b.place.start)
}

function textsOf(source: SourceDocument): Text[] {
  return source.blocks.flatMap((content, block): Text[] => {
    if (content.kind === 'paragraph') return [{ text: content.text, place: { block, start: 0, end: 0 } }]
    return content.cells.map(({ row, column, text }) => ({
      text,
      place: { block, row, column, start: 0, end: 0 },
    }))
  })
}

function keyOf({ block, row, column }: Place): string {
  return `${block}:${row ?? ''}:${column ?? ''}`
}

function trimmedRange(gap: string, offset: number): { start: number; end: number } {
  const start = offset + gap.length - gap.trimStart().length
  return { start, end: start + gap.trim().length }
}
