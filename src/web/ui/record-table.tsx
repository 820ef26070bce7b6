import type { ReactNode } from 'react'
import { useMediaQuery } from './use-media-query.ts'

export type Column<Row> = {
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand under each other. */
  readonly numeric?: boolean
}

type RecordTableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
}

/** Records in rows; on a narrow screen each record is a block with its headings beside the values. */
export function RecordTable<Row>(props: RecordTableProps<Row>) {
  return useMediaQuery('(max-width: 767px)') ? <Blocks {...props} /> : <Table {...props} />
}

function Table<Row>({ caption, columns, rows, keyOf }: RecordTableProps<Row>) {
  return (
    <table className="record-table" aria-label={caption}>
      <thead>
        <tr>
          {columns.map(({ heading, numeric }) => (
            <th key={heading} scope="col" className={numeric ? 'numeric' : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ heading, cell, numeric }) => (
              <td key={heading} className={numeric ? 'numeric' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Blocks<Row>({ caption, columns, rows, keyOf }: RecordTableProps<Row>) {
  return (
    <ul className="record-blocks" aria-label={caption}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <dl>
            {columns.map(({ heading, cell }) => (
              <div key={heading}>
                <dt>{heading}</dt>
                <dd>{cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
