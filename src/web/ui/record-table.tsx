import type { ReactNode } from 'react'
import { useMediaQuery } from './use-media-query.ts'

export type Column<Row> = {
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand under each other. */
  readonly numeric?: boolean
  /** What a record is of: on a narrow screen it heads its block. */
  readonly names?: boolean
}

type RecordTableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  /** Few columns with little in them: a table on a narrow screen too. */
  compact?: boolean
}

/** Records in rows; on a narrow screen each record is a block with its headings beside the values. */
export function RecordTable<Row>(props: RecordTableProps<Row>) {
  const narrow = useMediaQuery('(max-width: 767px)')
  return narrow && !props.compact ? <Blocks {...props} /> : <Table {...props} />
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

/** What has nothing to say in a record is left out of its block (styles/pages.css). */
function Blocks<Row>({ caption, columns, rows, keyOf }: RecordTableProps<Row>) {
  const naming = columns.filter(({ names }) => names)
  const others = columns.filter(({ names }) => !names)
  return (
    <ul className="record-blocks" aria-label={caption}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <dl>
            {naming.map(({ heading, cell }) => (
              <div key={heading} className="record-name">
                <dt className="visually-hidden">{heading}</dt>
                <dd>{cell(row)}</dd>
              </div>
            ))}
            {others.map(({ heading, cell }) => (
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
