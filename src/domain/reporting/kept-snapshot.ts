/**
 * Snapshots as they lie in the database, of any version: `/1` has no lights, `/2` no tables. Their characters stay as they
 * are; read here, an older one says what it can, its tasks made from its promises.
 */
import { defaultLightRules } from '../light/light-rules.ts'
import type { ProjectId, TaskId } from '../values/ids.ts'
import type { MonthSnapshot, SnapshotCell, SnapshotIndicator } from './snapshot.ts'

type NewInThree = 'colours' | 'before' | 'projects'
type OldCell = Omit<SnapshotCell, 'before'>
type OldIndicator = Omit<SnapshotIndicator, 'cells' | 'taskId'> & { readonly cells: readonly OldCell[] }
type OldSnapshot = Omit<MonthSnapshot, 'format' | 'lights' | 'indicators' | NewInThree> & {
  readonly format: 'jiannuo.month/1' | 'jiannuo.month/2'
  readonly lights?: MonthSnapshot['lights']
  readonly indicators: readonly OldIndicator[]
}

export type KeptSnapshot = MonthSnapshot | OldSnapshot

/** `text` is what `month_freeze` keeps. */
export function readSnapshot(text: string): MonthSnapshot {
  return asNewest(JSON.parse(text) as KeptSnapshot)
}

export function asNewest(kept: KeptSnapshot): MonthSnapshot {
  if (kept.format === 'jiannuo.month/3') return kept
  const indicators = kept.indicators.map((indicator) => ({
    ...indicator,
    // Older ones name a task by its number alone.
    taskId: indicator.task as TaskId,
    cells: indicator.cells.map((cell) => ({ ...cell, before: null })),
  }))
  return {
    ...kept,
    format: 'jiannuo.month/3',
    lights: kept.lights ?? [],
    colours: defaultLightRules.colours,
    before: null,
    projects: projectsOf(kept.programme.title, indicators),
    indicators,
  }
}

function projectsOf(name: string, indicators: readonly SnapshotIndicator[]): MonthSnapshot['projects'] {
  const tasks = [...Map.groupBy(indicators, ({ task }) => task)].map(([no, its]) => ({
    id: no as TaskId,
    no,
    text: its.map(({ sentence }) => sentence).join('；'),
    deadline: null,
    leaders: [],
    leadUnits: [...new Set(its.map(({ leadUnit }) => leadUnit))],
    cooperatingUnits: [...new Set(its.flatMap(({ cells }) => cells.map(({ unit }) => unit)))],
  }))
  return tasks.length === 0 ? [] : [{ id: 'programme' as ProjectId, no: 1, name, tasks }]
}
