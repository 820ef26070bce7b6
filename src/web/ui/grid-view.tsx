import type { ReactNode } from 'react'
import type { TableGrid } from '../../domain/values/table-grid.ts'

/** A laid-out table of a document, merged cells as printed; it scrolls sideways by itself. */
export function GridView({ caption, grid: { columns, rows } }: { caption: string; grid: TableGrid }) {
  const numbered = rows.map((row, at) => ({ row, at }))
  return (
    <Scroller label={caption}>
      <table>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered.map(({ row, at }) => (
            <tr key={at}>
              {columns.map(({ head, centred }, column) => {
                const cell = row[column]
                return cell == null ? null : (
                  <td key={head} rowSpan={cell.rowSpan} className={centred ? 'centred' : undefined}>
                    {cell.lines.join('\n')}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

/** What scrolls must be reached by the keyboard: only then can its arrows move it (WCAG 2.1.1). */
function Scroller({ label, children }: { label: string; children: ReactNode }) {
  const reached = { tabIndex: 0 }
  return (
    <section className="grid-view" aria-label={label} lang="zh-CN" {...reached}>
      {children}
    </section>
  )
}
