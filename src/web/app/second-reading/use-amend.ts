import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { amendProgramme, type ImportPage } from '../../../contract/imports.ts'
import type { ProgrammeId } from '../../../domain/ids.ts'
import { call } from '../api.ts'
import { importQuery } from '../imports/import-queries.ts'

type Decision = z.input<typeof amendProgramme.body>['decision']

/** Makes the draft the programme's next amendment and leads to the table as it then stands. */
export function useAmend(page: ImportPage, programmeId: ProgrammeId, onDone: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    networkMode: 'always',
    mutationFn: (decision: Decision) =>
      call(amendProgramme, {
        params: { importId: page.id },
        body: { seq: page.seq, programmeId, decision },
      }),
    onSuccess: async () => {
      onDone()
      await navigate({ to: '/programmes/$programmeId', params: { programmeId } })
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    },
    // Somebody may have corrected the draft in between: the next try is of what then stands here.
    onError: () => client.refetchQueries({ queryKey: importQuery(page.id).queryKey }),
  })
}
