/**
 * What stands behind a task about who does it and by when: （牵头单位：…；配合单位：…）, 责任单位：… on a line, （市教育局牵头，
 * 市财政局配合）.
 */
import { recogniseUnit } from '../directory/recognise-unit.ts'
import { matchBrackets } from './brackets.ts'
import { splitUnits } from './split-units.ts'

export type TailKind = 'leaders' | 'persons' | 'lead' | 'responsible' | 'cooperating' | 'deadline' | 'plan'
export type TailSection = { readonly kind: TailKind; readonly start: number; readonly end: number }
export type Tail = { readonly start: number; readonly end: number; readonly sections: readonly TailSection[] }

const labels: readonly (readonly [TailKind, string])[] = [
  ['leaders', '(?:牵头|分管|责任|包抓|包联|挂钩|联系|督办|主管|包保)?(?:[省市县区州]级?)?领导'],
  ['deadline', '(?:完成|办结|工作|落实)(?:时限|时间|期限)|时限要求|时间要求|时限'],
  ['plan', '(?:实施|工作|推进)计划|进度安排|时间安排|时间节点|序时进度|实施进度|工作进度|推进安排|阶段目标'],
  ['lead', '(?:牵头|主办|主责|第一责任)(?:责任)?(?:单位|部门|处室)(?:及(?:责任|负责)人)?'],
  ['cooperating', '(?:配合|协办|协同|协作|参与|参加)(?:责任)?(?:单位|部门|处室)'],
  ['responsible', '(?:责任|落实|承办|实施|负责)(?:单位|部门|主体|处室)(?:及(?:责任|负责)人)?'],
  ['persons', '(?:责任|负责|联系)人'],
]
const anyLabel = new RegExp(`(?:${labels.map(([, source]) => `(${source})`).join('|')})\\s*[：:]`, 'g')
const startsWithLabel = new RegExp(`^\\s*(?:${labels.map(([, source]) => source).join('|')})\\s*[：:]`)

/** Words behind names that say what they do: 市教育局牵头，市财政局、市发改委配合. */
const roles: readonly (readonly [TailKind, RegExp])[] = [
  ['lead', /(?:牵头|主办)(?:负责|落实|实施)?$/],
  ['cooperating', /(?:配合|协助|协办|参与)(?:落实|实施)?$/],
  ['responsible', /(?:分别|按职责分工|分工|共同)?(?:负责|落实|实施)$/],
]

/** In order; none reaches into another. */
export function findTails(text: string): Tail[] {
  const brackets = matchBrackets(text)
  const tails: Tail[] = []
  for (let at = 0; at < text.length; at++) {
    const close = brackets.get(at)
    if (close !== undefined && '（(〔[【［〈'.includes(text.charAt(at))) {
      const sections = sectionsInBracket(text, at + 1, close)
      if (sections.length > 0) tails.push({ start: at, end: close + 1, sections })
      at = close
    } else if (isLabelled(text, at)) {
      tails.push({
        start: at,
        end: text.trimEnd().length,
        sections: sectionsOf(text, at, text.trimEnd().length),
      })
      break
    }
  }
  return tails
}

/** A label outside brackets begins a tail at the start of a line or sentence. */
function isLabelled(text: string, at: number): boolean {
  if (!/[牵分责包挂联督主第配协参落承实负完办工时进推序阶领省市县区州]/.test(text.charAt(at))) return false
  if (at > 0 && !/[。；;\s）)〕】]/.test(text.charAt(at - 1))) return false
  return startsWithLabel.test(text.slice(at, at + 20))
}

function sectionsInBracket(text: string, start: number, end: number): TailSection[] {
  const content = text.slice(start, end)
  if (startsWithLabel.test(content)) return sectionsOf(text, start, end)
  return isAtEnd(text, end) ? unlabelled(content, start) : []
}

function sectionsOf(text: string, start: number, end: number): TailSection[] {
  const found = [...text.slice(start, end).matchAll(anyLabel)]
  return found.map((match, index): TailSection => {
    const kind = labels[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'responsible'
    const next = found[index + 1]?.index
    return {
      kind,
      start: start + match.index + match[0].length,
      end: next === undefined ? end : start + next,
    }
  })
}

function isAtEnd(text: string, close: number): boolean {
  return /^[。；;，,]?\s*(?:\n|$)/.test(text.slice(close + 1, close + 4))
}

/** Only where every name is a known unit: other brackets explain the sentence. */
function unlabelled(content: string, start: number): TailSection[] {
  if (content.length > 200) return []
  const sections: TailSection[] = []
  let open = 0
  for (const { 0: clause, index } of content.matchAll(/[^，,；;]+/g)) {
    const role = roles.find(([, pattern]) => pattern.test(clause))
    if (role === undefined) continue
    const end = index + (role[1].exec(clause)?.index ?? clause.length)
    sections.push({ kind: role[0], start: start + open, end: start + end })
    open = index + clause.length + 1
  }
  if (open < content.length) {
    const kind = sections.length === 0 ? 'responsible' : 'cooperating'
    sections.push({ kind, start: start + open, end: start + content.length })
  }
  const units = sections.flatMap((section) =>
    splitUnits(content.slice(section.start - start, section.end - start)),
  )
  return units.length > 0 && units.every(({ name }) => recogniseUnit(name) !== null) ? sections : []
}
