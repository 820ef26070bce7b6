/** Reads the numbers of one clause as promises. */
import type { TargetKind } from '../../domain/programme/target.ts'
import type { Frame } from './frame.ts'
import { countsPeople, cutPieces, keepTargets } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { wordPromise } from './promise-words.ts'
import type { PromiseWords } from './promise-words.ts'
import type { Quantity } from './quantities.ts'
import type { Memory, Pattern, Reading } from './reading.ts'
import { distantComparator, sharedComparator } from './target-comparator.ts'
import { unitOf } from './target-unit.ts'
import { readVerbPhrase } from './verb-phrase.ts'
import { createWordTable, findWord } from './word-table.ts'

const perHead = createWordTable(['每人', '每名', '每位', '每户', '每个家庭'])
const levels = new Set(['累计', '达到', '达'])
const givenToOne = new Set(['次', '剂次', '剂', '针次', '针'])

/** In order of place. Numbers found to be no target get their `why`. */
export function readNumbers(
  text: string,
  marks: Uint8Array,
  frame: Frame,
  quantities: readonly Quantity[],
  memory: Memory,
): Reading[] {
  const targets = keepTargets(text, marks, frame, quantities).filter(
    (target) => !dismissOwed(text, frame, target, quantities),
  )
  const pieces = cutPieces(text, marks, frame, targets)
  const shared = sharedComparator(text, pieces)
  const verbs = pieces.map((piece, index) =>
    index === 0 ? frame.verb : readVerbPhrase(text, piece.start, piece.end),
  )
  // A subject of several verbs belongs to none of their promises: 幼儿园|新增…、新增….
  const sharesSubject = frame.hasSubject && verbs.slice(1).some((verb) => verb !== null)
  return pieces.map((piece, index) => {
    const own = index === 0 && sharesSubject ? withoutSubject(piece, frame) : piece
    const words = wordPromise(text, frame, own, verbs[index] ?? null, index === 0, memory)
    const comparator = piece.quantity.comparator === 'eq' ? shared : piece.quantity.comparator
    return { ...toReading(text, frame, own, words), comparator: comparator ?? distantComparator(text, piece) }
  })
}

function withoutSubject(piece: Piece, { verb }: Frame): Piece {
  return verb === null || verb.start > piece.quantity.start ? piece : { ...piece, start: verb.start }
}

/** What one person gets when the persons are counted too (为5000人免费体检2次) is no target of its own. */
function dismissOwed(text: string, frame: Frame, target: Quantity, all: readonly Quantity[]): boolean {
  if (frame.preposition === '' || frame.verb === null || target.start < frame.verb.start) return false
  if (!givenToOne.has(target.unit ?? '') || target.scale > 0 || target.value.length > 2) return false
  const counted = all.some(
    (other) => other.why === null && other.end <= target.start && countsPeople(text, other),
  )
  if (counted) target.why = 'entitlement'
  return counted
}

function toReading(text: string, frame: Frame, piece: Piece, words: PromiseWords): Reading {
  const { quantity } = piece
  const entitlement = isEntitlement(text, frame, quantity)
  const unit = unitOf(text, frame, piece)
  const kind = entitlement ? 'entitlement' : kindOf(quantity)
  const doubts = [...words.doubts]
  if (quantity.unit === null) doubts.push('implied-unit')
  if (kind === 'quantity' && levels.has(quantity.before)) doubts.push('level-not-addition')
  return {
    kind,
    action: entitlement && words.free ? `免费${words.action}` : words.action,
    object: words.object,
    comparator: quantity.comparator,
    value: quantity.value,
    valueMax: quantity.valueMax,
    unit,
    unitClass: quantity.unitClass,
    start: piece.ordered ? quantity.start : piece.start,
    end: piece.ordered ? quantity.end : piece.end,
    pattern: entitlement ? 'entitlement' : patternOf(quantity, words.pattern, unit),
    doubts,
  }
}

function kindOf({ unitClass, unit }: Quantity): TargetKind {
  return unitClass === 'percent' || unitClass === 'points' || unit === '成' ? 'rate' : 'quantity'
}

function patternOf(quantity: Quantity, pattern: Pattern, unit: string | null): Pattern {
  if (pattern === 'ordered') return 'ordered'
  if (quantity.unit === null) return 'bare-number'
  if (quantity.chinese) return 'word-number'
  if (kindOf(quantity) === 'rate') return 'rate'
  if (unit?.includes('/') === true) return 'ratio'
  return quantity.unitClass === 'money' ? 'money' : pattern
}

/** 为适龄妇女免费提供1次检查: what each gets, and nobody is counted. */
function isEntitlement(text: string, frame: Frame, quantity: Quantity): boolean {
  const { verb, preposition } = frame
  if (verb === null || verb.end > quantity.start || quantity.scale > 0 || quantity.value.length > 2)
    return false
  const each = findWord(perHead, text, frame.start, quantity.start) >= 0
  if (quantity.unit !== '次' && !each) return false
  return (
    ['为', '对', '向', '给'].includes(preposition) &&
    (quantity.unitClass === 'event' || quantity.unitClass === 'thing')
  )
}
