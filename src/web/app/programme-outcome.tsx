import { useQuery } from '@tanstack/react-query'
import { ProgrammeFrame } from './programme-frame.tsx'
import { programmesQuery } from './queries.ts'
import { QueryOutcome, type Outcome } from './query-outcome.tsx'

type ProgrammeOutcomeProps = { programmeId: string; heading: string; query: Outcome }

/**
 * A page about a programme while its data is awaited or could not be had: its frame stands already, so that nothing
 * jumps and every other place can still be gone to.
 */
export function ProgrammeOutcome({ programmeId, heading, query }: ProgrammeOutcomeProps) {
  const { data: programmes } = useQuery({ ...programmesQuery, staleTime: 60_000 })
  const programme = programmes?.find(({ id }) => id === programmeId)
  if (!programme)
    return (
      <div className="page">
        <QueryOutcome query={query} level={1} />
      </div>
    )
  return (
    <ProgrammeFrame programme={programme} className="" heading={heading}>
      <QueryOutcome query={query} />
    </ProgrammeFrame>
  )
}
