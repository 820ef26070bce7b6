/**
 * Corrections of a draft before adoption. They are appended, never applied in place: the present draft is the fold of
 * all corrections over what was read, the same in the browser and on the server.
 */
import { compareDecimals } from '../values/decimal.ts'
import {
  needsLook,
  type DraftIndicator,
  type DraftProgramme,
  type DraftTask,
  type NotTarget,
} from './draft.ts'
import { Problem } from '../problems/problem.ts'
import type { Target } from './target.ts'
import type { UnitChoice } from './unit.ts'

export type Correction =
  /** The reading is right as it is. */
  | { readonly type: 'confirm'; readonly indicator: string }
  /** Everything in a task that needs a look is right as it is. */
  | { readonly type: 'confirm-task'; readonly task: string }
  /** The target says something else. */
  | { readonly type: 'change-target'; readonly indicator: string; readonly target: Target }
  /** The stretch is no target. */
  | { readonly type: 'not-a-target'; readonly indicator: string }
  /** One reading is really two or more: the parts stand in place of it, with keys of their own. */
  | { readonly type: 'split'; readonly indicator: string; readonly parts: readonly SplitPart[] }
  /** Two readings of one task are really one; the first keeps its target. */
  | { readonly type: 'merge'; readonly indicator: string; readonly with: string }
  /** A stretch of the text that was not read as a target is one. */
  | {
      readonly type: 'add-target'
      readonly task: string
      readonly key: string
      readonly start: number
      readonly end: number
      readonly target: Target
    }
  /** What a printed unit name stands for, everywhere in the document. */
  | { readonly type: 'choose-unit'; readonly name: string; readonly choice: UnitChoice }
  /** Takes back the latest correction that has not been taken back. */
  | { readonly type: 'undo' }

export type SplitPart = {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly target: Target
}

export type ImportState = {
  readonly draft: DraftProgramme
  /** How many corrections are in force: what undo can still take back. */
  readonly depth: number
  /** By printed name; names without a choice take the proposal. */
  readonly unitChoices: Readonly<Record<string, UnitChoice>>
}

/** The state after all corrections, in order. Throws Problem 'correction.*' where one does not fit. */
export function foldCorrections(draft: DraftProgramme, corrections: readonly Correction[]): ImportState {
  let history: ImportState[] = [{ draft, unitChoices: {}, depth: 0 }]
  for (const correction of corrections) {
    const present = history[history.length - 1] as ImportState
    if (correction.type === 'undo') {
      if (history.length === 1) throw new Problem('correction.nothing-to-undo', {})
      history = history.slice(0, -1)
    } else {
      history = [...history, { ...applyCorrection(present, correction), depth: history.length }]
    }
  }
  return history[history.length - 1] as ImportState
}

function applyCorrection(state: ImportState, correction: Exclude<Correction, { type: 'undo' }>): ImportState {
  switch (correction.type) {
    case 'choose-unit':
      return { ...state, unitChoices: { ...state.unitChoices, [correction.name]: correction.choice } }
    case 'confirm-task':
      return inTask(
        state,
        findTask(state.draft, (task) => task.key === correction.task, correction.task),
        confirmTask,
      )
    case 'add-target':
      return inTask(
        state,
        findTask(state.draft, (task) => task.key === correction.task, correction.task),
        (task) => addTarget(task, correction),
      )
    default:
      return inTask(state, taskHolding(state.draft, correction.indicator), (task) =>
        correctIndicator(task, correction),
      )
  }
}

function confirmTask(task: DraftTask): DraftTask {
  return {
    ...task,
    indicators: task.indicators.map((indicator) => (needsLook(indicator) ? confirmed(indicator) : indicator)),
  }
}

function confirmed(indicator: DraftIndicator): DraftIndicator {
  return { ...indicator, doubts: [], origin: 'confirmed' }
}

type IndicatorCorrection = Extract<Correction, { readonly indicator: string }>

