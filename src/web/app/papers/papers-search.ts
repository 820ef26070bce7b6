/** Which papers are shown: all of it in the address. */
import { z } from 'zod'

export const papersSearchSchema = z.object({
  /** Without it, all. */
  show: z.enum(['drafts', 'sealed']).optional().catch(undefined),
})
export type PapersSearch = z.output<typeof papersSearchSchema>
