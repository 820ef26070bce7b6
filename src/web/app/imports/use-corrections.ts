/** Sends corrections one after another and shows the simple ones at once. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { correctImport, type ImportPage } from '../../../contract/imports.ts'
import { foldCorrections, type Correction } from '../../../domain/programme/correction.ts'
import type { DraftProgramme } from '../../../domain/programme/draft.ts'
import { call, CallFailure } from '../api.ts'
import { importQuery } from './import-queries.ts'

/** Rejects with a CallFailure when the correction was not saved. */
export type Correct = (correction: Correction) => Promise<void>

export type Corrections = {
  /** The draft with what is on its way applied. */
  readonly draft: DraftProgramme
  readonly correct: Correct
  readonly saving: boolean
  /** What was saved last on this page. */
  readonly saved: Correction | undefined
}

/** Corrections without a form show at once; a form stays open, with what was typed, until the server has it. */
const immediate: ReadonlySet<Correction['type']> = new Set([
  'confirm',
  'confirm-task',
  'not-a-target',
  'merge',
])

/** After these the page shows an outdated draft. */
const outdated: ReadonlySet<string> = new Set([
  'correction.overtaken',
  'correction.not-found',
  'import.adopted',
])

export function useCorrections(page: ImportPage): Corrections {
  const client = useQueryClient()
  const { queryKey } = importQuery(page.id)
  const [pending, setPending] = useState<readonly Correction[]>([])
  const { mutateAsync, isPending, data } = useMutation({
    // In a queue, so that each is sent with the number after the one before it.
    scope: { id: `corrections-${page.id}` },
    networkMode: 'always',
    mutationFn: async (correction: Correction) => {
      const seq = client.getQueryData(queryKey)?.seq ?? page.seq
      const corrected = await call(correctImport, {
        params: { importId: page.id },
        body: { seq: seq + 1, correction },
      })
      client.setQueryData(queryKey, corrected)
      return correction
    },
    onMutate: (correction) => setPending((before) => [...before, correction]),
    onError: async (error) => {
      if (error instanceof CallFailure && outdated.has(error.code))
        await client.refetchQueries({ queryKey, exact: true })
    },
    onSettled: (_result, _error, correction) =>
      setPending((before) => before.filter((other) => other !== correction)),
  })
  const draft = useMemo(() => withPending(page.draft, pending), [page.draft, pending])
  const correct = useCallback<Correct>(
    async (correction) => void (await mutateAsync(correction)),
    [mutateAsync],
  )
  return { draft, correct, saving: isPending, saved: data }
}

function withPending(draft: DraftProgramme, pending: readonly Correction[]): DraftProgramme {
  const shown = pending.filter((correction) => immediate.has(correction.type))
  if (shown.length === 0) return draft
  try {
    return foldCorrections(draft, shown).draft
  } catch {
    // One of them no longer fits; the server's answer will say so.
    return draft
  }
}
