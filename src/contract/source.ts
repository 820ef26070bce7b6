/** A source document on the wire (domain/source.ts). */
import { z } from 'zod'
import { sourceFormats } from '../domain/programme/source.ts'

const cellSchema = z.object({
  row: z.int(),
  column: z.int(),
  rowSpan: z.int(),
  columnSpan: z.int(),
  text: z.string(),
})

export const sourceSchema = z.object({
  format: z.enum(sourceFormats),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('paragraph'), page: z.int().exactOptional(), text: z.string() }),
      z.object({
        kind: z.literal('table'),
        sheet: z.string().exactOptional(),
        page: z.int().exactOptional(),
        rowCount: z.int(),
        columnCount: z.int(),
        merges: z.enum(['stated', 'lost']),
        cells: z.array(cellSchema),
      }),
    ]),
  ),
})
