import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { fillMonth, type FilledMonth } from '../support/filled-month.ts'
import { openSite } from '../support/site.ts'
import { appears, demoProgramme, phone, visit, type Visit } from '../support/visit.ts'

const site = await openSite()

let browser: Browser
let programme: string
let filled: FilledMonth
let visiting: Visit | undefined
beforeAll(async () => {
  browser = await openBrowser()
  filled = await fillMonth(browser, site)
  const anybody = await visit(browser, { site })
  programme = await demoProgramme(anybody.page)
  await anybody.leave()
})
afterAll(() => browser.close())
afterEach(async () => {
  await visiting?.leave()
  visiting = undefined
})

async function as(signInName: string | undefined, size = {}): Promise<Page> {
  visiting = await visit(browser, { site, ...(signInName === undefined ? {} : { as: signInName }), ...size })
  visiting.page.setDefaultTimeout(15_000)
  return visiting.page
}

it('is where the office begins: what is due, what lags and why, what changed; each one click from acting', async () => {
  const page = await as('ducha')
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
  const section = (name: RegExp) => page.getByRole('region', { name })
  await section(/滞后在哪里/)
    .getByText(/按规则 R\d 为红/)
    .first()
    .waitFor()
  await section(/以来$/)
    .getByText(/天宁区报送2023年2月 3 项/)
    .waitFor()
  await section(/反映的问题/)
    .getByText('进度偏慢')
    .first()
    .waitFor()
  await section(/待认定的疑点/)
    .getByRole('listitem')
    .first()
    .waitFor()
  await section(/未填报/)
    .getByRole('link', { name: '武进区' })
    .waitFor()
  await section(/待办/)
    .getByRole('link', { name: /2023年2月有 1 项数等待督查室审核/ })
    .click()
  expect(await appears(page.getByRole('heading', { level: 1, name: /审核/ }))).toBe(true)
  expect(page.url()).toContain(`${programme}/review?month=2023-02-01&step=office`)
})

it('leads from a figure of the matrix to its evidence in three clicks', async () => {
  const page = await as('ducha')
  await page.goto(`${programme}/matrix`)
  await page.getByText('数据表').click()
  const table = page.getByRole('table', { name: '单位与项目对照' })
  await table
    .getByRole('row', { name: /^武进区/ })
    .getByRole('link', { name: /^滞后/ })
    .nth(1)
    .click()
  const drill = page.getByRole('region', { name: /^武进区 · 1/ })
  expect(await drill.getByRole('heading').evaluate((heading) => heading.matches(':focus'))).toBe(true)
  expect(new URL(page.url()).search).toMatch(/unit=.*project=/)
  await drill
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href$="${filled.indicatorId}"]`) })
    .getByRole('link', { name: '台账与佐证' })
    .click()
  await page.getByRole('button', { name: '阳湖托育园' }).click()
  expect(await appears(page.getByRole('article', { name: '现场.jpg' }))).toBe(true)
})

it('draws what it shows and gives picture and figures away', async () => {
  const page = await as('ducha')
  await page.goto(`${programme}/indicators/${filled.indicatorId}`)
  await page.getByText('进度曲线').click()
  const figure = page.getByRole('figure', { name: /^进度与计划/ })
  await figure.locator('svg').waitFor()
  const take = async (name: RegExp) => {
    const taking = page.waitForEvent('download')
    await figure.getByRole('button', { name }).click()
    return taking
  }
  expect((await take(/\.png/)).suggestedFilename()).toMatch(/^进度与计划.*（演示）\.png$/)
  const figures = await take(/\.csv/)
  expect(figures.suggestedFilename()).toMatch(/^进度与计划.*（演示）\.csv$/)
  const lines = readFileSync(await figures.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines.filter((line) => line.endsWith(',演示数据，数字均为虚构'))).toHaveLength(13)
  await figure.getByText('数据表').click()
  expect(await figure.getByRole('row').count()).toBe(13)
})

it('is one screen of a phone for the leader, who lands there; a link that was sent asks for signing in first', async () => {
  const page = await as(undefined, phone)
  await page.goto(`${programme}/leader`)
  await page.getByLabel('用户名').fill('lingdao')
  await page.getByLabel('密码').fill('jiannuo-demo')
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '我的民生实事 · 徐华勤' }).waitFor()
  expect(page.url()).toBe(`${site}${programme}/leader`)
  await page
    .getByRole('region', { name: '差得最多的' })
    .getByText(/按规则 R\d 为红/)
    .first()
    .waitFor()
  const all = page.getByRole('link', { name: '全部 51 项' })
  const box = await all.boundingBox()
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.height)
  await all.click()
  await page.getByRole('heading', { name: /分管的 51 项承诺/ }).waitFor()
  expect(
    await page
      .getByRole('list', { name: /分管的 51 项承诺/ })
      .locator('> li')
      .count(),
  ).toBe(51)
  await page.goto('/')
  expect(await appears(page.getByRole('heading', { level: 1, name: '我的民生实事 · 徐华勤' }))).toBe(true)
})

it.each([
  ['wide', {}],
  ['on a phone', phone],
])('reads well %s: axe finds nothing and nothing reaches beyond the screen', async (_, size) => {
  const page = await as('ducha', size)
  for (const path of ['matrix', 'milestones', 'leader?paper=shown']) {
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
