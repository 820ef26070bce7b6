/** What stands in the address of the map, so that a colleague sees the same. */
import { z } from 'zod'

export const mapSearchSchema = z.object({
  indicator: z.uuid().optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  state: z.enum(['waiting', 'accepted']).optional().catch(undefined),
})
export type MapSearch = z.output<typeof mapSearchSchema>
