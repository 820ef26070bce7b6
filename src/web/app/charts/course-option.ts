/** The picture of a promise's course: its plan, what is done, and the fan of where it may end. No light, so no colour of one. */
import type { Course } from '../../../contract/courses.ts'
import { token } from '../overview/chart-theme.ts'
import type { Option } from './draw-chart.ts'

type Words = {
  readonly planned: string
  readonly done: string
  readonly expected: string
  readonly target: string
  readonly monthOf: (month: string) => string
}

/** For drawing alone the exact decimals become numbers; the table beside it has them as they are. */
export function courseOption({ points, fan, target, unit }: Course, words: Words): Option {
  const [ink, soft, accent] = [token('--ink'), token('--ink-soft'), token('--accent')]
  const fanOf = new Map<string, (typeof fan)[number]>(fan.map((point) => [point.month, point]))
  const months = [...new Set([...points.map(({ month }) => month), ...fanOf.keys()])].toSorted()
  const pointOf = new Map<string, (typeof points)[number]>(points.map((point) => [point.month, point]))
  const series = (of: (month: string) => string | null | undefined) =>
    months.map((month) => {
      const figure = of(month)
      return figure === null || figure === undefined ? null : Number(figure)
    })
  const line = (name: string, data: (number | null)[], colour: string, style: object) => ({
    name,
    type: 'line',
    data,
    symbol: 'circle',
    showSymbol: false,
    lineStyle: { color: colour, width: 2, ...style },
    itemStyle: { color: colour },
  })
  const low = series((month) => fanOf.get(month)?.low)
  const high = series((month) => fanOf.get(month)?.high)
  const band = { type: 'line', stack: 'fan', symbol: 'none', lineStyle: { opacity: 0 }, silent: true }
  return {
    grid: { left: 8, right: 20, top: 28, bottom: 8, containLabel: true } as Option['grid'],
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: months.map(words.monthOf),
      boundaryGap: false,
      axisLabel: { color: soft, fontSize: 12 },
    },
    yAxis: {
      type: 'value',
      name: unit,
      nameTextStyle: { color: soft, align: 'left' },
      axisLabel: { color: soft, fontSize: 12 },
      splitLine: { lineStyle: { color: token('--line') } },
    },
    series: [
      { ...band, data: low, tooltip: { show: false } },
      {
        ...band,
        data: high.map((top, index) => (top === null ? null : top - (low[index] ?? 0))),
        areaStyle: { color: accent, opacity: 0.14 },
        tooltip: { show: false },
      },
      {
        ...line(
          words.planned,
          series((month) => pointOf.get(month)?.planned),
          soft,
          { type: 'dashed' },
        ),
        ...(target !== null && {
          markLine: {
            silent: true,
            symbol: 'none',
            data: [{ yAxis: Number(target) }],
            lineStyle: { color: token('--line-strong'), type: 'solid' },
            label: { formatter: words.target, position: 'insideEndTop', color: soft },
          },
        }),
      },
      {
        ...line(
          words.done,
          series((month) => pointOf.get(month)?.done),
          ink,
          {},
        ),
        showSymbol: true,
      },
      line(
        words.expected,
        series((month) => fanOf.get(month)?.expected),
        accent,
        { type: 'dotted' },
      ),
    ],
  }
}
