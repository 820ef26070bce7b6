import { z } from 'zod'

/** A month of the year in an address; what is no month is left out. */
export const monthSearchSchema = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}-01$/)
    .optional()
    .catch(undefined),
})
