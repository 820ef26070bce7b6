import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/problems/problem.ts'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { demoProgramme, phone, visit, wide, type Visit } from '../support/visit.ts'
import { fillMonth, type FilledMonth } from '../support/filled-month.ts'
import { openSite } from '../support/site.ts'

const site = await openSite()

let browser: Browser
let filled: FilledMonth
beforeAll(async () => {
  browser = await openBrowser()
  filled = await fillMonth(browser, site)
})
afterAll(() => browser.close())

type Prepare = (page: Page) => Promise<unknown>
type State = {
  readonly name: string
  /** With PROGRAMME and INDICATOR for those of the demonstration, PROMISE, UNIT, ENTRY and MONTH for where work is under way. */
  readonly address: string
  readonly as?: string
  /** What the server is made to answer before the page is opened. */
  readonly given?: Prepare
  /** What is done on the page before it is looked at. */
  readonly doing?: Prepare
}

const answers =
  (address: string, json: unknown): Prepare =>
  (page) =>
    page.route(address, (route) => route.fulfill({ json }))
const refuses =
  (address: string): Prepare =>
  (page) =>
    page.route(address, (route) => route.abort())

const states: readonly State[] = [
  { name: 'the table', address: 'PROGRAMME' },
  { name: 'the table by leader, searched', address: 'PROGRAMME?view=leader&q=工程' },
  { name: 'a table in which nothing fits', address: 'PROGRAMME?q=xyzzy' },
  { name: 'a table that cannot be had', address: 'PROGRAMME', given: refuses('**/api/programmes/*') },
  {
    name: 'the table with its filters in use',
    address: 'PROGRAMME?kinds=rate',
    doing: async (page) => {
      const unfold = page.getByRole('button', { name: /^(筛选|Filters)/ })
      if (await unfold.isVisible()) await unfold.click()
      await page.getByRole('combobox').nth(1).click()
    },
  },
  { name: 'a promise', address: 'INDICATOR' },
  { name: 'a promise in its document', address: 'INDICATOR?original=shown' },
  { name: 'a promise without its document', address: 'INDICATOR', given: refuses('**/source') },
  { name: 'an unknown promise', address: 'PROGRAMME/indicators/01a00000-0000-7000-8000-000000000000' },
  { name: 'an unknown programme', address: '/programmes/01a00000-0000-7000-8000-000000000000' },
  { name: 'nothing published', address: '/', given: answers('**/api/programmes', []) },
  { name: 'nothing uploaded', address: '/', as: 'ducha', given: answers('**/api/programmes', []) },
  { name: 'all years', address: '/programmes' },
  { name: 'no years', address: '/programmes', given: answers('**/api/programmes', []) },
  {
    name: 'who carries what',
    address: 'PROGRAMME/overview',
    doing: (page) => page.getByRole('table').waitFor(),
  },
  {
    name: 'who carries what, when it cannot be had',
    address: 'PROGRAMME/overview',
    given: refuses('**/api/programmes/*'),
  },
  { name: 'the amendments', address: 'PROGRAMME/amendments' },
  {
    name: 'amendments that cannot be had',
    address: 'PROGRAMME/amendments',
    given: refuses('**/api/programmes/*/amendments'),
  },
  { name: 'no districts’ tables', address: 'PROGRAMME/shares', as: 'ducha' },
  {
    name: 'the report of no import',
    address: '/imports/01a00000-0000-7000-8000-000000000000/report',
    as: 'ducha',
  },
  { name: 'signing in', address: '/sign-in' },
  {
    name: 'signing in without a password',
    address: '/sign-in',
    doing: (page) => page.locator('form button[type=submit]').click(),
  },
  { name: 'the imports', address: '/imports', as: 'ducha' },
  { name: 'no imports', address: '/imports', as: 'ducha', given: answers('**/api/imports', []) },
  { name: 'imports that cannot be had', address: '/imports', as: 'ducha', given: refuses('**/api/imports') },
  { name: 'people', address: '/people', as: 'xitong' },
  { name: 'people one may not see', address: '/people', as: 'ducha' },
  { name: 'sessions', address: '/sessions', as: 'anquan' },
  { name: 'sessions one must sign in for', address: '/sessions' },
  { name: 'the log', address: '/log', as: 'shenji' },
  { name: 'a log that cannot be had', address: '/log', as: 'shenji', given: refuses('**/api/log*') },
  { name: 'no such page', address: '/nowhere' },
  { name: 'the plans', address: 'PROGRAMME/plans', as: 'qiantou' },
  {
    name: 'plans that cannot be had',
    address: 'PROGRAMME/plans',
    as: 'ducha',
    given: refuses('**/api/programmes/*/plans'),
  },
  { name: 'a plan of one’s own', address: 'PROGRAMME/plans/PROMISE', as: 'qiantou' },
  {
    name: 'a plan with its meaning under change',
    address: 'PROGRAMME/plans/PROMISE',
    as: 'ducha',
    doing: (page) =>
      page
        .getByRole('button', { name: /^(改变口径|Change it)/ })
        .first()
        .click(),
  },
  { name: 'what is to be signed', address: 'PROGRAMME/signing', as: 'xiaqu' },
  { name: 'the ledgers', address: 'PROGRAMME/ledgers', as: 'xiaqu' },
  { name: 'a ledger', address: 'PROGRAMME/ledgers/PROMISE?unit=UNIT', as: 'xiaqu' },
  { name: 'an entry under way', address: 'PROGRAMME/ledgers/PROMISE?unit=UNIT&panel=enter', as: 'xiaqu' },
  {
    name: 'an entry with its evidence, ruled on',
    address: 'PROGRAMME/ledgers/PROMISE?unit=UNIT&panel=ENTRY',
    as: 'ducha',
    doing: (page) =>
      page
        .getByRole('button', { name: /^(认定|Rule on it)/ })
        .first()
        .click(),
  },
  { name: 'the map', address: 'PROGRAMME/map', as: 'ducha' },
  { name: 'the sheets of a month', address: 'PROGRAMME/sheets?month=MONTH', as: 'ducha' },
  { name: 'a sheet', address: 'PROGRAMME/sheets/UNIT?month=MONTH', as: 'xiaqu' },
  {
    name: 'a sheet that cannot be had',
    address: 'PROGRAMME/sheets/UNIT',
    as: 'xiaqu',
    given: refuses('**/api/programmes/*/sheets/**'),
  },
  { name: 'the lead unit’s review', address: 'PROGRAMME/review?month=MONTH', as: 'fuzeren' },
  { name: 'the office’s review', address: 'PROGRAMME/review?month=MONTH', as: 'ducha' },
  { name: 'nothing to review', address: 'PROGRAMME/review?month=2023-01-01', as: 'ducha' },
  { name: 'the desk', address: 'PROGRAMME/desk', as: 'ducha' },
  { name: 'the leader’s page', address: 'PROGRAMME/leader', as: 'lingdao' },
  { name: 'the periods', address: 'PROGRAMME/periods', as: 'ducha' },
  { name: 'the matrix and the ranking', address: 'PROGRAMME/matrix', as: 'ducha' },
  { name: 'the milestones', address: 'PROGRAMME/milestones', as: 'ducha' },
  { name: 'the supervision orders', address: 'PROGRAMME/orders', as: 'ducha' },
  { name: 'a new order', address: 'PROGRAMME/orders/new?indicator=PROMISE', as: 'ducha' },
  { name: 'the rules of the ladder', address: 'PROGRAMME/ladder-rules', as: 'ducha' },
  { name: 'a leader’s instruction', address: 'PROGRAMME/instruct', as: 'lingdao' },
  { name: 'the papers', address: 'PROGRAMME/papers', as: 'ducha' },
  { name: 'acceptance', address: 'PROGRAMME/acceptance', as: 'ducha' },
  { name: 'the acceptance of a promise', address: 'PROGRAMME/acceptance/PROMISE', as: 'qiantou' },
  { name: 'the assessment', address: 'PROGRAMME/assessment', as: 'ducha' },
  { name: 'what is carried over', address: 'PROGRAMME/carry-over', as: 'ducha' },
  { name: 'the inbox', address: '/inbox', as: 'xiaqu' },
  { name: 'one’s account', address: '/account', as: 'xiaqu' },
  { name: 'the posts', address: '/posts', as: 'xitong' },
]

