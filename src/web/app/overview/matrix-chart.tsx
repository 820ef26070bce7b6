/** The matrix as a heat map. The table beside it says the same, so readers of the screen are spared the picture. */
import { HeatmapChart } from 'echarts/charts'
import { GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, use, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartTheme, heatRamp } from './chart-theme.ts'
import type { DutyMatrix } from './duty-matrix.ts'

use([HeatmapChart, GridComponent, TooltipComponent, VisualMapComponent, SVGRenderer])

const rowHeight = 30
const headHeight = 76

export type MatrixChartProps = { readonly matrix: DutyMatrix; readonly onUnit: (unitId: string) => void }

export function MatrixChart({ matrix, onUnit }: MatrixChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const height = matrix.units.length * rowHeight + headHeight

  useEffect(() => {
    if (!box.current) return undefined
    const chart = init(box.current, chartTheme, { renderer: 'svg' })
    chart.setOption(optionOf(matrix))
    chart.on('click', ({ dataIndex }) => {
      const unit = matrix.units[Math.floor(dataIndex / matrix.projects.length)]
      if (unit) onUnit(unit.id)
    })
    return following(chart, box.current)
  }, [matrix, onUnit])

  return <div ref={box} className="matrix-chart" style={{ height }} aria-hidden />
}

/** Keeps the chart as wide as its box, until it is taken away. */
function following(chart: ECharts, box: HTMLElement): () => void {
  const observer = new ResizeObserver(() => chart.resize())
  observer.observe(box)
  return () => {
    observer.disconnect()
    chart.dispose()
  }
}

function optionOf({ units, projects }: DutyMatrix) {
  const data = units.flatMap(({ promises }, row) =>
    promises.map((count, column) => [column, row, count === 0 ? '-' : count]),
  )
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      position: 'top',
      data: projects.map(({ no, name }) => `${no}\n${name}`),
      axisLabel: { interval: 0, width: 84, overflow: 'break', lineHeight: 17 },
    },
    yAxis: { type: 'category', inverse: true, data: units.map(({ name }) => name) },
    visualMap: {
      show: false,
      min: 1,
      max: Math.max(...units.flatMap(({ promises }) => promises), 2),
      inRange: { color: heatRamp },
    },
    series: [
      { type: 'heatmap', data, label: { show: true }, itemStyle: { borderColor: '#fff', borderWidth: 2 } },
    ],
  }
}
