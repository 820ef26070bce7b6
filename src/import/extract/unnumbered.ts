/** Promises without a number: named deliverables (milestones), standing services, activities. */
import { readTime } from './deadlines.ts'
import { beneficiaries, nounAfter } from './object-text.ts'
import type { Frame } from './frame.ts'
import type { Reading } from './reading.ts'
import { verbEndings } from './verb-endings.ts'
import type { VerbPhrase } from './verb-phrase.ts'
import { createWordTable } from './word-table.ts'

/** Shorter clauses are connecting words; shorter states are mostly fragments of the clause before. */
const shortest = 5
const shortestState = 10
const comparatives = createWordTable(['更加', '更高', '更好', '更多', '更优', '更为', '更'])
const programmes = createWordTable(verbEndings.programme)
const stages = createWordTable(verbEndings.stage)
const subjects = createWordTable(verbEndings.subject)
/** 利用边角地建设停车场: where, of what is built there. */
const places = new Set(['利用', '在'])

/**
 * The promises of a clause in which no number is promised. `opens`: more clauses follow in the same
 * sentence. `before` is the promise before it there: a further stage (8号线全线贯通，年底前开通试运营) is of the same thing.
 */
export function readUnnumbered(
  text: string,
  marks: Uint8Array,
  frame: Frame,
  opens: boolean,
  before: Reading | undefined,
): Reading[] {
  const { verb, start, end } = frame
  const stage = stages.before(text, end)
  // 实现全线贯通 has no subject but a verb.
  const isVerb = verb?.start === start && verb.end >= end - stage && !frame.hasSubject
  const subject = isVerb ? '' : subjectOf(text.slice(start, end - stage))
  const staged = stage === 0 ? '' : subject === '' && before?.kind === 'milestone' ? before.object : subject
  if (staged !== '' && (subject === '' || end - start >= shortest))
    return [reading('milestone', text.slice(end - stage, end), staged, start, end)]
  if (end - start < shortest) return []
  if (verb === null) return readState(text, frame)
  const object = objectOf(text, frame, verb)
  const isAim = verb.group === 'aim' || verb.group === 'level' || comparatives.at(text, verb.end) > 0
  if (object === '' || isAim) return []
  if (verb.group === 'finish') return readDeliverables(text, marks, frame, verb)
  if (verb.group === 'provide') return [reading('service', verb.action, object, start, end)]
  if (verb.group === 'found') return [reading('milestone', verb.action, object, start, end)]
  const isHeading = opens && verb.action === '实施' && programmes.before(text, end) > 0
  const builtThere = verb.group === 'build' && places.has(frame.preposition)
  const isCircumstance = frame.preposition !== '' && frame.preposition !== '对' && !builtThere
  return isHeading || isCircumstance ? [] : [reading('activity', verb.action, object, start, end)]
}

function objectOf(text: string, frame: Frame, verb: VerbPhrase): string {
  const noun = text.slice(verb.end, frame.end)
  if (frame.hasSubject) return subjectOf(text.slice(frame.start, verb.start)) + noun
  if (frame.preposition === '' || places.has(frame.preposition)) return noun
  return beneficiaries(text.slice(frame.served, verb.start)) + noun
}

/** 新院区9月底前|投入运营: what it is, without by when and how. */
function subjectOf(words: string): string {
  const plain = words.replace(/(?:实现|基本|全面|全线)+$/, '')
  for (let index = 1; index < plain.length; index++)
    if (readTime(plain, index, null)?.end === plain.length) return plain.slice(0, index)
  return plain
}

/** 建成A、B、C: each named thing is a deliverable of its own; other verbs of finishing keep their list. */
function readDeliverables(text: string, marks: Uint8Array, frame: Frame, verb: VerbPhrase): Reading[] {
  const found: Reading[] = []
  let start = frame.start
  let noun = verb.end
  for (let index = verb.end; index <= frame.end; index++) {
    const cut = text.charAt(index) === '、' && marks[index] === 0 && verb.action === '建成'
    if (index < frame.end && !cut) continue
    const object = nounAfter(text, noun, index)
    if (object.length > 1) found.push(reading('milestone', verb.action, object, start, index))
    start = index + 1
    noun = start
  }
  return found
}

/** “全市公立医院影像资料共享调阅”: no verb of promising, but a state that is to hold for everyone. */
function readState(text: string, { start, end }: Frame): Reading[] {
  if (subjects.at(text, start) === 0 || end - start < shortestState) return []
  return [{ ...reading('milestone', '实现', text.slice(start, end), start, end), pattern: 'state' }]
}

type Unnumbered = 'milestone' | 'service' | 'activity'

function reading(kind: Unnumbered, action: string, object: string, start: number, end: number): Reading {
  const none = { comparator: null, value: null, valueMax: null, unit: null, unitClass: null }
  return { kind, action, object, ...none, start, end, pattern: kind, doubts: ['no-number'] }
}
