/** What of the lights is shown: all of it in the address. */
import { z } from 'zod'
import { lightLevels } from '../../../domain/light/light-level.ts'

export const lightViews = ['project', 'unit', 'leader'] as const
export type LightView = (typeof lightViews)[number]

/** Closed promises are under none of the levels: these are of what is chased. */
export const lightFilters = [...lightLevels, 'closed'] as const
export type LightFilter = (typeof lightFilters)[number]

export const lightsSearchSchema = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}-01$/)
    .optional()
    .catch(undefined),
  level: z.enum(lightFilters).optional().catch(undefined),
  /** Without it, by project. */
  view: z.enum(lightViews).optional().catch(undefined),
})
export type LightsSearch = z.output<typeof lightsSearchSchema>
