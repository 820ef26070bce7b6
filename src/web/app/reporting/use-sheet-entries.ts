/** Typing into a sheet: shown at once, kept in this browser, saved to the server when the typing pauses. */
import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { saveDraft, type CellRow, type Sheet } from '../../../contract/reporting.ts'
import type { TypedActual } from '../../../domain/actual.ts'
import { call, CallFailure } from '../api.ts'
import { keepUnsaved, mergeEntries, readUnsaved, startOf, storageKey, type Entries } from './sheet-entries.ts'

const pauseMs = 600
const retryMs = 4000

export type SheetEntries = {
  readonly entries: Entries
  readonly typedOf: (cell: CellRow) => TypedActual
  /** Changes fields of one or many cells in one step. */
  readonly change: (changes: readonly (readonly [CellRow, Partial<TypedActual>])[]) => void
  /** Settles a conflict. */
  readonly choose: (indicatorId: string, mine: boolean) => void
  /** Waits for what is on its way and sends nothing more until `resume`. */
  readonly pause: () => Promise<void>
  readonly resume: () => void
  /** What was submitted is typed no longer. */
  readonly forget: (indicatorIds: readonly string[]) => void
  readonly state: 'saved' | 'saving' | 'kept-here'
}

export function useSheetEntries(sheet: Sheet): SheetEntries {
  const key = storageKey(sheet)
  const [entries, setEntries] = useState<Entries>(() => mergeEntries(readUnsaved(key), sheet))
  const [merged, setMerged] = useState(sheet)
  const [failing, setFailing] = useState(false)
  const paused = useRef(false)
  const underway = useRef<Promise<void> | undefined>(undefined)
  if (merged !== sheet) {
    setMerged(sheet)
    setEntries(mergeEntries(entries, sheet))
  }
  useEffect(() => keepUnsaved(key, entries), [key, entries])

  const { mutateAsync } = useMutation({
    networkMode: 'always',
    mutationFn: ({ indicatorId, ...body }: { indicatorId: string; revision: number; draft: TypedActual }) =>
      call(saveDraft, {
        params: {
          programmeId: sheet.programme.id,
          month: sheet.period.month,
          unitId: sheet.unit.id,
          indicatorId,
        },
        body,
      }),
  })

  const saveOne = useCallback(
    async (indicatorId: string, { typed, revision }: Entries[string]) => {
      try {
        const saved = await mutateAsync({ indicatorId, revision, draft: typed })
        setFailing(false)
        setEntries((now) => withSaved(now, indicatorId, typed, saved.revision))
      } catch (error) {
        const theirs = overtakenBy(error)
        setFailing(theirs === undefined)
        if (theirs) setEntries((now) => withConflict(now, indicatorId, theirs))
      }
    },
    [mutateAsync],
  )

  const unsaved = useMemo(
    () => Object.entries(entries).filter(([, { saved, conflict }]) => !saved && !conflict),
    [entries],
  )
  useEffect(() => {
    const [next] = unsaved
    if (!next || paused.current) return undefined
    const timer = setTimeout(
      () => {
        if (underway.current || paused.current) return
        underway.current = saveOne(...next).finally(() => {
          underway.current = undefined
          setEntries((now) => ({ ...now }))
        })
      },
      failing ? retryMs : unsaved.length > 1 ? 0 : pauseMs,
    )
    return () => clearTimeout(timer)
  }, [unsaved, failing, saveOne])

  const change = useCallback<SheetEntries['change']>((changes) => {
    setEntries((now) => {
      const next = { ...now }
      for (const [cell, fields] of changes) {
        const entry = next[cell.indicatorId]
        const typed = { ...(entry?.typed ?? startOf(cell)), ...fields }
        next[cell.indicatorId] = { revision: 0, ...entry, typed, saved: false }
      }
      return next
    })
  }, [])

  return {
    entries,
    change,
    typedOf: (cell) => entries[cell.indicatorId]?.typed ?? startOf(cell),
    choose: (indicatorId, mine) => setEntries((now) => withChoice(now, indicatorId, mine)),
    pause: async () => {
      paused.current = true
      await underway.current
    },
    resume: () => {
      paused.current = false
      setEntries((now) => ({ ...now }))
    },
    forget: (ids) =>
      setEntries((now) => Object.fromEntries(Object.entries(now).filter(([id]) => !ids.includes(id)))),
    state: unsaved.length === 0 ? 'saved' : failing ? 'kept-here' : 'saving',
  }
}

/** Saved, unless it was typed on meanwhile; then the next saving goes on from this revision. */
function withSaved(now: Entries, id: string, typed: TypedActual, revision: number): Entries {
  const entry = now[id]
  return entry ? { ...now, [id]: { ...entry, revision, saved: entry.typed === typed } } : now
}

type Theirs = NonNullable<Entries[string]['conflict']>

function overtakenBy(error: unknown): Theirs | undefined {
  if (!(error instanceof CallFailure) || error.code !== 'draft.overtaken') return undefined
  const { by, revision, draft } = error.details as { by: string; revision: number; draft: TypedActual }
  return { by, revision, typed: draft }
}

function withConflict(now: Entries, id: string, conflict: Theirs): Entries {
  const entry = now[id]
  return entry ? { ...now, [id]: { ...entry, conflict } } : now
}

function withChoice(now: Entries, id: string, mine: boolean): Entries {
  const entry = now[id]
  if (!entry?.conflict) return now
  const { conflict, typed } = entry
  return {
    ...now,
    [id]: { typed: mine ? typed : conflict.typed, revision: conflict.revision, saved: !mine },
  }
}