function correctIndicator(task: DraftTask, correction: IndicatorCorrection): DraftTask {
  const indicator = getIndicator(task, correction.indicator)
  switch (correction.type) {
    case 'confirm':
      return withIndicators(task, [indicator.key], [confirmed(indicator)])
    case 'change-target':
      return withIndicators(
        task,
        [indicator.key],
        [{ ...indicator, ...checkedTarget(correction.target), doubts: [], origin: 'corrected' }],
      )
    case 'not-a-target':
      return withNotTarget(withIndicators(task, [indicator.key], []), {
        start: indicator.start,
        end: indicator.end,
        why: 'dismissed',
      })
    case 'split':
      return withIndicators(task, [indicator.key], splitParts(task, indicator, correction.parts))
    case 'merge': {
      const other = getIndicator(task, correction.with)
      const merged: DraftIndicator = {
        ...indicator,
        start: Math.min(indicator.start, other.start),
        end: Math.max(indicator.end, other.end),
        doubts: [],
        origin: 'corrected',
      }
      return withIndicators(task, [indicator.key, other.key], [merged])
    }
    default:
      throw new TypeError(`unknown correction ${JSON.stringify(correction satisfies never)}`)
  }
}

function splitParts(
  task: DraftTask,
  indicator: DraftIndicator,
  parts: readonly SplitPart[],
): DraftIndicator[] {
  if (parts.length < 2) throw new Problem('correction.split-needs-parts', {})
  return parts.map((part) => {
    if (part.start < indicator.start || part.end > indicator.end)
      throw new Problem('correction.bad-span', { text: task.text.slice(part.start, part.end) })
    return newIndicator(task, part)
  })
}

function addTarget(task: DraftTask, added: SplitPart): DraftTask {
  const indicator = newIndicator(task, added)
  const clear = task.notTargets.filter((span) => span.end <= added.start || span.start >= added.end)
  return withIndicators({ ...task, notTargets: clear }, [], [indicator])
}

function newIndicator(task: DraftTask, part: SplitPart): DraftIndicator {
  if (part.start < 0 || part.end > task.text.length || part.start >= part.end) {
    throw new Problem('correction.bad-span', { text: task.text.slice(part.start, part.end) })
  }
  if (task.indicators.some((other) => other.key === part.key))
    throw new Problem('correction.key-taken', { key: part.key })
  return {
    ...checkedTarget(part.target),
    key: part.key,
    start: part.start,
    end: part.end,
    confidence: 1,
    doubts: [],
    origin: 'added',
  }
}

/** A target must be whole before it is promised: the same rules as the table's checks. */
function checkedTarget(target: Target): Target {
  if (target.object.trim() === '') throw new Problem('target.no-object', {})
  if ((target.value === null) !== (target.comparator === null))
    throw new Problem('target.value-without-comparator', {})
  if ((target.kind === 'quantity' || target.kind === 'rate') && target.value === null)
    throw new Problem('target.no-value', {})
  if ((target.comparator === 'range') !== (target.valueMax !== null))
    throw new Problem('target.range-ends', {})
  if (
    target.value !== null &&
    target.valueMax !== null &&
    compareDecimals(target.valueMax, target.value) < 0
  ) {
    throw new Problem('target.range-ends', {})
  }
  return target
}

function withIndicators(
  task: DraftTask,
  removed: readonly string[],
  put: readonly DraftIndicator[],
): DraftTask {
  const indicators = [...task.indicators.filter((indicator) => !removed.includes(indicator.key)), ...put]
  return { ...task, indicators: indicators.toSorted((a, b) => a.start - b.start || a.end - b.end) }
}

function withNotTarget(task: DraftTask, span: NotTarget): DraftTask {
  return { ...task, notTargets: [...task.notTargets, span].toSorted((a, b) => a.start - b.start) }
}

function inTask(state: ImportState, found: DraftTask, change: (task: DraftTask) => DraftTask): ImportState {
  const projects = state.draft.projects.map((project) => ({
    ...project,
    tasks: project.tasks.map((task) => (task.key === found.key ? change(task) : task)),
  }))
  return { ...state, draft: { ...state.draft, projects } }
}

function taskHolding(draft: DraftProgramme, indicatorKey: string): DraftTask {
  return findTask(
    draft,
    (task) => task.indicators.some((indicator) => indicator.key === indicatorKey),
    indicatorKey,
  )
}

function findTask(draft: DraftProgramme, fits: (task: DraftTask) => boolean, key: string): DraftTask {
  const task = draft.projects.flatMap((project) => project.tasks).find(fits)
  if (!task) throw new Problem('correction.not-found', { key })
  return task
}

function getIndicator(task: DraftTask, key: string): DraftIndicator {
  const indicator = task.indicators.find((candidate) => candidate.key === key)
  if (!indicator) throw new Problem('correction.not-found', { key })
  return indicator
}
