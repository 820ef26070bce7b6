/** Which kinds of change the comparison shows, in its address: what stayed as it is only when it is asked for. */
import { z } from 'zod'

/** In the order of the page. */
export const changeKinds = ['changed', 'moved', 'new', 'withdrawn', 'tasks', 'unchanged'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const comparisonSearchSchema = z.object({
  /** Kinds joined by commas; without it, all that changed. */
  show: z.string().max(100).optional().catch(undefined),
})

const everyChange = changeKinds.filter((kind) => kind !== 'unchanged')

export function readShown(show: string | undefined): readonly ChangeKind[] {
  const named = show?.split(',')
  return named === undefined ? everyChange : changeKinds.filter((kind) => named.includes(kind))
}

/** The other way round; `-` is none of them. */
export function writeShown(shown: readonly ChangeKind[]): string | undefined {
  const text = changeKinds.filter((kind) => shown.includes(kind)).join(',')
  return text === everyChange.join(',') ? undefined : text || '-'
}
