import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { amendProgramme, type ImportPage } from '../../../contract/imports.ts'
import { call } from '../api.ts'
import { importQuery } from '../imports/import-queries.ts'
import type { Comparison } from './arrange-comparison.ts'

type Decision = z.input<typeof amendProgramme.body>['decision']

/** Makes the draft the programme's next amendment and leads to the table as it then stands. */
export function useAmend(page: ImportPage, programme: Comparison['programme'], onDone: () => void) {
  const programmeId = programme.id
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    networkMode: 'always',
    mutationFn: (decision: Decision) =>
      call(amendProgramme, {
        params: { importId: page.id },
        body: { seq: page.seq, programmeId, amends: programme.amendmentNo, decision },
      }),
    onSuccess: async () => {
      onDone()
      await navigate({ to: '/programmes/$programmeId', params: { programmeId } })
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    },
    // Somebody may have corrected the draft, or amended the programme, in between: the next try is of what then stands.
    onError: async () => {
      await client.refetchQueries({ queryKey: importQuery(page.id).queryKey })
    },
  })
}
