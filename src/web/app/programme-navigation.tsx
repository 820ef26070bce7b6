import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../domain/duty/access.ts'
import { useMayDo } from './session.tsx'

const places = [
  { to: '/programmes/$programmeId/desk', actions: ['desk.read'], label: 'navDesk' },
  { to: '/programmes/$programmeId/leader', actions: ['leader-page.read'], label: 'navLeader' },
  { to: '/programmes/$programmeId', actions: ['programme.read'], label: 'navTable' },
  { to: '/programmes/$programmeId/overview', actions: ['programme.read'], label: 'navOverview' },
  { to: '/programmes/$programmeId/lights', actions: ['light.read'], label: 'navLights' },
  { to: '/programmes/$programmeId/matrix', actions: ['light.read'], label: 'navMatrix' },
  { to: '/programmes/$programmeId/milestones', actions: ['light.read'], label: 'navMilestones' },
  { to: '/programmes/$programmeId/forecasts', actions: ['light.read'], label: 'navForecasts' },
  { to: '/programmes/$programmeId/orders', actions: ['order.read'], label: 'navOrders' },
  { to: '/programmes/$programmeId/plans', actions: ['plan.read'], label: 'navPlans' },
  { to: '/programmes/$programmeId/signing', actions: ['plan.sign'], label: 'navSigning' },
  { to: '/programmes/$programmeId/ledgers', actions: ['entry.read'], label: 'navLedgers' },
  { to: '/programmes/$programmeId/map', actions: ['entry.read'], label: 'navMap' },
  { to: '/programmes/$programmeId/sheets', actions: ['actual.read'], label: 'navSheets' },
  { to: '/programmes/$programmeId/review', actions: ['review.lead', 'review.office'], label: 'navReview' },
  { to: '/programmes/$programmeId/periods', actions: ['period.read'], label: 'navPeriods' },
  { to: '/programmes/$programmeId/papers', actions: ['paper.read'], label: 'navPapers' },
  { to: '/programmes/$programmeId/acceptance', actions: ['acceptance.read'], label: 'navAcceptance' },
  { to: '/programmes/$programmeId/assessment', actions: ['assessment.read'], label: 'navAssessment' },
] as const satisfies readonly { to: LinkProps['to']; actions: readonly Action[]; label: string }[]

/** Where the work on one programme is done; only the places one may go to. */
export function ProgrammeNavigation({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation()
  const mayDo = useMayDo()
  return (
    <nav aria-label={t('programmeNavigation')} className="programme-navigation">
      {places
        .filter(({ actions }) => actions.some(mayDo))
        .map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            params={{ programmeId }}
            // The table's own address begins every other; a promise open beside it is still the table.
            activeOptions={{ exact: to === '/programmes/$programmeId', includeSearch: false }}
          >
            {t(label)}
          </Link>
        ))}
    </nav>
  )
}
