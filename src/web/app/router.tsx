/** Every address of the app. Pages other than the living table are loaded when they are asked for. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { z } from 'zod'
import { acceptanceSearchSchema } from './acceptance/acceptance-search.ts'
import { assessmentSearchSchema } from './assessment/assessment-search.ts'
import { importTabs } from './imports/import-tabs.ts'
import { leaderSearchSchema } from './leader/leader-search.ts'
import { ledgerSearchSchema, ledgersSearchSchema } from './ledgers/ledger-search.ts'
import { lightsSearchSchema } from './lights/lights-search.ts'
import { tableSearchSchema } from './living-table/table-search.ts'
import { matrixSearchSchema } from './matrix/matrix-search.ts'
import { mapSearchSchema } from './map/map-search.ts'
import { HomePage } from './pages/home-page.tsx'
import { IndicatorPage } from './pages/indicator-page.tsx'
import { LivingTablePage } from './pages/living-table-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { UnexpectedPage } from './pages/unexpected-page.tsx'
import { newOrderSearchSchema, ordersSearchSchema } from './orders/orders-search.ts'
import { papersSearchSchema } from './papers/papers-search.ts'
import { plansSearchSchema } from './plans/plans-search.ts'
import { comparisonSearchSchema } from './second-reading/comparison-search.ts'
import { Shell } from './shell.tsx'

/** Forms and dialogs bring Ant Design with them; reading the table does not need it. */
function lazyWithAntd(load: () => Promise<ComponentType>) {
  return lazyRouteComponent(async () => {
    const [{ withAntd }, Page] = await Promise.all([import('./antd-settings.tsx'), load()])
    return { default: withAntd(Page) }
  })
}

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: UnexpectedPage,
})

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

/** A month of the year, and for review whose step. */
const monthSearchSchema = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}-01$/)
    .optional()
    .catch(undefined),
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

const lights = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/lights',
  validateSearch: lightsSearchSchema,
  component: lazyRouteComponent(() => import('./lights/lights-page.tsx'), 'LightsPage'),
})

const forecasts = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/forecasts',
  validateSearch: monthSearchSchema,
  component: lazyRouteComponent(() => import('./forecasts/forecasts-page.tsx'), 'ForecastsPage'),
})

const desk = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/desk',
  component: lazyRouteComponent(() => import('./desk/desk-page.tsx'), 'DeskPage'),
})

const leader = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/leader',
  validateSearch: leaderSearchSchema,
  component: lazyRouteComponent(() => import('./leader/leader-page.tsx'), 'LeaderPage'),
})

const matrix = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/matrix',
  validateSearch: matrixSearchSchema,
  component: lazyRouteComponent(() => import('./matrix/matrix-page.tsx'), 'MatrixPage'),
})

const milestones = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/milestones',
  component: lazyRouteComponent(() => import('./milestones/milestones-page.tsx'), 'MilestonesPage'),
})

const lightRules = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/light-rules',
  component: lazyRouteComponent(() => import('./lights/light-rules-page.tsx'), 'LightRulesPage'),
})

const orders = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/orders',
  validateSearch: ordersSearchSchema,
  component: lazyRouteComponent(() => import('./orders/orders-page.tsx'), 'OrdersPage'),
})

const newOrder = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/orders/new',
  validateSearch: newOrderSearchSchema,
  component: lazyRouteComponent(() => import('./orders/new-order-page.tsx'), 'NewOrderPage'),
})

const order = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/orders/$orderId',
  component: lazyRouteComponent(() => import('./orders/order-page.tsx'), 'OrderPage'),
})

const instruct = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/instruct',
  validateSearch: z.object({ indicator: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./orders/instruct-page.tsx'), 'InstructPage'),
})

const ladderRules = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/ladder-rules',
  component: lazyRouteComponent(() => import('./orders/ladder-rules-page.tsx'), 'LadderRulesPage'),
})

const papers = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/papers',
  validateSearch: papersSearchSchema,
  component: lazyRouteComponent(() => import('./papers/papers-page.tsx'), 'PapersPage'),
})

const paper = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/papers/$paperId',
  component: lazyRouteComponent(() => import('./papers/paper-page.tsx'), 'PaperPage'),
})

const acceptance = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/acceptance',
  validateSearch: acceptanceSearchSchema,
  component: lazyRouteComponent(() => import('./acceptance/acceptance-page.tsx'), 'AcceptancePage'),
})

const promiseAcceptance = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/acceptance/$indicatorId',
  component: lazyRouteComponent(
    () => import('./acceptance/promise-acceptance-page.tsx'),
    'PromiseAcceptancePage',
  ),
})

const assessment = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/assessment',
  validateSearch: assessmentSearchSchema,
  component: lazyRouteComponent(() => import('./assessment/assessment-page.tsx'), 'AssessmentPage'),
})

const carryOver = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$programmeId/carry-over',
  component: lazyRouteComponent(() => import('./carry-over/carry-over-page.tsx'), 'CarryOverPage'),
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
    desk,
    leader,
    matrix,
    milestones,
    lights,
    forecasts,
    lightRules,
    orders,
    newOrder,
    order,
    instruct,
    ladderRules,
    papers,
    paper,
    acceptance,
    promiseAcceptance,
    assessment,
    carryOver,
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
