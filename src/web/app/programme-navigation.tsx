import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { waysFrom, type Way } from './programme-places.ts'
import { programmesQuery } from './queries.ts'
import { useMayDo, useSession } from './session.tsx'

/** Over every page of a programme: the kinds of work there are, and below them the places of the one that one is at. */
export function ProgrammeNavigation() {
  const { t } = useTranslation()
  const session = useSession()
  const mayDo = useMayDo()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const programmeId = useProgrammeAt(path)
  if (!session || programmeId === undefined) return null
  const { groups, places } = waysFrom(path, mayDo)
  return (
    <nav aria-label={t('programmeNavigation')} className="programme-navigation">
      <Ways ways={groups} programmeId={programmeId} />
      {places.length > 0 && <Ways ways={places} programmeId={programmeId} />}
    </nav>
  )
}

/** Undefined where there is none, or none that this government has. */
function useProgrammeAt(path: string): string | undefined {
  const programmeId = /^\/programmes\/([^/]+)/.exec(path)?.[1]
  const { data } = useQuery({ ...programmesQuery, enabled: programmeId !== undefined })
  return data?.every(({ id }) => id !== programmeId) ? undefined : programmeId
}

function Ways({ ways, programmeId }: { ways: readonly Way[]; programmeId: string }) {
  const { t } = useTranslation()
  return (
    <ul>
      {ways.map(({ label, to, isCurrent }) => (
        <li key={label}>
          <Link
            to={to}
            params={{ programmeId }}
            // The link says by itself when its address is the page; it may also be one of the pages that belong to it.
            activeOptions={{ exact: true, includeSearch: false }}
            {...(isCurrent ? { ref: showInRow, 'aria-current': 'true' as const } : {})}
          >
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** A row that is longer than a phone is wide shows where one is; only the row moves, not the page. */
function showInRow(link: HTMLElement | null): void {
  const row = link?.closest('ul')
  if (link && row) row.scrollLeft = link.offsetLeft + link.offsetWidth / 2 - row.clientWidth / 2
}
