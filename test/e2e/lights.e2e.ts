import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { planByDefault } from '../support/default-plans.ts'
import { openSite } from '../support/site.ts'
import { appears, demoProgramme, goTo, phone, visit, type Visit } from '../support/visit.ts'

const site = await openSite()

let browser: Browser
let programme: string
let visiting: Visit | undefined
beforeAll(async () => {
  browser = await openBrowser()
  const lead = await visit(browser, { site, as: 'qiantou' })
  programme = await demoProgramme(lead.page)
  await planByDefault(lead.page, site, programme)
  await lead.leave()
})
afterAll(() => browser.close())
afterEach(async () => {
  await visiting?.leave()
  visiting = undefined
})

async function as(signInName: string, size = {}): Promise<Page> {
  visiting = await visit(browser, { site, as: signInName, ...size })
  visiting.page.setDefaultTimeout(15_000)
  return visiting.page
}

it('say of every promise where it stands and why, by project, unit and leader', async () => {
  const page = await as('lingdao')
  await page.goto(programme)
  await goTo(page, '态势')
  await page.getByRole('heading', { level: 1, name: '亮灯' }).waitFor()
  // The year is over and nothing was ever reported.
  await page.getByText(/共110项：.*严重滞后/).waitFor()
  const first = page.getByRole('table').first()
  expect(
    await appears(first.getByRole('cell', { name: /12月底应完成.*还没有审定的数.*R3 为红/ }).first()),
  ).toBe(true)
  await page.getByRole('list', { name: '按什么分组' }).getByRole('link', { name: '按单位' }).click()
  await page.getByRole('region', { name: '天宁区' }).waitFor()
  await page
    .getByRole('list', { name: '按等级筛选' })
    .getByRole('link', { name: /严重滞后/ })
    .click()
  expect(new URL(page.url()).search).toContain('level=far-behind')
  await page.getByRole('list', { name: '按什么分组' }).getByRole('link', { name: '按分管领导' }).click()
  await page.getByRole('region').first().getByRole('link').first().click()
  const panel = page.getByRole('complementary')
  expect(await appears(panel.getByText(/按规则 R\d 为红/))).toBe(true)
})

it('follow rules that the office tries on the year before it sets them', async () => {
  const page = await as('ducha')
  await page.goto(`${programme}/light-rules`)
  const clause = page.getByRole('group', { name: /序时进度/ })
  await clause.getByLabel(/为严重滞后/).fill('500')
  await page
    .getByRole('group', { name: /未填报/ })
    .getByLabel('连续未填报达到（个月）为严重滞后')
    .fill('12')
  await page.getByRole('button', { name: '试算：今年哪些灯会变' }).click()
  await page.getByText(/今年到现在有 [\d,]+ 盏灯会变/).waitFor()
  await clause.getByLabel(/仍算达序时/).fill('600')
  await page.getByRole('button', { name: '试算：今年哪些灯会变' }).click()
  await page.getByRole('alert').filter({ hasText: '序时进度' }).waitFor()
  await clause.getByLabel(/仍算达序时/).fill('5')
  await page.getByLabel('自哪个月起').selectOption({ label: '2023年12月' })
  await page.getByLabel('修改理由').fill('年底收官，单列口径')
  await page.getByRole('button', { name: '发布新规则' }).click()
  await page.getByText(/第 1 号，自2023年12月起.*年底收官/).waitFor()
  await page.goto(`${programme}/lights`)
  expect(await appears(page.getByRole('link', { name: '按第 1 号规则' }))).toBe(true)
})

it('forecast where promises will end, worst first, with when it could be seen', async () => {
  const page = await as('ducha')
  await page.goto(`${programme}/forecasts?month=2023-06-01`)
  const warned = page.getByRole('table', { name: /照此下去可能完不成的/ })
  const row = warned.getByRole('row').nth(1)
  // Half the year is over and nothing was ever reported.
  await row.getByText(/按期完成的可能性 \d+%.*依据：/).waitFor()
  expect(await row.innerText()).toMatch(/2023年\d月起已能看出/)
  await page.getByLabel('月份').selectOption({ label: '2023年12月 · 已锁定' })
  await page
    .getByText(/期限已过，未达到目标/)
    .first()
    .waitFor()
  expect(await appears(page.getByRole('table', { name: /其余/ }))).toBe(true)
})

it.each([
  ['wide', {}],
  ['on a phone', phone],
])('read well %s: axe finds nothing and nothing reaches beyond the screen', async (_, size) => {
  const page = await as('ducha', size)
  for (const path of ['lights', 'light-rules', 'forecasts?month=2023-06-01']) {
    await page.goto(`${programme}/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(
      await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      ),
    ).toBe(0)
  }
})
