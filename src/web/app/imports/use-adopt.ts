import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { adoptImport, type ImportPage } from '../../../contract/imports.ts'
import { call } from '../api.ts'
import { importQuery } from './import-queries.ts'

type Adoption = Omit<z.input<typeof adoptImport.body>, 'seq'>

/** Adopts the draft as it is seen, and leads to where it then stands: its table, or beside the other districts. */
export function useAdopt(page: ImportPage) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    networkMode: 'always',
    mutationFn: (adoption: Adoption) =>
      call(adoptImport, { params: { importId: page.id }, body: { seq: page.seq, ...adoption } }),
    onSuccess: async ({ programmeId }, { share }) => {
      if (share)
        await navigate({ to: '/programmes/$programmeId/shares', params: { programmeId: share.shareOf } })
      else await navigate({ to: '/programmes/$programmeId', params: { programmeId } })
      // Everything that lists programmes, imports or units has changed.
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    },
    onError: () => client.refetchQueries({ queryKey: importQuery(page.id).queryKey, exact: true }),
  })
}
