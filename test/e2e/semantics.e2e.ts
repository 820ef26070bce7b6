import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { planByDefault } from '../support/default-plans.ts'
import { openSite } from '../support/site.ts'
import { appears, demoProgramme, phone, visit, type Visit } from '../support/visit.ts'

const site = await openSite()

let browser: Browser
let programme: string
/** The plan page of the first promise. */
let plan: string
const visits: Visit[] = []
beforeAll(async () => {
  browser = await openBrowser()
  const page = await as('qiantou')
  programme = await demoProgramme(page)
  const living = await (await page.request.get(`/api${programme}`)).json()
  plan = `${programme}/plans/${living.projects[0].tasks[0].indicators[0].id}`
})
afterAll(() => browser.close())
afterEach(async () => {
  for (const one of visits.splice(0)) await one.leave()
})

async function as(signInName: string, size = {}): Promise<Page> {
  const one = await visit(browser, { site, as: signInName, ...size })
  visits.push(one)
  one.page.setDefaultTimeout(20_000)
  return one.page
}

const section = (page: Page) => page.getByRole('region', { name: '口径', exact: true })
const reason = (page: Page) => section(page).getByLabel('原因（会留在记录里）')

describe('what figures mean', { timeout: 120_000 }, () => {
  it('is declared by the lead unit once a plan is in force, with a reason that is kept while typed', async () => {
    const page = await as('qiantou')
    await page.goto(plan)
    await section(page).getByText('分解生效以后才能设定口径').waitFor()
    await planByDefault(page, site, programme)
    await page.reload()
    await section(page).getByText('未设定时：自年初累计').waitFor()
    await section(page).getByRole('button', { name: '改变口径……' }).click()
    expect(
      await section(page)
        .getByRole('radio', { name: /^当月数/ })
        .isChecked(),
    ).toBe(true)
    await section(page).getByRole('button', { name: '保存口径' }).click()
    await section(page).getByRole('alert').getByText('请写明原因').waitFor()
    await reason(page).fill('按月统计')
    await page.reload()
    expect(await reason(page).inputValue()).toBe('按月统计')
    expect(await accessibilityFaults(page)).toEqual([])
    await section(page).getByRole('button', { name: '保存口径' }).click()
    const history = section(page).getByRole('list', { name: '口径的历次设定' })
    await history.getByText('按月统计').waitFor()
    expect(await appears(section(page).getByText('系统把各月相加'))).toBe(true)
  })

  it('is told when somebody else declared it meanwhile, and what was typed is still there', async () => {
    const office = await as('ducha', phone)
    await office.goto(plan)
    await section(office).getByText('按月统计').waitFor()
    await section(office).getByRole('button', { name: '改变口径……' }).click()
    await reason(office).fill('市里统一口径')
    const lead = await as('qiantou')
    await lead.goto(plan)
    await section(lead).getByRole('button', { name: '改变口径……' }).click()
    await reason(lead).fill('又改回来')
    await section(lead).getByRole('button', { name: '保存口径' }).click()
    await section(lead).getByText('又改回来').waitFor()
    await section(office).getByRole('button', { name: '保存口径' }).click()
    await section(office).getByRole('alert').getByText('刚才有人先改了').waitFor()
    await section(office).getByText('又改回来').waitFor()
    expect(await reason(office).inputValue()).toBe('市里统一口径')
    expect(await office.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await accessibilityFaults(office)).toEqual([])
    await section(office)
      .getByRole('radio', { name: /^当月数/ })
      .check()
    await section(office).getByRole('button', { name: '保存口径' }).click()
    const history = section(office).getByRole('list', { name: '口径的历次设定' })
    await history.getByText('市里统一口径').waitFor()
    expect(await history.getByRole('listitem').count()).toBe(4)
  })

  it('is read by a district, which declares nothing; when it cannot be had the page says so', async () => {
    const page = await as('xiaqu')
    await page.route('**/semantics', (route) => route.abort())
    await page.goto(plan)
    await section(page).getByRole('alert').getByText('连不上服务器').waitFor()
    await page.unroute('**/semantics')
    await section(page).getByRole('button', { name: '重试' }).click()
    await section(page).getByText('市里统一口径').waitFor()
    expect(await section(page).getByRole('button', { name: '改变口径……' }).count()).toBe(0)
  })
})
