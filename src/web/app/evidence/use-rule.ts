import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ruleOnSuspicion, type Suspicion } from '../../../contract/evidence.ts'
import type { Ruling } from '../../../domain/evidence/suspicion.ts'
import { call } from '../api.ts'

/** Rules on what was seen; whatever the answer, the rulings there are now are shown afterwards. */
export function useRule(programmeId: string, { id, rulings }: Suspicion, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: { readonly ruling: Ruling; readonly reason: string }) =>
      call(ruleOnSuspicion, { params: { suspicionId: id }, body: { seen: rulings.length, ...body } }),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programmeId] }),
  })
}
