/** The programme read from a document in the form that tools outside the project rely on: extend it, never break it. */
import type {
  DraftIndicator,
  DraftName,
  DraftProgramme,
  DraftTask,
  NotTarget,
} from '../domain/programme/draft.ts'
import { getPlaceText } from '../domain/programme/source-offset.ts'
import type { SourceDocument } from '../domain/programme/source.ts'
import { ignoredSentence, notTargetSentence, ruleSentence, warningSentence } from './reading-sentences.ts'

/**
 * A place is {block, row?, column?, start, end}, all from 0: a stretch of a paragraph's or a cell's text. That text itself
 * is `in` the place of a warning.
 * `indicator` is the position of a promise in its task's list.
 */
export function programmeJson(draft: DraftProgramme, source: SourceDocument) {
  return {
    title: draft.title,
    year: draft.year,
    projects: draft.projects.map(({ no, name, tasks }) => ({ no, name, tasks: tasks.map(taskJson) })),
    rules: draft.rules.map(({ kind, text, place }) => ({ kind, text, means: ruleSentence(kind), place })),
    otherTables: draft.otherTables,
    ignored: draft.ignored.map(({ text, why, place }) => ({ text, why: ignoredSentence(why), place })),
    warnings: draft.warnings.map((warning) => ({
      code: warning.code,
      place: { ...warning.place, in: getPlaceText(source, warning.place) },
      message: warningSentence(warning),
    })),
  }
}

/** Values are JSON numbers, fully expanded; `start` and `end` UTF-16 offsets of `span` in `text`. */
export function indicatorJson(indicator: Omit<DraftIndicator, 'key' | 'origin'>, text: string) {
  const { kind, action, object, comparator, value, valueMax, unit, start, end, deadline, ledger } = indicator
  return {
    kind,
    action,
    object,
    comparator,
    value: value === null ? null : Number(value),
    valueMax: valueMax === null ? null : Number(valueMax),
    unit,
    span: text.slice(start, end),
    start,
    end,
    deadline,
    ledger,
    confidence: indicator.confidence,
  }
}

function taskJson(task: DraftTask) {
  return {
    no: task.no,
    text: task.text,
    leaders: task.leaders.map(nameOf),
    leadUnits: task.leadUnits.map(nameOf),
    cooperatingUnits: task.cooperatingUnits.map(nameOf),
    deadline: task.deadline,
    indicators: task.indicators.map((indicator) => indicatorJson(indicator, task.text)),
    notTargets: task.notTargets.map((notTarget) => notTargetJson(notTarget, task.text)),
    milestones: task.milestones.map(({ text, deadline }) => ({ text, deadline })),
    reported: task.reported.map(({ period, text, inOrder, values }) => ({
      period,
      text,
      inOrder,
      values: values.map(({ indicator, value }) => ({
        indicator: task.indicators.findIndex(({ key }) => key === indicator),
        value: Number(value),
      })),
    })),
  }
}

function notTargetJson({ start, end, why }: NotTarget, text: string) {
  return { span: text.slice(start, end), why: notTargetSentence(why) }
}

function nameOf({ name }: DraftName): string {
  return name
}
