/** The import report as lists: every promise, every number left out, every ignored text, each with its place. */
import { needsLook, type DraftProgramme, type DraftTask } from '../domain/draft.ts'
import { linearOffset } from '../domain/source-offset.ts'
import type { Place, SourceDocument } from '../domain/source.ts'
import { ignoredSentence, notTargetSentence, warningSentence } from '../import/reading-sentences.ts'
import type { SheetList } from '../reports/sheets-xlsx.ts'

const placeColumn = { head: '原文第几字', width: 12 }

export function importReportSheets(draft: DraftProgramme, source: SourceDocument): SheetList[] {
  const tasks = draft.projects.flatMap((project) => project.tasks)
  /** Counted from 1, as people count. */
  const at = (place: Place, offset = 0) => linearOffset(source, place) + offset + 1
  return [
    promiseSheet(tasks, at),
    notTargetSheet(tasks, at),
    resultSheet(tasks, at),
    milestoneSheet(tasks, at),
    {
      name: '未采用文字',
      columns: [{ head: '文字', width: 60 }, { head: '原因', width: 30 }, placeColumn],
      rows: draft.ignored.map(({ text, why, place }) => [text, ignoredSentence(why), at(place)]),
    },
    {
      name: '提示',
      columns: [{ head: '提示', width: 80 }, placeColumn],
      rows: draft.warnings.map((warning) => [warningSentence(warning), at(warning.place)]),
    },
  ]
}

type PlaceNumber = (place: Place, offset?: number) => number

function promiseSheet(tasks: readonly DraftTask[], at: PlaceNumber): SheetList {
  return {
    name: '承诺',
    columns: [
      { head: '任务', width: 8 },
      { head: '原文', width: 50 },
      { head: '动作', width: 12 },
      { head: '对象', width: 40 },
      { head: '目标值', width: 12 },
      { head: '上限', width: 12 },
      { head: '单位', width: 8 },
      { head: '期限', width: 12 },
      { head: '需要确认', width: 10 },
      placeColumn,
    ],
    rows: tasks.flatMap((task) =>
      task.indicators.map((indicator) => [
        task.no,
        task.text.slice(indicator.start, indicator.end),
        indicator.action,
        indicator.object,
        indicator.value === null ? null : Number(indicator.value),
        indicator.valueMax === null ? null : Number(indicator.valueMax),
        indicator.unit,
        indicator.deadline,
        needsLook(indicator) ? '是' : null,
        at(task.place, indicator.start),
      ]),
    ),
  }
}

function notTargetSheet(tasks: readonly DraftTask[], at: PlaceNumber): SheetList {
  return {
    name: '非目标数字',
    columns: [
      { head: '任务', width: 8 },
      { head: '文字', width: 40 },
      { head: '原因', width: 30 },
      placeColumn,
    ],
    rows: tasks.flatMap((task) =>
      task.notTargets.map(({ start, end, why }) => [
        task.no,
        task.text.slice(start, end),
        notTargetSentence(why),
        at(task.place, start),
      ]),
    ),
  }
}

/** Results printed beside the targets; a figure that belongs to one promise has a row with its words. */
function resultSheet(tasks: readonly DraftTask[], at: PlaceNumber): SheetList {
  return {
    name: '已有实绩',
    columns: [
      { head: '任务', width: 8 },
      { head: '时段', width: 16 },
      { head: '原文', width: 50 },
      { head: '是否达序', width: 10 },
      { head: '对应承诺', width: 40 },
      { head: '实绩', width: 12 },
      { head: '单位', width: 8 },
      placeColumn,
    ],
    rows: tasks.flatMap((task) =>
      task.reported.flatMap((report) => {
        const said = [task.no, report.period, report.text, report.inOrder]
        const figures = report.values.flatMap(({ indicator: key, value }) => {
          const promise = task.indicators.find((indicator) => indicator.key === key)
          if (promise === undefined) return []
          return [[task.text.slice(promise.start, promise.end), Number(value), promise.unit]]
        })
        const rows = figures.length === 0 ? [[null, null, null]] : figures
        return rows.map((figure) => [...said, ...figure, at(report.place)])
      }),
    ),
  }
}

function milestoneSheet(tasks: readonly DraftTask[], at: PlaceNumber): SheetList {
  return {
    name: '进度安排',
    columns: [
      { head: '任务', width: 8 },
      { head: '原文', width: 60 },
      { head: '时限', width: 12 },
      placeColumn,
    ],
    rows: tasks.flatMap((task) =>
      task.milestones.map(({ text, deadline, place }) => [task.no, text, deadline, at(place)]),
    ),
  }
}
