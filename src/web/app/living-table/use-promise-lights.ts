import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { lightsQuery } from '../lights/light-queries.ts'
import { useMayDo } from '../session.tsx'
import type { PromiseLights } from './table-context.ts'
import '../lights/lights.css'

const none: PromiseLights = new Map()

/** Asked for beside the table, which does not wait for them. A promise that is not planned has no light to show. */
export function usePromiseLights(programmeId: string): PromiseLights {
  const mayRead = useMayDo()('light.read')
  const { data } = useQuery({ ...lightsQuery(programmeId), enabled: mayRead })
  return useMemo(() => {
    if (!data || !mayRead) return none
    const lit = data.subjects.filter(({ scope, level }) => scope === 'indicator' && level !== 'unplanned')
    // Before there are plans nothing is drawn again.
    return lit.length === 0
      ? none
      : new Map(lit.map(({ subjectId, level }) => [subjectId, { level, colour: data.colours[level] }]))
  }, [data, mayRead])
}
