/** A frozen month made by hand, as large as a test needs it. */
import { defaultLightRules } from '../../src/domain/light/light-rules.ts'
import type { LightLevel } from '../../src/domain/light/light-level.ts'
import type { SubjectLight } from '../../src/domain/light/programme-lights.ts'
import type { MonthSnapshot, SnapshotIndicator, SnapshotTask } from '../../src/domain/reporting/snapshot.ts'
import { decimal } from '../../src/domain/values/decimal.ts'
import type {
  IndicatorId,
  PostId,
  ProgrammeId,
  ProjectId,
  TaskId,
  UnitId,
} from '../../src/domain/values/ids.ts'
import { monthOf } from '../../src/domain/values/month.ts'
import { plainDate, type PlainDate } from '../../src/domain/values/plain-date.ts'

const month = monthOf(2023, 10)
export const leaderPost = 'leader-1' as PostId

export type MadePromise = {
  readonly name: string
  readonly level: LightLevel
  /** The level in September; none where September was not frozen. */
  readonly was?: LightLevel
  /** Of 100 planned by the year's end and 80 by October. */
  readonly done: string
  readonly doneBefore?: string
  readonly problem?: string
  readonly nextStep?: string
  readonly missing?: boolean
  readonly closedOn?: PlainDate
}

/** Each promise is a task of its own, four to a project; one leader has them all. */
export function madeSnapshot(promises: readonly MadePromise[]): MonthSnapshot {
  const wasKnown = promises.some(({ was }) => was !== undefined)
  const made = promises.map((promise, index) => madePromise(promise, index, wasKnown))
  const projects = [...Map.groupBy(made, (_, index) => Math.floor(index / 4))].map(([index, its]) => ({
    id: `project-${index + 1}` as ProjectId,
    no: index + 1,
    name: `第${index + 1}项工程`,
    tasks: its.map(({ task }) => task),
  }))
  return {
    format: 'jiannuo.month/3',
    programme: { id: 'programme' as ProgrammeId, title: '青溪市2023年民生实事项目任务分解表', year: 2023 },
    no: 1,
    frozenAt: '2023-11-10T01:00:00.000Z',
    period: {
      month,
      opensOn: plainDate(2023, 10, 20),
      dueOn: plainDate(2023, 11, 3),
      locksOn: plainDate(2023, 11, 10),
    },
    lights: made.flatMap(({ lights }) => lights),
    colours: defaultLightRules.colours,
    before: wasKnown
      ? {
          month: monthOf(2023, 9),
          no: 1,
          levels: Object.fromEntries(
            made.flatMap(({ indicator, was }) => (was === undefined ? [] : [[indicator.id, was]])),
          ),
        }
      : null,
    projects,
    indicators: made.map(({ indicator }) => indicator),
  }
}

function madePromise(promise: MadePromise, index: number, wasKnown: boolean) {
  const no = `${Math.floor(index / 4) + 1}.${(index % 4) + 1}`
  const task: SnapshotTask = {
    id: `task-${index}` as TaskId,
    no,
    text: `${promise.name}100个，年底前全部完成。`,
    deadline: plainDate(2023, 12, 31),
    leaders: [{ postId: leaderPost, name: '李　林' }],
    leadUnits: ['市教育局'],
    cooperatingUnits: ['各辖市、区', '市住建局'],
  }
  const done = { value: decimal(promise.done), denominator: null }
  const plan = { value: decimal(80), denominator: null }
  const indicator: SnapshotIndicator = {
    id: `indicator-${index}` as IndicatorId,
    taskId: task.id,
    task: no,
    sentence: `${promise.name}100个`,
    target: {
      kind: 'quantity',
      action: '',
      object: promise.name,
      comparator: 'gte',
      value: decimal(100),
      valueMax: null,
      unit: '个',
      deadline: task.deadline,
      ledger: 'points',
    },
    semantics: 'cumulative',
    planVersion: 1,
    leadUnit: '市教育局',
    ...(promise.closedOn && { closedOn: promise.closedOn }),
    approved: done,
    plan,
    missing: promise.missing ? ['武进区'] : [],
    cells: [
      {
        unitId: 'unit' as UnitId,
        unit: '武进区',
        share: { value: decimal(100), denominator: null },
        plan,
        version: promise.missing ? null : 1,
        approved: done,
        approvedMonth: month,
        stage: null,
        origin: 'stated',
        narrative: null,
        problem: promise.problem ?? null,
        nextStep: promise.nextStep ?? null,
        before: wasKnown
          ? {
              approved: { value: decimal(promise.doneBefore ?? '0'), denominator: null },
              stage: null,
              narrative: null,
            }
          : null,
      },
    ],
  }
  const gap = String(80 - Number(promise.done))
  const light: SubjectLight = {
    scope: 'indicator',
    subjectId: indicator.id,
    level: promise.level,
    clause: 'R3',
    reason: {
      code: 'progress',
      month,
      planned: { figure: plan, percent: decimal(80) },
      done: { figure: done, percent: decimal(promise.done) },
      gap: decimal(gap),
      unit: '个',
    },
  }
  return {
    task,
    indicator,
    was: promise.was,
    lights: [light, { ...light, scope: 'task' as const, subjectId: task.id }],
  }
}
