/** The sample read by hand, and a draft in the same form. */
import type { DraftName, DraftProgramme } from '../../src/domain/programme/draft.ts'
import type { ProgrammeTable } from '../../src/reports/programme-table.ts'
import byHand from '../documents/changzhou-2023.json' with { type: 'json' }

/** Title, projects, tasks and names, without the promises. */
export const sampleByHand: ProgrammeTable = {
  title: byHand.title,
  year: byHand.year,
  projects: byHand.projects.map(({ no, name, tasks }) => ({
    no,
    name,
    tasks: tasks.map((task) => ({
      no: task.no,
      text: task.text,
      leaders: task.leaders,
      leadUnits: task.leadUnits,
      cooperatingUnits: task.cooperatingUnits,
      deadline: null,
    })),
  })),
}

export function programmeOf(draft: DraftProgramme): ProgrammeTable {
  const names = (list: readonly DraftName[]): string[] => list.map(({ name }) => name)
  return {
    title: draft.title,
    year: draft.year ?? 0,
    projects: draft.projects.map(({ no, name, tasks }) => ({
      no,
      name,
      tasks: tasks.map((task) => ({
        no: task.no,
        text: task.text,
        leaders: names(task.leaders),
        leadUnits: names(task.leadUnits),
        cooperatingUnits: names(task.cooperatingUnits),
        deadline: task.deadline,
      })),
    })),
  }
}
