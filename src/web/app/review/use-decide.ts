import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CellRow } from '../../../contract/reporting.ts'
import { decideLeadReview, decideOfficeReview, type ReviewPageData } from '../../../contract/reviews.ts'
import type { ReviewDecision, Step } from '../../../domain/chain.ts'
import { call } from '../api.ts'

export type Decide = {
  readonly run: (cells: readonly CellRow[], decision: ReviewDecision, reason: string) => void
  readonly pending: boolean
  readonly error: unknown
  readonly done: { readonly decided: number; readonly decision: ReviewDecision } | undefined
}

type Decided = { cells: readonly CellRow[]; decision: ReviewDecision; reason: string }

/** Decides on the versions that were looked at; the page shows what waits afterwards, whatever the answer. */
export function useDecide(data: ReviewPageData, step: Step, onDone: () => void): Decide {
  const client = useQueryClient()
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: async ({ cells, decision, reason }: Decided) => {
      const { decided } = await call(step === 'lead' ? decideLeadReview : decideOfficeReview, {
        params: { programmeId: data.programme.id, month: data.period.month },
        body: {
          cells: cells.map(({ indicatorId, unitId, standing }) => ({
            indicatorId,
            unitId,
            version: standing?.version ?? 0,
          })),
          decision,
          reason,
        },
      })
      return { decided, decision }
    },
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', data.programme.id] }),
  })
  return {
    run: (cells, decision, reason) => mutation.mutate({ cells, decision, reason }),
    pending: mutation.isPending,
    error: mutation.error,
    done: mutation.data,
  }
}
