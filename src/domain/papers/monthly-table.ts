/** 月报: the table of the month in the form offices know (南通崇川 2023), one row a task. */
import { levelWords } from '../light/light-sentence.ts'
import { isLagging, type LightLevel } from '../light/light-level.ts'
import type { MonthSnapshot, SnapshotTask } from '../reporting/snapshot.ts'
import { dayName, monthName } from '../values/date-words.ts'
import type { TableCell, TableGrid } from '../values/table-grid.ts'
import type { PaperAnnex } from './official-paper.ts'
import { earlierWords, lagWords, progressWords, promiseName } from './promise-words.ts'
import { isLate, litPromises, promisesOf, taskLevel } from './snapshot-account.ts'

const columns: TableGrid['columns'] = [
  { head: '序号', width: 5, centred: true },
  { head: '主要任务', width: 6, centred: true },
  { head: '全年目标任务', width: 17.5, centred: false },
  { head: '分管领导', width: 6, centred: true },
  { head: '牵头单位', width: 7.5, centred: true },
  { head: '责任主体与协同单位', width: 8, centred: true },
  { head: '上月推进情况', width: 15.5, centred: false },
  { head: '本月推进情况', width: 16, centred: false },
  { head: '是否达序', width: 5, centred: true },
  { head: '说明', width: 26, centred: false },
]

export function monthlyTable(snapshot: MonthSnapshot): PaperAnnex {
  const { programme, period, projects } = snapshot
  const rows = projects.flatMap(({ name, tasks }) =>
    tasks.map((task, index): TableCell[] => [
      of([task.no]),
      index === 0 ? { lines: [name], rowSpan: tasks.length } : null,
      of([task.text]),
      of(task.leaders.map((leader) => leader.name)),
      of(task.leadUnits),
      of(task.cooperatingUnits),
      ...progressCells(snapshot, task),
    ]),
  )
  return {
    title: `${programmeName(programme.title)}${monthName(period.month, 'zh').slice(5)}份推进情况表`,
    grid: { columns, rows },
  }
}

/** The programme as papers speak of it: “常州市2023年民生实事项目”. */
export function programmeName(title: string): string {
  return title.replace(/(目标)?(任务)?(责任)?分解(一览)?表$/u, '').trim()
}

function progressCells(snapshot: MonthSnapshot, task: SnapshotTask): TableCell[] {
  const own = snapshot.indicators.filter(({ taskId }) => taskId === task.id)
  const lit = promisesOf(litPromises(snapshot), [task])
  const level = taskLevel(snapshot, task, lit)
  const named = (words: (indicator: (typeof own)[number]) => string) =>
    own.map((indicator) =>
      own.length === 1 ? words(indicator) : `${promiseName(indicator)}：${words(indicator)}`,
    )
  const lags = lit
    .filter(isLate)
    .map(
      ({ indicator, light }) =>
        `${lit.length === 1 ? '' : `${promiseName(indicator)}：`}${lagWords(indicator, light)}`,
    )
  const closed = own.flatMap((indicator) =>
    indicator.closedOn === undefined
      ? []
      : [
          `${own.length === 1 ? '' : `${promiseName(indicator)}：`}${dayName(indicator.closedOn, 'zh')}已销号。`,
        ],
  )
  const missing = [...new Set(own.flatMap((indicator) => indicator.missing))]
  return [
    of(named(earlierWords)),
    of(own.length === 0 ? ['没有分解到单位'] : named(progressWords)),
    of([isOnPlan(level)]),
    of([...lags, ...closed, ...(missing.length === 0 ? [] : [`本月未审定：${missing.join('、')}。`])]),
  ]
}

function isOnPlan(level: LightLevel | undefined): string {
  if (level === undefined) return '—'
  if (level === 'unplanned' || level === 'not-due') return levelWords[level].zh
  return isLagging(level) ? '否' : '是'
}

function of(lines: readonly string[]): TableCell {
  return { lines, rowSpan: 1 }
}
