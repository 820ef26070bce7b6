import type { ReactNode } from 'react'

type DeskSectionProps = {
  id: string
  title: string
  /** What stands there when there is nothing: never an empty space. */
  empty: ReactNode
  isEmpty: boolean
  note?: ReactNode
  children: ReactNode
}

/** One question of the office and its answer. */
export function DeskSection({ id, title, empty, isEmpty, note, children }: DeskSectionProps) {
  return (
    <section className="desk-section" aria-labelledby={`desk-${id}`}>
      <h2 id={`desk-${id}`}>{title}</h2>
      {note !== undefined && <p className="quiet desk-note">{note}</p>}
      {isEmpty ? <p className="quiet">{empty}</p> : children}
    </section>
  )
}
