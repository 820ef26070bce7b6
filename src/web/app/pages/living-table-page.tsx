import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { LivingTable } from '../living-table/living-table.tsx'
import { usePageTitle } from '../page-title.ts'
import { programmeQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'

/** One programme; a promise may be open beside it (indicator-page.tsx). */
export function LivingTablePage() {
  const { programmeId, indicatorId } = useParams({ strict: false })
  const programme = useQuery(programmeQuery(programmeId ?? ''))
  usePageTitle(programme.data?.title)
  if (!programme.data)
    return (
      <div className="page">
        <QueryOutcome query={programme} level={1} />
      </div>
    )
  return (
    <div className={indicatorId === undefined ? 'living' : 'living living-with-panel'}>
      <div className="living-table">
        <LivingTable programme={programme.data} openPromise={indicatorId} />
      </div>
      <Outlet />
    </div>
  )
}
