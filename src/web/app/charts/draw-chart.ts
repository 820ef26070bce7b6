/** Charts drawn as SVG on the page, and as PNG to be taken away. Loaded with the first chart that is shown. */
import { CustomChart, HeatmapChart, LineChart } from 'echarts/charts'
import {
  GridComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'
import { chartTheme } from '../overview/chart-theme.ts'

use([
  CustomChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
  CanvasRenderer,
])

export type Option = EChartsCoreOption & { readonly grid: { readonly top: number } }

/** Keeps the chart as wide as its box; the function answered takes it away. `onPick` hears which datum was clicked. */
export function drawChart(box: HTMLElement, option: Option, onPick?: (index: number) => void): () => void {
  const chart = init(box, chartTheme, { renderer: 'svg' })
  chart.setOption(option)
  if (onPick) chart.on('click', ({ dataIndex }) => onPick(dataIndex))
  const observer = new ResizeObserver(() => chart.resize())
  observer.observe(box)
  return () => {
    observer.disconnect()
    chart.dispose()
  }
}

const titleHeight = 44
const markHeight = 20

/** `mark` is what the picture says of its figures; empty where it says nothing. */
type Picture = {
  readonly title: string
  readonly mark: string
  readonly width: number
  readonly height: number
}

/** A data address of a PNG at twice the size, headed by the title that the page has beside it. */
export function pngOf(option: Option, { title, mark, width, height }: Picture): string {
  const headHeight = titleHeight + (mark === '' ? 0 : markHeight)
  const box = document.createElement('div')
  const chart = init(box, chartTheme, {
    renderer: 'canvas',
    width,
    height: height + headHeight,
  })
  chart.setOption({
    ...option,
    title: {
      text: title,
      subtext: mark,
      left: 12,
      top: 10,
      textStyle: { fontSize: 16, fontWeight: 500 },
      subtextStyle: { fontSize: 13, color: '#c00000' },
    },
    grid: { ...option.grid, top: option.grid.top + headHeight },
  })
  const address = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' })
  chart.dispose()
  return address
}
