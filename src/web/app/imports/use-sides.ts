import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { needsLook, type DraftProgramme } from '../../../domain/programme/draft.ts'
import { tasksOf } from './import-reading.ts'
import { tabForMark, type ImportTab } from './import-tabs.ts'
import { newFocusKeeper } from './keep-focus.ts'
import { keysOf, newLighting, reveal } from './lighting.ts'
import type { Side } from './side-switch.tsx'

type SidesInput = { draft: DraftProgramme; tab: ImportTab; setTab: (tab: ImportTab) => void }

export type Sides = {
  readonly root: RefObject<HTMLDivElement | null>
  readonly sourcePane: RefObject<HTMLElement | null>
  readonly readingPane: RefObject<HTMLDivElement | null>
  /** The side that shows where there is room for one only. */
  readonly side: Side
  readonly setSide: (side: Side) => void
  readonly showInSource: (key: string) => void
  readonly showInReading: (key: string, tab: ImportTab) => void
  /** From whatever element to its counterpart on the other side. */
  readonly showOther: (from: Element) => void
}

/** How the two sides follow each other: lights on hover and focus, a jump on click. */
export function useSides({ draft, tab, setTab }: SidesInput): Sides {
  const root = useRef<HTMLDivElement>(null)
  const sourcePane = useRef<HTMLElement>(null)
  const readingPane = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState<Side>('reading')
  const jump = useRef<{ readonly to: Side; readonly key: string }>(undefined)
  const [, render] = useState(0)
  const [lighting] = useState(newLighting)
  const [keeper] = useState(newFocusKeeper)

  const jumpTo = useCallback((to: Side, key: string) => {
    jump.current = { to, key }
    setSide(to)
    render((times) => times + 1)
  }, [])
  const showInSource = useCallback((key: string) => jumpTo('source', key), [jumpTo])
  const showInReading = useCallback(
    (key: string, wanted: ImportTab) => {
      if (wanted !== tab) setTab(wanted)
      jumpTo('reading', key)
    },
    [tab, setTab, jumpTo],
  )
  const showOther = useCallback(
    (from: Element) => {
      const key = keysOf(from).split(' ')[0] ?? ''
      if (key === '') return
      if (readingPane.current?.contains(from)) {
        showInSource(key)
        return
      }
      const kind = from.closest('[data-leads]')?.getAttribute('data-leads') ?? null
      const indicator = tasksOf(draft)
        .flatMap((task) => task.indicators)
        .find((each) => each.key === key)
      showInReading(key, tabForMark(kind, tab, indicator !== undefined && needsLook(indicator)))
    },
    [draft, tab, showInSource, showInReading],
  )

  // After every rendering: a jump waits for the side and tab it leads to, and the row that had the focus may be gone.
  useLayoutEffect(() => {
    lighting.refresh(root.current)
    const wanted = jump.current
    if (!wanted) {
      keeper.restore(readingPane.current)
      return
    }
    const pane = wanted.to === 'source' ? sourcePane.current : readingPane.current
    if (!reveal(pane, wanted.key)) return
    jump.current = undefined
    lighting.show(root.current, wanted.key)
  })

  useEffect(() => {
    const { current } = root
    const follow = (event: Event): void => lighting.follow(current, event.target)
    const focus = (event: Event): void => {
      keeper.note(readingPane.current, event.target)
      follow(event)
    }
    const leave = (): void => lighting.follow(current, null)
    current?.addEventListener('pointerover', follow)
    current?.addEventListener('pointerleave', leave)
    current?.addEventListener('focusin', focus)
    return () => {
      current?.removeEventListener('pointerover', follow)
      current?.removeEventListener('pointerleave', leave)
      current?.removeEventListener('focusin', focus)
    }
  }, [lighting, keeper])

  useEffect(() => {
    const { current } = sourcePane
    const click = (event: MouseEvent): void => {
      // Selecting words is no jump.
      if (!(event.target instanceof Element) || document.getSelection()?.isCollapsed === false) return
      if (event.target.closest('a')) event.preventDefault()
      showOther(event.target)
    }
    current?.addEventListener('click', click)
    return () => current?.removeEventListener('click', click)
  }, [showOther])

  return { root, sourcePane, readingPane, side, setSide, showInSource, showInReading, showOther }
}
