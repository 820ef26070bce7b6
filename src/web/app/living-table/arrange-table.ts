/** Found tasks as the tables of a view: whole, or one table under each leader or lead unit. */
import { cellKey, mergedRowSpans } from '../../../domain/values/merged-cells.ts'
import type { FoundTask, ProjectRow } from './filter-programme.ts'
import type { TableView } from './table-search.ts'

type TableRow = FoundTask & {
  /** Rows each cell spans; 0 where the cell above reaches down. */
  readonly spans: { readonly leaders: number; readonly leadUnits: number; readonly cooperatingUnits: number }
}

export type TableProject = { readonly project: ProjectRow; readonly rows: readonly TableRow[] }

export type TableGroup = {
  readonly key: string
  /** Null for the whole table. */
  readonly heading: string | null
  readonly projects: readonly TableProject[]
  readonly tasks: number
  readonly promises: number
}

export function arrangeTable(found: readonly FoundTask[], view: TableView): TableGroup[] {
  if (view === 'project') return [group('all', null, found)]
  const byDuty = new Map<string, { name: string; tasks: FoundTask[] }>()
  for (const each of found) {
    for (const { key, name } of dutiesOf(each, view)) {
      const entry = byDuty.get(key) ?? { name, tasks: [] }
      entry.tasks.push(each)
      byDuty.set(key, entry)
    }
  }
  return [...byDuty].map(([key, { name, tasks }]) => group(key, name, tasks))
}

function dutiesOf({ task }: FoundTask, view: 'leader' | 'unit'): { key: string; name: string }[] {
  return view === 'leader'
    ? task.leaders.map(({ postId, name }) => ({ key: postId, name }))
    : task.leadUnits.map(({ unitId, name }) => ({ key: unitId, name }))
}

function group(key: string, heading: string | null, found: readonly FoundTask[]): TableGroup {
  const projects = [...new Set(found.map(({ project }) => project))].map((project) => ({
    project,
    rows: withSpans(found.filter((each) => each.project === project)),
  }))
  const promises = found.reduce((sum, each) => sum + each.promises.length, 0)
  return { key, heading, projects, tasks: found.length, promises }
}

/** Merged as on the paper: where the names of neighbouring tasks are printed in one cell. */
function withSpans(found: readonly FoundTask[]): TableRow[] {
  const leaders = mergedRowSpans(found, ({ task }) => cellKey(task.leaders))
  const leadUnits = mergedRowSpans(found, ({ task }) => cellKey(task.leadUnits))
  const cooperatingUnits = mergedRowSpans(found, ({ task }) => cellKey(task.cooperatingUnits))
  return found.map((each, i) => ({
    ...each,
    spans: {
      leaders: leaders[i] ?? 1,
      leadUnits: leadUnits[i] ?? 1,
      cooperatingUnits: cooperatingUnits[i] ?? 1,
    },
  }))
}
