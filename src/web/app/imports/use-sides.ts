import {
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
  type SyntheticEvent,
} from 'react'
import type { DraftProgramme } from '../../../domain/draft.ts'
import { needsLook, tasksOf } from './import-reading.ts'
import { tabForMark, type ImportTab } from './import-tabs.ts'
import { focusKeeperOf } from './keep-focus.ts'
import { keysOf, lightingOf, reveal } from './lighting.ts'
import type { Side } from './side-switch.tsx'

type Jump = { readonly to: Side; readonly key: string }

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
  readonly followers: {
    readonly onPointerOver: (event: SyntheticEvent) => void
    readonly onPointerLeave: () => void
    readonly onFocus: (event: SyntheticEvent) => void
    readonly onClick: (event: SyntheticEvent) => void
  }
}

/** How the two sides follow each other: lights on hover and focus, a jump on click. */
export function useSides({ draft, tab, setTab }: SidesInput): Sides {
  const root = useRef<HTMLDivElement>(null)
  const sourcePane = useRef<HTMLElement>(null)
  const readingPane = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState<Side>('reading')
  const [, render] = useState(0)
  const jump = useRef<Jump>(undefined)
  const lighting = useMemo(() => lightingOf(() => root.current), [])
  const keeper = useMemo(() => focusKeeperOf(() => readingPane.current), [])

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

  // Waits, render by render, until the side and tab it leads to are there.
  useLayoutEffect(() => {
    const wanted = jump.current
    if (wanted) {
      const pane = wanted.to === 'source' ? sourcePane.current : readingPane.current
      if (!reveal(pane, wanted.key)) return
      jump.current = undefined
      lighting.show(wanted.key)
    } else keeper.restore()
  })

  const followers = useMemo(
    () => ({
      onPointerOver: (event: SyntheticEvent) => lighting.follow(event.target),
      onPointerLeave: () => lighting.follow(null),
      onFocus: (event: SyntheticEvent) => {
        keeper.note(event.target)
        lighting.follow(event.target)
      },
      onClick: (event: SyntheticEvent) => {
        if (!(event.target instanceof Element) || !sourcePane.current?.contains(event.target)) return
        // Selecting words is no jump.
        if (document.getSelection()?.isCollapsed === false) return
        if (event.target.closest('a')) event.preventDefault()
        showOther(event.target)
      },
    }),
    [lighting, keeper, showOther],
  )
  return { root, sourcePane, readingPane, side, setSide, showInSource, showInReading, showOther, followers }
}
