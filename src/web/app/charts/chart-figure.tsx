import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { csvOf, withColumn } from './csv-of.ts'
import type { Option } from './draw-chart.ts'
import { useFileMark } from './file-mark.ts'
import './charts.css'

type ChartFigureProps = {
  title: string
  /** In pixels. */
  height: number
  option: Option
  /** What the chart shows, in figures: its table, and what is taken away as .csv. */
  heads: readonly string[]
  rows: readonly (readonly string[])[]
  /** False where there is no room for the picture: the table alone. */
  isDrawn?: boolean
  /** `option` should stay the same object while it is not to be drawn again; so should this. */
  onPick?: (index: number) => void
  /** A table of the page's own; folded below the picture, open where there is none. */
  children?: ReactNode
}

/** A picture that readers of the screen are spared, its table, which says the same, and both to be taken away. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, height, option, heads, rows, isDrawn = true, onPick, children } = props
  const { t } = useTranslation('charts')
  const mark = useFileMark()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = box.current
    if (!place || !isDrawn) return undefined
    let end: (() => void) | undefined
    let isGone = false
    const draw = async () => {
      const { drawChart } = await import('./draw-chart.ts')
      if (!isGone) end = drawChart(place, option, onPick)
    }
    void draw()
    return () => {
      isGone = true
      end?.()
    }
  }, [option, isDrawn, onPick])
  const takePicture = async () => {
    const { pngOf } = await import('./draw-chart.ts')
    const width = Math.max(box.current?.clientWidth ?? 0, 900)
    save(pngOf(option, { title, mark: mark.words, width, height }), `${title}${mark.inName}.png`)
  }
  const takeTable = () => {
    const csv = csvOf(withColumn([heads, ...rows], mark.words))
    const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
    save(address, `${title}${mark.inName}.csv`)
    URL.revokeObjectURL(address)
  }
  return (
    <figure className="chart-figure" aria-label={title}>
      {isDrawn && <div ref={box} className="chart-box" style={{ height }} aria-hidden />}
      <p className="chart-tools">
        <button type="button" className="quiet-button" onClick={() => void takePicture()}>
          {t('png')}
        </button>
        <button type="button" className="quiet-button" onClick={takeTable}>
          {t('csv')}
        </button>
      </p>
      <details open={!isDrawn}>
        <summary>{t('table')}</summary>
        {children ?? <FigureTable title={title} heads={heads} rows={rows} />}
      </details>
    </figure>
  )
}

function FigureTable({ title, heads, rows }: Pick<ChartFigureProps, 'title' | 'heads' | 'rows'>) {
  return (
    <div className="chart-scroll">
      <table className="chart-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((text, column) => (
                <td key={heads[column]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function save(address: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
}
