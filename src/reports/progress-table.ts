/** The programme's own table with what a frozen month says of each task. */
import { progressWords, promiseName } from '../domain/papers/promise-words.ts'
import type { MonthSnapshot } from '../domain/reporting/snapshot.ts'
import type { ProgrammeTable } from './programme-table.ts'

/** A snapshot knows names and no places: neighbours with the same names share a cell. */
export function progressTable({ programme, projects, indicators }: MonthSnapshot): ProgrammeTable {
  return {
    title: programme.title,
    year: programme.year,
    projects: projects.map(({ no, name, tasks }) => ({
      no,
      name,
      tasks: tasks.map((task) => ({
        no: task.no,
        text: task.text,
        leaders: task.leaders.map((leader) => leader.name),
        leadUnits: task.leadUnits,
        cooperatingUnits: task.cooperatingUnits,
        deadline: task.deadline,
        progress: indicators
          .filter(({ taskId }) => taskId === task.id)
          .map((indicator) => `${promiseName(indicator)}：${progressWords(indicator)}`)
          .join('；'),
      })),
    })),
  }
}
