/** Sentences that state once, for the whole document or for all that follows, who leads and who takes part. */
import type { RuleKind } from '../../domain/programme/draft.ts'
import { recogniseUnit } from '../directory/recognise-unit.ts'
import type { Piece } from './piece.ts'
import { splitUnits } from './split-units.ts'

export type StatedRule = {
  readonly kind: RuleKind
  readonly start: number
  readonly end: number
  /** For units-of-all: who takes part, placed in the text. */
  readonly units: readonly Piece[]
  /** Whether it holds from here on and not before: 下同, 以下. */
  readonly onward: boolean
}

/** Only sentences that are about lists of units: 牵头 and a place in the list, or a unit that takes part everywhere. */
const kinds: readonly (readonly [RuleKind, RegExp])[] = [
  ['before-first-comma-leads', /第一个(逗号|“，”|“、”)?(以)?前.*(牵头|主办|责任)/],
  [
    'marked-unit-leads',
    /(?:[*＊★☆▲△※●◆■]|星号|三角)[”"’号]*(?:标[记注识示])?(?:的|者|为|是|表示|代表|标注|单位).{0,12}(?:牵头|主办|主责|第一责任)/,
  ],
  [
    'first-unit-leads',
    /(?:[列排]|位|放).{0,4}(?:第一|首位|首个|最前|前面|之首).{0,8}(?:牵头|主办|主责|第一责任)|(?:第一|首)(?:位|个|家|责任)?的?(?:单位|部门)?(?:的|为|是|系|即)(?:牵头|主办|主责|第一责任)/,
  ],
  [
    'units-of-all',
    /不再.{0,4}(?:列|标注)|(?:以[上下]|各项|所有|全部).*(?:均|都)|(?:均|都)(?:为|是|作为)(?:责任|配合|协办|协同|参与)/,
  ],
]

/** Names before 均 or 不再, or behind 均由: 各区政府均需落实; 以下任务均由市财政局配合; 以下均涉及各县区、功能区. */
const subjects: readonly RegExp[] = [
  /^(?:.{0,3}[：:])?(?:此外|另外|其中)?[，,]?(?:以上|以下|上述|下列)?(?:各项|所有|全部|有关)?(?:任务|工作|项目|事项|工程|实事)?[，,：:]?(?:涉及)?(?<who>[^，,]+?)的?[，,]?(?:均|都|不再)/d,
  /(?:均|都)(?:需要?|须|应|要)?(?:由|涉及)?(?<who>.+?)(?=负责|配合|落实|参与|抓好|组织|，|,|不再|$)/d,
]

/** Such sentences are short; a longer one is a paragraph without full stops. */
const longestSentence = 200

export function findRules(text: string): StatedRule[] {
  if (!/牵头|主办|主责|不再|均|都/.test(text)) return []
  return [...text.matchAll(/[^。；;\n]+/g)].flatMap(({ 0: sentence, index }) =>
    sentence.length > longestSentence
      ? []
      : statements(sentence).flatMap((statement) => {
          const start = index + statement.start
          return rulesOf(statement.text, start, text.charAt(start + statement.text.length))
        }),
  )
}

/** 加*的为牵头单位，各区均需落实，不再列出 states two rules: it is cut at the comma behind the first. */
function statements(sentence: string): { readonly start: number; readonly text: string }[] {
  const whole = [{ start: 0, text: sentence }]
  const found = kinds.flatMap(([kind, pattern]) => {
    const match = pattern.exec(sentence)
    return match === null ? [] : [{ kind, at: match.index, end: match.index + match[0].length }]
  })
  const [first] = found.toSorted((a, b) => a.at - b.at)
  if (first === undefined) return whole
  const comma = sentence.slice(first.end).search(/[，,]/)
  if (comma < 0) return whole
  const start = first.end + comma + 1
  const rest = sentence.slice(start)
  const goesOn = !kinds.some(([kind, pattern]) => kind !== first.kind && pattern.test(rest))
  return goesOn
    ? whole
    : [
        { start: 0, text: sentence.slice(0, start - 1) },
        { start, text: rest },
      ]
}

/** The clause that states it begins the rule: names may stand before it in the sentence, `stop` behind it. */
function rulesOf(sentence: string, sentenceStart: number, stop: string): StatedRule[] {
  const found = kinds
    .map(([kind, pattern]) => ({ kind, at: pattern.exec(sentence)?.index }))
    .find(({ at }) => at !== undefined)
  if (found?.at === undefined) return []
  const clauses = clausesUpTo(sentence, found.at).map((clause) => ({
    ...clause,
    units: unitsOf(clause.text),
  }))
  const stated = found.kind === 'units-of-all' ? clauses.find(({ units }) => units.length > 0) : clauses[0]
  if (stated === undefined) return []
  const { text } = stated
  const units = found.kind === 'units-of-all' ? stated.units : []
  const start = sentenceStart + stated.start
  return [
    {
      kind: found.kind,
      start,
      end: start + text.length + (sentence.trimEnd().endsWith(text) && stop === '。' ? 1 : 0),
      units: units.map((unit) => ({ ...unit, start: unit.start + start, end: unit.end + start })),
      onward: /以下|下同|下列/.test(text),
    },
  ]
}

/** The sentence from the comma before `at` on, then from the one before that: 各区均需落实，不再列出 begins at 各区. */
function clausesUpTo(sentence: string, at: number): { start: number; text: string }[] {
  const starts = [0, ...[...sentence.slice(0, at).matchAll(/[，,]/g)].map(({ index }) => index + 1)]
  return starts.toReversed().map((from) => {
    const clause = sentence.slice(from).trimEnd()
    const text = clause.replace(closes(clause) ? /[）)〕】\]]+$/ : /$/, '').trimStart()
    return { start: from + clause.indexOf(text), text }
  })
}

/** Its last bracket was opened before it. */
function closes(clause: string): boolean {
  return (clause.match(/[（(〔【[]/g) ?? []).length < (clause.match(/[）)〕】\]]/g) ?? []).length
}

/** Only what is known to be units: 各项任务均需按期完成 names nobody. */
function unitsOf(sentence: string): Piece[] {
  for (const subject of subjects) {
    const [start, end] = subject.exec(sentence)?.indices?.groups?.['who'] ?? [0, 0]
    const units = splitUnits(sentence.slice(start, end))
    if (units.length > 0 && units.every(({ name }) => recogniseUnit(name) !== null))
      return units.map((unit) => ({ ...unit, start: unit.start + start, end: unit.end + start }))
  }
  return []
}
