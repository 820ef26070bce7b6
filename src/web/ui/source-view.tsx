import type { ReactNode } from 'react'
import type { SourceBlock, SourceDocument, SourceTable } from '../../domain/programme/source.ts'
import { columnShares } from './column-shares.ts'

/** One paragraph or cell of a document. */
export type SourceHolder = { readonly block: number; readonly row?: number; readonly column?: number }

type SourceViewProps = {
  source: SourceDocument
  /** What to show for the text of a paragraph or cell: the text itself, or with marks in it. */
  renderText: (text: string, holder: SourceHolder) => ReactNode
}

/** A source document as it was published: paragraphs, and tables with their merged cells. Line breaks are kept by CSS. */
export function SourceView({ source, renderText }: SourceViewProps) {
  // A document never changes, so that the position of a block is its identity.
  const blocks = source.blocks.map((block, index) => ({ block, index }))
  return (
    <div className="source-view" lang="zh-CN">
      {blocks.map(({ block, index }) => (
        <Block key={index} block={block} index={index} renderText={renderText} />
      ))}
    </div>
  )
}

type BlockProps = Pick<SourceViewProps, 'renderText'> & { block: SourceBlock; index: number }

function Block({ block, index, renderText }: BlockProps) {
  if (block.kind === 'paragraph') return <p>{renderText(block.text, { block: index })}</p>
  return <Table table={block} index={index} renderText={renderText} />
}

type TableProps = Pick<SourceViewProps, 'renderText'> & { table: SourceTable; index: number }

function Table({ table, index, renderText }: TableProps) {
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.cells.filter((cell) => cell.row === row),
  )
  return (
    <table>
      <colgroup>
        {columnShares(table).map((share, column) => (
          <col key={`column ${column + 1}`} style={{ width: `${share}%` }} />
        ))}
      </colgroup>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={`row ${row + 1}`}>
            {cells.map(({ column, rowSpan, columnSpan, text }) => (
              <td key={column} rowSpan={rowSpan} colSpan={columnSpan}>
                {renderText(text, { block: index, row, column })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
