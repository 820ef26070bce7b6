/** Which promises are listed: all of it in the address. */
import { z } from 'zod'
import { acceptanceStates } from '../../../domain/acceptance/acceptance.ts'

export const acceptanceSearchSchema = z.object({
  /** Without it, whatever can be claimed or was; a year has far more that is under way. */
  state: z
    .enum([...acceptanceStates, 'all'])
    .optional()
    .catch(undefined),
  /** Of one lead unit. */
  unit: z.uuid().optional().catch(undefined),
})
export type AcceptanceSearch = z.output<typeof acceptanceSearchSchema>
