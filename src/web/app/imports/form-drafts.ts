/** What somebody has typed and not saved yet, by form; it survives a reload of the page, not the end of the visit. */
import { useCallback, useState } from 'react'

const storageKey = (importId: string, name: string): string => `jiannuo.import.${importId}.${name}`

/** A browser may refuse storage; then the typed text lives as long as the page. */
function readStored(key: string): unknown {
  try {
    const stored = sessionStorage.getItem(key)
    return stored === null ? undefined : JSON.parse(stored)
  } catch {
    return undefined
  }
}

function store(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // See readStored.
  }
}

export function keepFormDraft(importId: string, form: string, values: unknown): void {
  store(storageKey(importId, form), values)
}

export type FormDraft<Values> = {
  readonly values: Values
  readonly set: (values: Values) => void
  /** Back to the first values, and nothing kept. */
  readonly forget: () => void
  /** Whether the values differ from the first ones. */
  readonly touched: boolean
}

/** The values of one form: what was typed before, else `first`. */
export function useFormDraft<Values>(importId: string, form: string, first: Values): FormDraft<Values> {
  const key = storageKey(importId, form)
  const [kept, setKept] = useState(() => readStored(key) as Values | undefined)
  const set = useCallback(
    (values: Values | undefined) => {
      setKept(values)
      store(key, values)
    },
    [key],
  )
  const forget = useCallback(() => set(undefined), [set])
  return { values: kept ?? first, set, forget, touched: kept !== undefined }
}

/** The form that is open on this page, e.g. "edit:i1.1.1"; it is open again after a reload. */
export function useOpenForm(importId: string): [string | null, (form: string | null) => void] {
  const key = storageKey(importId, 'open')
  const [open, setOpen] = useState(() => (readStored(key) as string | undefined) ?? null)
  const change = useCallback(
    (form: string | null) => {
      setOpen(form)
      store(key, form ?? undefined)
    },
    [key],
  )
  return [open, change]
}
