/** The rules a document states once, and what they mean for one list of units. */
import type { DocumentRule, DraftName } from '../../domain/programme/draft.ts'
import type { Place } from '../../domain/programme/source.ts'
import { distinctNames, unitNameOf } from './draft-names.ts'
import { findRules, type StatedRule } from './find-rules.ts'
import { type LeadRule, splitResponsibleUnits, splitUnits, type UnitPiece } from './split-units.ts'

type Stated = DocumentRule & { readonly units: readonly DraftName[]; readonly onward: boolean }
export type NameLists = { readonly lead: readonly DraftName[]; readonly cooperating: readonly DraftName[] }

/** A rule about who leads holds in lists that name all units together. */
const leadRules = {
  'first-unit-leads': 'first-unit',
  'before-first-comma-leads': 'before-first-comma',
  'marked-unit-leads': 'first-unit', // where no unit is marked the first still leads
  'units-of-all': undefined,
} as const satisfies Record<DocumentRule['kind'], LeadRule | undefined>

export class AppliedRules {
  readonly #stated: readonly Stated[]

  /** `texts` are where rules may be stated, in reading order. */
  constructor(texts: Iterable<{ readonly text: string; readonly place: Place }>) {
    this.#stated = [...texts].flatMap(({ text, place }) =>
      findRules(text).map(({ kind, start, end, units, onward }): Stated => ({
        kind,
        text: text.slice(start, end),
        place: { ...place, start: place.start + start, end: place.start + end },
        units: units.map((unit) => unitNameOf(place, unit)),
        onward,
      })),
    )
  }

  get rules(): DocumentRule[] {
    return this.#stated.map(({ kind, text, place }) => ({ kind, text, place }))
  }

  /**
   * A list of units that may say itself who leads. Where it does not, a rule does; where none is stated either, the
   * first leads or all do. In a list of lead units ('all') a rule about places in the list changes nothing.
   */
  split(printed: string, place: Place, otherwise: 'all' | 'all-unless-ruled' | 'first'): NameLists {
    const stated = findRules(printed)
    const text = withoutRules(printed, stated)
    const named = (pieces: readonly UnitPiece[]): DraftName[] =>
      distinctNames(outside(stated, pieces).map((piece) => unitNameOf(place, piece)))
    const rule = otherwise === 'all' ? undefined : this.#ruleAt(place)
    const says = /(?:配合|协办|协同|参与)(?:单位|部门)?[：:]|[*＊★☆▲△※●◆■]/.test(text)
    if (otherwise !== 'first' && rule === undefined && !says)
      return { lead: named(splitUnits(text)), cooperating: [] }
    const { lead, cooperating } = splitResponsibleUnits(text, rule)
    return { lead: named(lead), cooperating: named(cooperating) }
  }

  /** The units that take part in a task by rule, besides those it names. */
  unitsOfAll(task: Place, named: readonly DraftName[]): DraftName[] {
    const own = new Set(named.map(({ name }) => name))
    const ruled = this.#stated.filter((rule) => rule.kind === 'units-of-all' && this.#holdsAt(rule, task))
    return distinctNames(ruled.flatMap(({ units }) => units)).filter(({ name }) => !own.has(name))
  }

  /** The last one stated before the place or within its own text; else the one that the notes below state. */
  #ruleAt(place: Place): LeadRule | undefined {
    const leading = this.#stated.filter(({ kind }) => leadRules[kind] !== undefined)
    const before = leading.findLast((rule) => this.#holdsAt({ ...rule, onward: true }, place))
    const chosen = before ?? leading.find(({ onward }) => !onward)
    return chosen === undefined ? undefined : leadRules[chosen.kind]
  }

  /** 以下, 下同: from there on. */
  #holdsAt({ onward, place }: Stated, at: Place): boolean {
    return !onward || compare(place, at) <= 0 || sameText(place, at)
  }
}

/** Names end where a rule begins, with the bracket it stands in; offsets stay. */
function withoutRules(text: string, rules: readonly StatedRule[]): string {
  return rules.reduce((left, { start, end }) => {
    const opened = /[（(〔【[]\s*$/.exec(left.slice(0, start))
    const closed = /^\s*[）)〕】\]]/.exec(left.slice(end))
    const from = opened !== null && closed !== null ? opened.index : start
    const to = opened !== null && closed !== null ? end + closed[0].length : end
    return left.slice(0, from) + '。'.repeat(to - from) + left.slice(to)
  }, text)
}

/** Brackets that are not closed as they were opened can still lead a name into a rule. */
function outside(rules: readonly StatedRule[], pieces: readonly UnitPiece[]): UnitPiece[] {
  return pieces.filter((piece) => rules.every(({ start, end }) => piece.end <= start || end <= piece.start))
}

function compare(a: Place, b: Place): number {
  return (
    a.block - b.block || (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0) || a.start - b.start
  )
}

function sameText(a: Place, b: Place): boolean {
  return a.block === b.block && a.row === b.row && a.column === b.column
}
