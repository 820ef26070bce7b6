/** Which month, and whose account is open: all of it in the address. */
import { z } from 'zod'

export const assessmentSearchSchema = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}-01$/)
    .optional()
    .catch(undefined),
  unit: z.uuid().optional().catch(undefined),
})
