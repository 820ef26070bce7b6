/** What of the table is shown and how: all of it in the address, so that a view can be sent to a colleague. */
import { z } from 'zod'
import { targetKinds, type TargetKind } from '../../../domain/programme/target.ts'

export const tableViews = ['project', 'leader', 'unit'] as const
export type TableView = (typeof tableViews)[number]

const id = z.uuid().optional().catch(undefined)

export const tableSearchSchema = z.object({
  /** Without it, by project. */
  view: z.enum(tableViews).optional().catch(undefined),
  leader: id,
  unit: id,
  district: id,
  /** Kinds joined by commas; without it, all. */
  kinds: z
    .string()
    .transform((text) => readKinds(text).join(',') || undefined)
    .optional()
    .catch(undefined),
  q: z.coerce.string().max(100).optional().catch(undefined),
  /** The source document is open, with this promise lit in it. */
  original: z.literal('shown').optional().catch(undefined),
})
export type TableSearch = z.output<typeof tableSearchSchema>

export function readKinds(text: string | undefined): TargetKind[] {
  const named = text?.split(',') ?? []
  return targetKinds.filter((kind) => named.includes(kind))
}

/** The words of a search: each must be found somewhere in a task. */
export function readWords(q: string | undefined): string[] {
  return q?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
}

export function isFiltered({ leader, unit, district, kinds, q }: TableSearch): boolean {
  return [leader, unit, district, kinds].some(Boolean) || readWords(q).length > 0
}
