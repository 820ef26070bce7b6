import { Link, useRouterState, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../domain/access.ts'
import { InboxCount } from './inbox/inbox-count.tsx'
import { useMayDo } from './session.tsx'

const places = [
  {
    to: '/',
    action: 'programme.read',
    label: 'navTable',
    match: /^\/(programmes\/(?!.*\/(plans|signing)).*)?$/,
  },
  { to: '/programmes', action: 'programme.read', label: 'navProgrammes', match: /^\/programmes\/?$/ },
  { to: '/plans', action: 'plan.read', label: 'navPlans', match: /^\/(programmes\/.*\/)?plans/ },
  { to: '/signing', action: 'plan.sign', label: 'navSigning', match: /^\/(programmes\/.*\/)?signing/ },
  { to: '/inbox', action: 'notice.read', label: 'navInbox', match: /^\/inbox/ },
  { to: '/imports', action: 'import.read', label: 'navImports', match: /^\/imports/ },
  { to: '/people', action: 'person.read', label: 'navPeople', match: /^\/people/ },
  { to: '/posts', action: 'person.read', label: 'navPosts', match: /^\/posts/ },
  { to: '/sessions', action: 'session.read', label: 'navSessions', match: /^\/sessions/ },
  { to: '/log', action: 'log.read', label: 'navLog', match: /^\/log/ },
] as const satisfies readonly { to: LinkProps['to']; action: Action; label: string; match: RegExp }[]

/** Only the places one may go to. */
export function MainNavigation() {
  const { t } = useTranslation()
  const mayDo = useMayDo()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <nav aria-label={t('mainNavigation')} className="main-navigation">
      {places
        .filter((place) => mayDo(place.action))
        .map(({ to, label, match }) => (
          <Link
            key={to}
            to={to}
            // A programme's address begins like that of the list of years, but is the table.
            activeOptions={{ exact: true }}
            {...(match.test(path) ? { 'aria-current': 'page' as const } : {})}
          >
            {t(label)}
            {to === '/inbox' && <InboxCount />}
          </Link>
        ))}
    </nav>
  )
}
