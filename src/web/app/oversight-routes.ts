/** The addresses of oversight: where promises stand and will end, what is done about it, and what comes of the year. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { acceptanceSearchSchema } from './acceptance/acceptance-search.ts'
import { assessmentSearchSchema } from './assessment/assessment-search.ts'
import { leaderSearchSchema } from './leader/leader-search.ts'
import { lightsSearchSchema } from './lights/lights-search.ts'
import { matrixSearchSchema } from './matrix/matrix-search.ts'
import { newOrderSearchSchema, ordersSearchSchema } from './orders/orders-search.ts'
import { papersSearchSchema } from './papers/papers-search.ts'
import { monthSearchSchema } from './month-search.ts'
import { root } from './root-route.ts'

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

export const oversightRoutes = [
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
] as const
