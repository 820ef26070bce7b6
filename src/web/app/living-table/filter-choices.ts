/** What the filters offer: only what this programme names. */
import type { LivingProgramme } from '../../../contract/programmes.ts'

export type Choice = { readonly value: string; readonly label: string }
type FilterChoices = {
  readonly leaders: Choice[]
  readonly units: Choice[]
  readonly districts: Choice[]
}

/** Leaders and units in the order of the document, districts in that of the API. */
export function filterChoices(programme: LivingProgramme): FilterChoices {
  const tasks = programme.projects.flatMap((project) => project.tasks)
  return {
    leaders: distinct(
      tasks.flatMap((task) => task.leaders.map(({ postId, name }) => ({ value: postId, label: name }))),
    ),
    units: distinct(
      tasks.flatMap((task) =>
        [...task.leadUnits, ...task.cooperatingUnits].map(({ unitId, name }) => ({
          value: unitId,
          label: name,
        })),
      ),
    ),
    districts: programme.members.map(({ id, name }) => ({ value: id, label: name })),
  }
}

function distinct(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.toReversed().map((choice) => [choice.value, choice])).values()].toReversed()
}
