/** The names and times of a tail behind a task, or of a heading that names them for what follows. */
import type { DraftName, DraftTask } from '../../domain/programme/draft.ts'
import type { Place } from '../../domain/programme/source.ts'
import type { AppliedRules } from './applied-rules.ts'
import { distinctNames, nameOf } from './draft-names.ts'
import type { Tail, TailKind } from './find-tails.ts'
import { trimmedPiece } from './piece.ts'
import { readDeadline } from './read-deadline.ts'
import { readMilestones } from './read-milestones.ts'
import { splitLeaders } from './split-leaders.ts'

export type TailNames = Pick<
  DraftTask,
  'leaders' | 'leadUnits' | 'cooperatingUnits' | 'deadline' | 'deadlinePlace' | 'milestones'
>

export const noNames: TailNames = {
  leaders: [],
  leadUnits: [],
  cooperatingUnits: [],
  deadline: null,
  deadlinePlace: null,
  milestones: [],
}

/**
 * `kinds` are all that is named for the task, in this tail and beside it: 责任单位 beside 牵头单位 are not the lead.
 * `at` is the text that the tail is in; its `start` is where that text begins.
 */
export function readTail(
  text: string,
  at: Place,
  tail: Tail,
  kinds: ReadonlySet<TailKind>,
  rules: AppliedRules,
  year: number | null,
): TailNames {
  const names = noNamesYet()
  for (const { kind, start, end } of tail.sections) {
    const piece = text.slice(start, end)
    const place = { ...at, start: at.start + start }
    if (kind === 'leaders')
      names.leaders.push(...splitLeaders(endless(piece)).map((one) => nameOf(place, one)))
    else if (kind === 'persons')
      names.persons.push(...splitLeaders(endless(piece)).map((one) => nameOf(place, one)))
    else if (kind === 'plan') names.milestones.push(...milestonesIn(piece, place, year))
    else if (kind === 'deadline') readTime(names, piece, place, year)
    else {
      const otherwise = kind === 'responsible' && !kinds.has('cooperating') ? 'first' : 'all-unless-ruled'
      const lists = rules.split(piece, place, kind === 'lead' ? 'all' : otherwise)
      const supports = kind === 'cooperating' || (kind === 'responsible' && kinds.has('lead'))
      if (supports) names.cooperatingUnits.push(...lists.lead, ...lists.cooperating)
      else {
        names.leadUnits.push(...lists.lead)
        names.cooperatingUnits.push(...lists.cooperating)
      }
    }
  }
  const { persons, ...found } = names
  return {
    ...found,
    leaders: distinctNames(found.leaders.length > 0 ? found.leaders : persons),
    leadUnits: distinctNames(found.leadUnits),
    cooperatingUnits: distinctNames(found.cooperatingUnits),
  }
}

/** What the nearer statement does not say the farther one does. */
export function orElse(near: TailNames, far: TailNames): TailNames {
  const named = near.leadUnits.length + near.cooperatingUnits.length > 0
  return {
    leaders: near.leaders.length > 0 ? near.leaders : far.leaders,
    leadUnits: near.leadUnits.length > 0 ? near.leadUnits : far.leadUnits,
    cooperatingUnits: named ? near.cooperatingUnits : far.cooperatingUnits,
    deadline: near.deadline ?? far.deadline,
    deadlinePlace: near.deadline === null ? far.deadlinePlace : near.deadlinePlace,
    milestones: near.milestones.length > 0 ? near.milestones : far.milestones,
  }
}

type Open = {
  -readonly [K in keyof TailNames]: TailNames[K] extends readonly (infer Item)[] ? Item[] : TailNames[K]
} & {
  persons: DraftName[]
}

function noNamesYet(): Open {
  return { ...noNames, leaders: [], leadUnits: [], cooperatingUnits: [], milestones: [], persons: [] }
}

function readTime(names: Open, piece: string, place: Place, year: number | null): void {
  const stated = trimmedPiece(piece, 0, endless(piece).length)
  const deadline = stated === undefined ? null : readDeadline(stated.name, year)
  if (stated === undefined) return
  if (deadline === null) names.milestones.push(...milestonesIn(piece, place, year))
  else {
    names.deadline = deadline
    names.deadlinePlace = { ...place, start: place.start + stated.start, end: place.start + stated.end }
  }
}

function milestonesIn(piece: string, place: Place, year: number | null): DraftTask['milestones'] {
  return readMilestones(piece, place, year, '').map((milestone) => ({
    ...milestone,
    place: {
      ...milestone.place,
      start: place.start + milestone.place.start,
      end: place.start + milestone.place.end,
    },
  }))
}

/** Without the punctuation that ends a section; blanks stay so that offsets do. */
function endless(piece: string): string {
  return piece.replace(/[\s。；;，,、]+$/, '')
}
