/** Numbers the projects as the document does, or in order where its numbers are missing or count something else. */
import type { ReadingWarning } from '../../domain/programme/draft.ts'
import type { Place } from '../../domain/programme/source.ts'

export type UnnumberedProject<Task> = {
  readonly name: string
  readonly place: Place
  /** The numbers beside it; different ones when the document numbers its tasks. */
  readonly numbers: readonly { readonly value: number; readonly place: Place }[]
  readonly tasks: readonly Task[]
}

export type NumberedProject<Task> = {
  readonly no: number
  readonly noPlace: Place | null
  readonly name: string
  readonly place: Place
  readonly tasks: readonly Task[]
}

/** Projects without a task are headings and are left out. */
export function numberProjects<Task>(rows: readonly UnnumberedProject<Task>[]): NumberedProject<Task>[] {
  const projects = rows.filter((project) => project.tasks.length > 0)
  const numbersAreTasks = projects.some(({ numbers }) => new Set(numbers.map(({ value }) => value)).size > 1)
  const taken = new Set<number>()
  let highest = 0
  return projects.map(({ name, place, numbers, tasks }) => {
    const printed = numbersAreTasks ? undefined : numbers[0]
    const usable = printed !== undefined && !taken.has(printed.value)
    const no = usable ? printed.value : highest + 1
    taken.add(no)
    highest = Math.max(highest, no)
    return { no, noPlace: usable ? printed.place : null, name, place, tasks }
  })
}

/** Where the numbers jump: a project may have been overlooked, by the document or by its reader. */
export function numberingGaps(projects: readonly NumberedProject<unknown>[]): ReadingWarning[] {
  return projects.flatMap(({ no, place, noPlace }, index): ReadingWarning[] => {
    const before = projects[index - 1]?.no ?? 0
    if (no === before + 1) return []
    return [
      { code: 'numbering-gap', place: noPlace ?? place, details: { no: String(no), before: String(before) } },
    ]
  })
}
