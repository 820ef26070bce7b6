import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LivingProgramme } from '../../contract/programmes.ts'

type ProgrammeFrameProps = {
  programme: Pick<LivingProgramme, 'id' | 'title'>
  className: string
  heading: string
  children: ReactNode
}

/** A page about a programme: which programme, what the page is, and the page. */
export function ProgrammeFrame({ programme, className, heading, children }: ProgrammeFrameProps) {
  return (
    <div className={`page ${className}`}>
      <p className="quiet">
        <Link to="/programmes/$programmeId" params={{ programmeId: programme.id }} lang="zh-CN">
          {programme.title}
        </Link>
      </p>
      <h1>{heading}</h1>
      {children}
    </div>
  )
}
