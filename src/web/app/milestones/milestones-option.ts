/** Milestones as a Gantt chart: a bar a stage, told apart by filling and words, not by colour alone. */
import type { Milestones } from '../../../contract/courses.ts'
import { token } from '../overview/chart-theme.ts'
import type { Option } from '../charts/draw-chart.ts'

type Stage = Milestones['milestones'][number]['stages'][number]
type Words = { readonly today: string; readonly late: string }

export const milestoneRowHeight = 34

/** A datum: its row, from, to, and which stage it is. */
type Bar = readonly [row: number, from: number, to: number, label: string, state: Stage['state']]

export function milestonesOption({ milestones, programme, today }: Milestones, words: Words): Option {
  const start = Date.parse(`${programme.year}-01-01`)
  const bars = milestones.flatMap(({ stages }, row) =>
    stages.map((stage, index): Bar => {
      const before = stages[index - 1]
      const from = before ? Date.parse(before.dueOn) : start
      const label = stage.state === 'late' ? `${stage.stage} ${words.late}` : stage.stage
      return [row, from, Date.parse(stage.dueOn), label, stage.state]
    }),
  )
  return {
    grid: { left: 8, right: 24, top: 28, bottom: 24, containLabel: true } as Option['grid'],
    xAxis: {
      type: 'time',
      position: 'top',
      min: start,
      splitNumber: 12,
      axisLabel: { formatter: '{M}', color: token('--ink-soft'), fontSize: 12 },
      splitLine: { show: true, lineStyle: { color: token('--line') } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: milestones.map(({ promise }) => `${promise.no} ${promise.sentence}`),
      axisLabel: { width: 260, overflow: 'truncate', fontSize: 12 },
    },
    series: [
      {
        type: 'custom',
        data: bars,
        encode: { x: [1, 2], y: 0 },
        renderItem: drawBar,
        markLine: {
          silent: true,
          symbol: 'none',
          data: [{ xAxis: Date.parse(today) }],
          lineStyle: { color: token('--accent'), type: 'solid', width: 2 },
          label: { formatter: words.today, color: token('--accent') },
        },
      },
    ],
  }
}

type Drawing = {
  readonly value: (dimension: number) => number | string
  readonly coord: (point: readonly [number | string, number | string]) => readonly [number, number]
}

function drawBar(_: unknown, api: Drawing) {
  const [left, middle] = api.coord([api.value(1), api.value(0)])
  const [right] = api.coord([api.value(2), api.value(0)])
  const state = api.value(4) as Stage['state']
  const height = 20
  const fill = {
    reached: token('--line-strong'),
    late: token('--lit'),
    'to-come': token('--paper'),
  }[state]
  return {
    type: 'rect',
    shape: { x: left + 1, y: middle - height / 2, width: Math.max(3, right - left - 2), height },
    style: {
      fill,
      stroke: token(state === 'late' ? '--light-red' : '--control-line'),
      lineWidth: state === 'late' ? 2 : 1,
      lineDash: state === 'late' ? [4, 3] : null,
    },
    textContent: { style: { text: String(api.value(3)), fill: token('--ink'), fontSize: 11 } },
    textConfig: { position: 'insideLeft', inside: true },
  }
}