type Look = { readonly language: Language; readonly sizes: readonly Size[] }
type Size = { readonly width: number; readonly height: number }

async function open(state: State, { language, sizes: [size = wide] }: Look): Promise<Visit> {
  const visitor = await visit(browser, {
    site,
    language,
    ...size,
    ...(state.as === undefined ? {} : { as: state.as }),
  })
  const { page } = visitor
  const programme = await demoProgramme(page)
  const indicator = await firstIndicator(page, programme)
  await state.given?.(page)
  const places: Record<string, string> = {
    PROGRAMME: programme,
    INDICATOR: indicator,
    PROMISE: filled.indicatorId,
    UNIT: filled.unitId,
    ENTRY: filled.entryId,
    MONTH: filled.month,
  }
  await page.goto(state.address.replaceAll(/[A-Z]{4,}/g, (name) => places[name] ?? name))
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
  await state.doing?.(page)
  return visitor
}

async function firstIndicator(page: Page, programme: string): Promise<string> {
  type Programme = { projects: { tasks: { indicators: { id: string }[] }[] }[] }
  const { projects } = (await (await page.request.get(`/api${programme}`)).json()) as Programme
  return `${programme}/indicators/${projects[0]?.tasks[0]?.indicators[0]?.id ?? ''}`
}

/** The smallest phone, and a window of 1440 × 1000 pixels zoomed to 200 %. */
const narrow = [
  { width: 360, height: 740 },
  { width: 720, height: 500 },
]

/** Opened at either size once, and looked at in both: a page may be turned, and a window drawn smaller. */
const looks: readonly (readonly [string, Look])[] = [
  ['in Chinese, wide and then on a phone', { language: 'zh', sizes: [wide, phone, ...narrow] }],
  ['in English, on a phone and then wide', { language: 'en', sizes: [phone, ...narrow, wide] }],
]

async function reachesBeyond(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}

describe.each(looks)('%s', (_, look) => {
  it.each(states)('axe finds nothing on $name, and nothing reaches beyond the screen', async (state) => {
    const { page, leave } = await open(state, look)
    const faults: string[] = []
    for (const size of look.sizes) {
      await page.setViewportSize(size)
      if (!narrow.includes(size)) faults.push(...(await accessibilityFaults(page)))
      if (await reachesBeyond(page)) faults.push(`wider than ${size.width} pixels`)
    }
    expect(faults).toEqual([])
    await leave()
  })
})
