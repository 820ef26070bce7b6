/** Every address of the app. Pages other than the living table are loaded when they are asked for. */
import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { z } from 'zod'
import { importTabs } from './imports/import-tabs.ts'
import { ledgerSearchSchema, ledgersSearchSchema } from './ledgers/ledger-search.ts'
import { tableSearchSchema } from './living-table/table-search.ts'
import { mapSearchSchema } from './map/map-search.ts'
import { HomePage } from './pages/home-page.tsx'
import { IndicatorPage } from './pages/indicator-page.tsx'
import { LivingTablePage } from './pages/living-table-page.tsx'
import { monthSearchSchema } from './month-search.ts'
import { oversightRoutes } from './oversight-routes.ts'
import { plansSearchSchema } from './plans/plans-search.ts'
import { root } from './root-route.ts'
import { comparisonSearchSchema } from './second-reading/comparison-search.ts'

/** Forms and dialogs bring Ant Design with them; reading the table does not need it. */
function lazyWithAntd(load: () => Promise<ComponentType>) {
  return lazyRouteComponent(async () => {
    const [{ withAntd }, Page] = await Promise.all([import('./antd-settings.tsx'), load()])
    return { default: withAntd(Page) }
  })
}

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage })

const programmes = createRoute({
  getParentRoute: () => root,
  path: '/programmes',
  component: lazyRouteComponent(() => import('./pages/programmes-page.tsx'), 'ProgrammesPage'),
})

const livingTable = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId',
  validateSearch: tableSearchSchema,
  component: LivingTablePage,
})

const indicator = createRoute({
  getParentRoute: () => livingTable,
  path: '/indicators/$indicatorId',
  component: IndicatorPage,
})

const amendments = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/amendments',
  validateSearch: z.object({ indicator: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./amendments/amendments-page.tsx'), 'AmendmentsPage'),
})

const shares = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/shares',
  validateSearch: z.object({ only: z.literal('differences').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./shares/shares-page.tsx'), 'SharesPage'),
})

const sheets = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/sheets',
  validateSearch: monthSearchSchema,
  component: lazyRouteComponent(() => import('./reporting/sheets-page.tsx'), 'SheetsPage'),
})

const sheet = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/sheets/$unitId',
  // The cell that a notice is about.
  validateSearch: monthSearchSchema.extend({ indicator: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./reporting/sheet-page.tsx'), 'SheetPage'),
})

const plans = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/plans',
  validateSearch: plansSearchSchema,
  component: lazyRouteComponent(() => import('./plans/plans-page.tsx'), 'PlansPage'),
})

const plan = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/plans/$indicatorId',
  component: lazyRouteComponent(() => import('./plans/plan-page.tsx'), 'PlanPage'),
})

const signing = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/signing',
  component: lazyRouteComponent(() => import('./plans/signing-page.tsx'), 'SigningPage'),
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/review',
  validateSearch: monthSearchSchema.extend({
    step: z.enum(['lead', 'office']).optional().catch(undefined),
    show: z.literal('doubts').optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage'),
})

const periods = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/periods',
  component: lazyRouteComponent(() => import('./periods/periods-page.tsx'), 'PeriodsPage'),
})

const ledgers = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/ledgers',
  validateSearch: ledgersSearchSchema,
  component: lazyRouteComponent(() => import('./ledgers/ledgers-page.tsx'), 'LedgersPage'),
})

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/ledgers/$indicatorId',
  validateSearch: ledgerSearchSchema,
  component: lazyRouteComponent(() => import('./ledgers/ledger-page.tsx'), 'LedgerPage'),
})

const map = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/map',
  validateSearch: mapSearchSchema,
  component: lazyRouteComponent(() => import('./map/map-page.tsx'), 'MapPage'),
})

const overview = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/overview',
  component: lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({
    next: z
      .string()
      .regex(/^\/(?![/\\])/)
      .optional()
      .catch(undefined),
  }),
  component: lazyWithAntd(async () => (await import('./pages/sign-in-page.tsx')).SignInPage),
})

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: z.object({
    show: z.literal('all').optional().catch(undefined),
    post: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'InboxPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyWithAntd(async () => (await import('./account/account-page.tsx')).AccountPage),
})

const posts = createRoute({
  getParentRoute: () => root,
  path: '/posts',
  validateSearch: z.object({ q: z.string().optional().catch(undefined) }),
  component: lazyWithAntd(async () => (await import('./posts/posts-page.tsx')).PostsPage),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyWithAntd(async () => (await import('./pages/people-page.tsx')).PeoplePage),
})

const sessions = createRoute({
  getParentRoute: () => root,
  path: '/sessions',
  component: lazyRouteComponent(() => import('./pages/sessions-page.tsx'), 'SessionsPage'),
})

const log = createRoute({
  getParentRoute: () => root,
  path: '/log',
  component: lazyRouteComponent(() => import('./pages/log-page.tsx'), 'LogPage'),
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyWithAntd(async () => (await import('./imports/imports-page.tsx')).ImportsPage),
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  validateSearch: z.object({ tab: z.enum(importTabs).optional().catch(undefined) }),
  component: lazyWithAntd(async () => (await import('./imports/import-page.tsx')).ImportPage),
})

const comparison = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId/comparison/$programmeId',
  validateSearch: comparisonSearchSchema,
  component: lazyWithAntd(async () => (await import('./second-reading/comparison-page.tsx')).ComparisonPage),
})

const importReport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId/report',
  component: lazyRouteComponent(() => import('./import-report/report-page.tsx'), 'ImportReportPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    programmes,
    livingTable.addChildren([indicator]),
    amendments,
    shares,
    ledgers,
    ledger,
    map,
    sheets,
    sheet,
    plans,
    plan,
    signing,
    review,
    periods,
    ...oversightRoutes,
    overview,
    imports,
    oneImport,
    comparison,
    importReport,
    signIn,
    inbox,
    account,
    posts,
    people,
    sessions,
    log,
  ]),
  scrollRestoration: true,
  // Plain words in the address: ?unit=…&kind=quantity, not JSON.
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
