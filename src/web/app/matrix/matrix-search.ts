/** The month, and the cell whose promises are shown: all of it in the address. */
import { z } from 'zod'

export const matrixSearchSchema = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}-01$/)
    .optional()
    .catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  /** Without it, all projects of the unit. */
  project: z.uuid().optional().catch(undefined),
})
export type MatrixSearch = z.output<typeof matrixSearchSchema>
