/** Promises without a number: named deliverables (milestones), standing services, activities. */
import type { TargetKind } from '../../domain/target.ts'
import { beneficiaries, nounAfter } from './object-text.ts'
import type { Frame } from './frame.ts'
import type { Pattern, Reading } from './reading.ts'
import { verbEndings } from './verb-endings.ts'
import type { VerbPhrase } from './verb-phrase.ts'
import { createWordTable } from './word-table.ts'

const comparatives = createWordTable(['更加', '更高', '更好', '更多', '更优', '更为', '更'])
const programmes = createWordTable(verbEndings.programme)
const stages = createWordTable(verbEndings.stage)
const subjects = createWordTable(verbEndings.subject)

/** The promises of a clause in which no number is promised. `opens`: numbers or coverage follow in the same sentence. */
export function readUnnumbered(text: string, marks: Uint8Array, frame: Frame, opens: boolean): Reading[] {
  const { verb, start, end } = frame
  if (end - start < 5) return []
  if (stages.before(text, end) > 0)
    return [
      reading(
        'milestone',
        'milestone',
        stageWord(text, end),
        text.slice(start, end - stages.before(text, end)),
        frame,
        start,
        end,
      ),
    ]
  if (verb === null) return readState(text, frame)
  const object = objectOf(text, frame, verb)
  if (object === '' || comparatives.at(text, verb.end) > 0 || verb.group === 'aim' || verb.group === 'level')
    return []
  if (verb.group === 'provide') return [reading('service', 'service', verb.action, object, frame, start, end)]
  if (verb.group === 'finish') return readDeliverables(text, marks, frame, verb)
  if (verb.group === 'found')
    return [reading('milestone', 'milestone', verb.action, object, frame, start, end)]
  if (opens && verb.action === '实施' && programmes.before(text, end) > 0) return []
  if (frame.preposition !== '' && frame.preposition !== '对') return []
  return [reading('activity', 'activity', verb.action, object, frame, start, end)]
}

function objectOf(text: string, frame: Frame, verb: VerbPhrase): string {
  const noun = text.slice(verb.end, frame.end)
  if (frame.hasSubject) return text.slice(frame.start, verb.start) + noun
  if (frame.preposition === '') return noun
  return beneficiaries(text.slice(frame.served, verb.start)) + noun
}

/** 建成A、B、C: each named thing is a deliverable of its own. */
function readDeliverables(text: string, marks: Uint8Array, frame: Frame, verb: VerbPhrase): Reading[] {
  const found: Reading[] = []
  let start = frame.start
  let noun = verb.end
  for (let index = verb.end; index <= frame.end; index++) {
    const cut =
      index === frame.end || (text.charAt(index) === '、' && marks[index] === 0 && verb.action === '建成')
    if (!cut) continue
    const object = nounAfter(text, noun, index)
    if (object.length > 1)
      found.push(reading('milestone', 'milestone', verb.action, object, frame, start, index))
    start = index + 1
    noun = start
  }
  return found
}

/** “全市公立医院影像资料共享调阅”: no verb of promising, but a state that is to hold for everyone. */
function readState(text: string, frame: Frame): Reading[] {
  const { start, end } = frame
  if (subjects.at(text, start) === 0 || end - start < 10) return []
  return [reading('milestone', 'state', '实现', text.slice(start, end), frame, start, end)]
}

function stageWord(text: string, end: number): string {
  return text.slice(end - stages.before(text, end), end)
}

function reading(
  kind: TargetKind,
  pattern: Pattern,
  action: string,
  object: string,
  frame: Frame,
  start: number,
  end: number,
): Reading {
  return {
    kind,
    action,
    object,
    comparator: null,
    value: null,
    valueMax: null,
    unit: null,
    unitClass: null,
    verbGroup: frame.verb?.group ?? null,
    start,
    end,
    pattern,
    doubts: ['no-number'],
  }
}
