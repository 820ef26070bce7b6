/** Whose page, and whether as the paper for a meeting: all of it in the address, so that it can be sent. */
import { z } from 'zod'

export const leaderSearchSchema = z.object({
  post: z.uuid().optional().catch(undefined),
  paper: z.literal('shown').optional().catch(undefined),
})
export type LeaderSearch = z.output<typeof leaderSearchSchema>
