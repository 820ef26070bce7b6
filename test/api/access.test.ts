import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../src/contract/route.ts'
import * as session from '../../src/contract/session.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'

const contracts = join(import.meta.dirname, '../../src/contract')

/** Every route there is: a route added to the contract is here without anyone remembering. */
const modules = await Promise.all(
  readdirSync(contracts).map(
    async (file): Promise<Record<string, unknown>> => import(`${contracts}/${file}`),
  ),
)
const routes = modules
  .flatMap((module): unknown[] => Object.values(module))
  .filter(
    (value): value is Route =>
      typeof value === 'object' && value !== null && 'method' in value && 'path' in value,
  )

const everybody = ['public', 'ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao', 'xitong', 'anquan', 'shenji']

const signedIn = everybody.filter((name) => name !== 'public')
const staff = ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao']

/** Who may call what, written out by hand beside the rules it checks. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'GET /api/session': everybody,
  'POST /api/session': everybody,
  'DELETE /api/session': signedIn,
  'GET /api/programmes': everybody,
  'GET /api/programmes/:programmeId': everybody,
  'GET /api/programmes/:programmeId/source': everybody,
  'GET /api/programmes/:programmeId/table.docx': everybody,
  'GET /api/programmes/:programmeId/table.xlsx': everybody,
  'GET /api/programmes/:programmeId/original': everybody,
  'GET /api/programmes/:programmeId/amendments': everybody,
  'GET /api/programmes/:programmeId/shares': everybody,
  'GET /api/imports': ['ducha'],
  'POST /api/imports': ['ducha'],
  'GET /api/imports/:importId': ['ducha'],
  'POST /api/imports/:importId/other-table': ['ducha'],
  'POST /api/imports/:importId/corrections': ['ducha'],
  'POST /api/imports/:importId/adoption': ['ducha'],
  'GET /api/imports/:importId/comparison/:programmeId': ['ducha'],
  'POST /api/imports/:importId/amendment': ['ducha'],
  'GET /api/imports/:importId/report': ['ducha'],
  'GET /api/imports/:importId/report.xlsx': ['ducha'],
  'GET /api/programmes/:programmeId/plans': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'GET /api/programmes/:programmeId/plans/:indicatorId': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'POST /api/programmes/:programmeId/plans': ['qiantou'],
  'GET /api/programmes/:programmeId/plans.xlsx': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'POST /api/programmes/:programmeId/plan-readings': ['qiantou'],
  'GET /api/programmes/:programmeId/signing': ['qiantou', 'xiaqu'],
  'POST /api/programmes/:programmeId/signatures': ['qiantou', 'xiaqu'],
  'POST /api/programmes/:programmeId/consents': ['ducha'],
  'GET /api/notices': staff,
  'GET /api/notices/count': staff,
  'POST /api/notices/marks': staff,
  'GET /api/notices/stream': staff,
  'POST /api/people': ['xitong'],
  'POST /api/people/:personId/password': ['xitong'],
  'POST /api/people/:personId/account': ['xitong'],
  'GET /api/posts': ['xitong'],
  'POST /api/posts': ['xitong'],
  'POST /api/posts/:postId/handover': ['xitong'],
  'GET /api/account': signedIn,
  'POST /api/account/password': signedIn,
  'POST /api/account/mail-address': signedIn,
  'GET /api/colleagues': staff,
  'POST /api/posts/:postId/delegations': staff,
  'DELETE /api/delegations/:delegationId': staff,
  'GET /api/programmes/:programmeId/periods': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'POST /api/programmes/:programmeId/period-rules': ['ducha'],
  'POST /api/calendar-days': ['ducha'],
  'GET /api/programmes/:programmeId/freezes': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'POST /api/programmes/:programmeId/freezes': ['ducha'],
  'GET /api/programmes/:programmeId/freezes/:month/:no': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'GET /api/programmes/:programmeId/sheets/:month': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'GET /api/programmes/:programmeId/sheets/:month/:unitId': [
    'ducha',
    'qiantou',
    'fuzeren',
    'xiaqu',
    'lingdao',
  ],
  'PUT /api/programmes/:programmeId/sheets/:month/:unitId/drafts/:indicatorId': ['qiantou', 'xiaqu'],
  'POST /api/programmes/:programmeId/sheets/:month/:unitId/submission': ['qiantou', 'xiaqu'],
  'GET /api/programmes/:programmeId/indicators/:indicatorId/semantics': [
    'ducha',
    'qiantou',
    'fuzeren',
    'xiaqu',
    'lingdao',
  ],
  'POST /api/programmes/:programmeId/indicators/:indicatorId/semantics': ['ducha', 'qiantou'],
  'GET /api/programmes/:programmeId/reviews/:month/lead': ['fuzeren'],
  'POST /api/programmes/:programmeId/reviews/:month/lead': ['fuzeren'],
  'GET /api/programmes/:programmeId/reviews/:month/office': ['ducha'],
  'POST /api/programmes/:programmeId/reviews/:month/office': ['ducha'],
  'GET /api/programmes/:programmeId/indicators/:indicatorId/course': staff,
  'GET /api/programmes/:programmeId/milestones': staff,
  'GET /api/programmes/:programmeId/desk': ['ducha'],
  'GET /api/programmes/:programmeId/leader': ['ducha', 'lingdao'],
  'GET /api/programmes/:programmeId/lights': staff,
  'GET /api/programmes/:programmeId/forecasts': staff,
  'GET /api/light-rules': staff,
  'POST /api/light-rules': ['ducha'],
  'POST /api/programmes/:programmeId/light-rules/preview': ['ducha'],
  'GET /api/programmes/:programmeId/orders': staff,
  'GET /api/programmes/:programmeId/orders/:orderId': staff,
  'GET /api/programmes/:programmeId/orders/:orderId/steps/:no/paper.docx': staff,
  'GET /api/programmes/:programmeId/orders/:orderId/steps/:no/paper.pdf': staff,
  'POST /api/programmes/:programmeId/orders': ['ducha'],
  'POST /api/programmes/:programmeId/orders/:orderId/sendings': ['qiantou', 'fuzeren', 'xiaqu'],
  'POST /api/programmes/:programmeId/orders/:orderId/decisions': ['ducha'],
  'POST /api/programmes/:programmeId/orders/:orderId/files': ['ducha', 'qiantou', 'fuzeren', 'xiaqu'],
  'POST /api/programmes/:programmeId/instructions': ['lingdao'],
  'POST /api/programmes/:programmeId/instructions/:instructionId/set-aside': ['ducha'],
  'GET /api/ladder-rules': staff,
  'POST /api/ladder-rules': ['ducha'],
  'GET /api/programmes/:programmeId/papers': staff,
  'POST /api/programmes/:programmeId/papers': ['ducha'],
  'GET /api/papers/:paperId': staff,
  'POST /api/papers/:paperId/texts': ['ducha'],
  'POST /api/papers/:paperId/seal': ['ducha'],
  'GET /api/papers/:paperId/paper.docx': staff,
  'GET /api/papers/:paperId/paper.pdf': staff,
  'GET /api/programmes/:programmeId/freezes/:month/:no/monthly.docx': staff,
  'GET /api/programmes/:programmeId/freezes/:month/:no/monthly.xlsx': staff,
  'GET /api/programmes/:programmeId/freezes/:month/:no/monthly.pdf': staff,
  'GET /api/programmes/:programmeId/freezes/:month/:no/table.docx': staff,
  'GET /api/programmes/:programmeId/acceptance': staff,
  'GET /api/programmes/:programmeId/acceptance/:indicatorId': staff,
  'POST /api/programmes/:programmeId/acceptance/:indicatorId/claims': ['qiantou'],
  'POST /api/programmes/:programmeId/acceptance-claims/:claimId/files': ['qiantou'],
  'POST /api/programmes/:programmeId/acceptance-claims/:claimId/entries/:entryId/photographs': ['ducha'],
  'POST /api/programmes/:programmeId/acceptance-claims/:claimId/entries/:entryId/inspections': ['ducha'],
  'POST /api/programmes/:programmeId/acceptance-claims/:claimId/steps': ['ducha'],
  'POST /api/acceptance-rules': ['ducha'],
  'GET /api/programmes/:programmeId/assessment': staff,
  'GET /api/programmes/:programmeId/assessment.xlsx': staff,
  'POST /api/programmes/:programmeId/assessment/trial': ['ducha'],
  'POST /api/programmes/:programmeId/assessment/satisfaction': ['ducha'],
  'POST /api/assessment-schemes': ['ducha'],
  'GET /api/programmes/:programmeId/carry-over': ['ducha'],
  'POST /api/programmes/:programmeId/carry-over': ['ducha'],
  'POST /api/paper-templates/:kind': ['ducha'],
  'DELETE /api/paper-templates/:kind': ['ducha'],
  'GET /api/paper-templates/:kind/template.docx': staff,
  'GET /api/map': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'GET /api/programmes/:programmeId/map': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'GET /api/programmes/:programmeId/ledgers': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'GET /api/programmes/:programmeId/ledgers/:indicatorId': [
    'ducha',
    'qiantou',
    'fuzeren',
    'xiaqu',
    'lingdao',
  ],
  'GET /api/programmes/:programmeId/ledgers/:indicatorId/loads': [
    'ducha',
    'qiantou',
    'fuzeren',
    'xiaqu',
    'lingdao',
  ],
  'GET /api/programmes/:programmeId/ledgers/:indicatorId/template.xlsx': [
    'ducha',
    'qiantou',
    'fuzeren',
    'xiaqu',
    'lingdao',
  ],
  'GET /api/programmes/:programmeId/ledgers/:indicatorId/entries.xlsx': [
    'ducha',
    'qiantou',
    'fuzeren',
    'xiaqu',
    'lingdao',
  ],
  'GET /api/programmes/:programmeId/ledgers/:indicatorId/entries.csv': [
    'ducha',
    'qiantou',
    'fuzeren',
    'xiaqu',
    'lingdao',
  ],
  'GET /api/programmes/:programmeId/entries/:entryId': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'POST /api/programmes/:programmeId/ledgers/:indicatorId/units/:unitId/entries': ['qiantou', 'xiaqu'],
  'POST /api/programmes/:programmeId/ledgers/:indicatorId/units/:unitId/loads': ['qiantou', 'xiaqu'],
  'POST /api/programmes/:programmeId/entries/:entryId/replacement': ['qiantou', 'xiaqu'],
  'POST /api/programmes/:programmeId/entries/:entryId/withdrawal': ['qiantou', 'xiaqu'],
  'POST /api/programmes/:programmeId/entries/:entryId/decision': ['ducha', 'fuzeren'],
  'GET /api/programmes/:programmeId/evidence': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'POST /api/programmes/:programmeId/evidence': ['qiantou', 'xiaqu'],
  'GET /api/evidence/:evidenceId/original': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'GET /api/evidence/:evidenceId/thumbnail': ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'],
  'POST /api/suspicions/:suspicionId/rulings': ['ducha', 'fuzeren'],
  'GET /api/units': ['ducha', 'xitong'],
  'GET /api/people': ['xitong'],
  'GET /api/sessions': ['anquan'],
  'DELETE /api/sessions/:sessionId': ['anquan'],
  'GET /api/log': ['shenji'],
}

onEveryServer('access', (database) => {
  let server: TestApp
  beforeAll(async () => {
    server = await openTestApp(database())
  })
  afterAll(() => server.close())

  it('is written down here for every endpoint', () => {
    expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      Object.keys(allowed).toSorted(),
    )
  })

  it('is all there is: the server has no other endpoint below /api', () => {
    const served = server.app.printRoutes({ commonPrefix: false })
    const described = new Set(routes.map(({ path }) => path))
    const documented = Object.keys(server.app.swagger().paths ?? {}).map((path) =>
      path.replaceAll(/\{(\w+)\}/g, ':$1'),
    )
    expect(new Set(documented.filter((path) => path.startsWith('/api/')))).toEqual(described)
    expect(served).toContain('openapi.json')
  })

  describe.each(everybody)('of %s', (name) => {
    let visitor: Visitor
    beforeAll(async () => {
      visitor = name === 'public' ? null : await server.signIn(name)
    })

    // Signing out comes last, as it ends the visit.
    const inOrder = routes.toSorted((a, b) => Number(a === session.signOut) - Number(b === session.signOut))
    it.each(inOrder.map((route) => [`${route.method} ${route.path}`, route] as const))(
      'to %s',
      async (key, route) => {
        const url = route.path.replace(':sessionId', '0'.repeat(64)).replaceAll(/:\w+/g, () => randomUUID())
        const { status, body } = await server.send(visitor, {
          method: route.method,
          url,
          ...emptyBody(route),
          // An event stream does not end by itself.
          ...(route.stream && { payloadAsStream: true }),
        })
        const refusal = /^access\.(denied|sign-in-needed)$/.test(body?.code)
          ? `${status} ${body.code}`
          : 'let in'
        const expected = name === 'public' ? '401 access.sign-in-needed' : '403 access.denied'
        expect(refusal).toBe(allowed[key]?.includes(name) ? 'let in' : expected)
      },
    )
  })
})

function emptyBody(route: Route) {
  return route.body === undefined ? {} : { payload: {} }
}
