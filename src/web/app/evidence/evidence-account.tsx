import { useQuery } from '@tanstack/react-query'
import { evidenceQuery, type Proven } from './evidence-queries.ts'
import { EvidenceStrip } from './evidence-strip.tsx'
import { SuspicionList } from './suspicion-list.tsx'

/** What looks odd in a cell or an entry of it, and the files that prove it. */
export function EvidenceAccount({ proven, mayAdd }: { proven: Proven; mayAdd: boolean }) {
  const { data } = useQuery(evidenceQuery(proven))
  return (
    <>
      <SuspicionList programmeId={proven.programmeId} suspicions={data?.suspicions ?? []} />
      <EvidenceStrip proven={proven} mayAdd={mayAdd} />
    </>
  )
}
