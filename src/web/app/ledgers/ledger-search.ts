/** What stands in the address of the ledger pages, so that a colleague sees the same. */
import { z } from 'zod'
import { entryStates } from '../../../domain/tally.ts'

export const ledgersSearchSchema = z.object({ unit: z.uuid().optional().catch(undefined) })

export const ledgerSearchSchema = z.object({
  unit: z.uuid().optional().catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}-01$/)
    .optional()
    .catch(undefined),
  state: z.enum(entryStates).optional().catch(undefined),
  district: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  /** `enter`, `load`, or the entry that is open. */
  panel: z
    .union([z.enum(['enter', 'load']), z.uuid()])
    .optional()
    .catch(undefined),
})
export type LedgerSearch = z.output<typeof ledgerSearchSchema>
