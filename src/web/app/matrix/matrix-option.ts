/** The matrix of lights as a heat map: each cell in the colour of its worst light, and the same in words. */
import type { LightMatrix, MatrixCell } from '../../../domain/desk/light-matrix.ts'
import type { LightColour, LightLevel } from '../../../domain/light/light-level.ts'
import type { Option } from '../charts/draw-chart.ts'
import { token } from '../overview/chart-theme.ts'

export const matrixRowHeight = 30
export const matrixHeadHeight = 80

/** The colours are made for dots beside words; as grounds of words they are thinned, in the notation #rrggbbaa. */
const faint = '47'

type Projects = readonly { readonly no: number; readonly name: string }[]

/** Data go row by row, a datum for every project. */
export function matrixOption(
  { rows }: LightMatrix,
  projects: Projects,
  colours: Readonly<Record<LightLevel, LightColour>>,
  wordsOf: (cell: MatrixCell) => string,
): Option {
  const data = rows.flatMap(({ cells }, row) =>
    cells.map((cell, column) => ({
      value: [column, row, cell === null ? '-' : cell.lagging],
      label: { formatter: cell === null ? '' : wordsOf(cell) },
      itemStyle: cell === null ? {} : { color: `${token(`--light-${colours[cell.worst]}`)}${faint}` },
    })),
  )
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true } as Option['grid'],
    xAxis: {
      type: 'category',
      position: 'top',
      data: projects.map(({ no, name }) => `${no}\n${name}`),
      axisLabel: { interval: 0, width: 84, overflow: 'break', lineHeight: 17 },
    },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name) },
    // A heat map asks for it; the colours are those of the cells themselves.
    visualMap: { show: false, min: 0, max: 1, inRange: { color: [token('--paper')] } },
    series: [
      {
        type: 'heatmap',
        data,
        label: { show: true, color: token('--ink') },
        itemStyle: { borderColor: '#fff', borderWidth: 2 },
      },
    ],
  }
}
