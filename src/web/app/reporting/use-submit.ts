/** Submitting a sheet in one go: what is wrong is shown at its cell, and then nothing is submitted. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { submitSheet, type CellRow, type Sheet } from '../../../contract/reporting.ts'
import type { Fault } from '../../../domain/actual.ts'
import { call } from '../api.ts'
import type { SheetEntries } from './use-sheet-entries.ts'

export type Submit = {
  readonly run: () => void
  readonly pending: boolean
  readonly error: unknown
  readonly done: { readonly submitted: number; readonly reopened: number } | undefined
  /** Cells whose faults are to be shown, since somebody tried to submit them. */
  readonly shown: ReadonlySet<string>
  /** How many of the cells tried are still not right. */
  readonly wrong: number
}

export function useSubmit(
  sheet: Sheet,
  typing: SheetEntries,
  cells: readonly CellRow[],
  lateReason: string,
  faultsOf: (cell: CellRow) => readonly Fault[],
): Submit {
  const client = useQueryClient()
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const { programme, period, unit } = sheet
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      await typing.pause()
      return call(submitSheet, {
        params: { programmeId: programme.id, month: period.month, unitId: unit.id },
        body: {
          lateReason,
          cells: cells.map((cell) => ({
            indicatorId: cell.indicatorId,
            seen: cell.standing?.version ?? 0,
            typed: typing.typedOf(cell),
          })),
        },
      })
    },
    onSuccess: () => {
      typing.forget(cells.map(({ indicatorId }) => indicatorId))
      setShown(new Set())
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['programmes', programme.id] })
      typing.resume()
    },
  })
  const run = () => {
    const wrong = cells.filter((cell) => faultsOf(cell).length > 0)
    setShown(new Set(cells.map(({ indicatorId }) => indicatorId)))
    mutation.reset()
    if (wrong.length === 0) mutation.mutate()
  }
  return {
    run,
    pending: mutation.isPending,
    error: mutation.error,
    done: mutation.data,
    shown,
    wrong: cells.filter((cell) => shown.has(cell.indicatorId) && faultsOf(cell).length > 0).length,
  }
}
