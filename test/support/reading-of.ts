/** A draft told in lines, for comparison with what a person read. */
import type { DraftName, DraftProgramme, DraftTask } from '../../src/domain/programme/draft.ts'

/** What a reader would have to see: heads, marks and numbers that were left out go without saying. */
const silent = new Set(['table-head', 'punctuation', 'numbering', 'heading', 'blank'])

/**
 * Title and year; a line a task (number, project, text, leaders, lead units, cooperating units, deadline, targets), its
 * milestones and results below it; rules, other tables, and what was left out.
 */
export function readingOf(draft: DraftProgramme): string[] {
  return [
    `${draft.title} ${draft.year ?? '—'}`,
    ...draft.projects.flatMap(({ name, tasks }) => tasks.flatMap((task) => linesOf(task, name))),
    ...draft.rules.map(({ kind, text }) => `规则 ${kind} ${text}`),
    ...draft.otherTables.map(({ label, tasks }) => `另表 ${label} ${tasks}`),
    ...draft.ignored.filter(({ why }) => !silent.has(why)).map(({ why, text }) => `略 ${why} ${text}`),
  ]
}

function linesOf(task: DraftTask, project: string): string[] {
  const targets = task.indicators.map(
    ({ value, valueMax, unit, object }) =>
      `${value ?? object}${valueMax === null ? '' : `—${valueMax}`}${value === null ? '' : (unit ?? '')}`,
  )
  const fields = [
    names(task.leaders),
    names(task.leadUnits),
    names(task.cooperatingUnits),
    task.deadline ?? '',
    targets.join(' '),
  ]
  return [
    `${task.no} ${project}｜${task.text}｜${fields.join('｜')}`,
    ...task.milestones.map(({ deadline, text }) => `  节点 ${deadline ?? '—'} ${text}`),
    ...task.reported.map(
      ({ period, text, inOrder, values }) =>
        `  结果 ${period}：${text}｜${values.map(({ indicator, value }) => `${indicator}=${value}`).join(' ')}｜${inOrder ?? ''}`,
    ),
  ]
}

function names(list: readonly DraftName[]): string {
  return list
    .map(
      ({ name, leader, person }) =>
        `${name}${leader === undefined ? '' : `→${leader}`}${person === undefined ? '' : `（${person.name}）`}`,
    )
    .join(' ')
}
