import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { planByDefault } from '../support/default-plans.ts'
import { keepPromise } from '../support/kept-promise.ts'
import { samplePhotograph } from '../support/sample-photograph.ts'
import { openSite } from '../support/site.ts'
import { appears, demoProgramme, goTo, phone, visit, type Visit } from '../support/visit.ts'

const site = await openSite()

let browser: Browser
let programme: string
let promise: string
let visiting: Visit | undefined

beforeAll(async () => {
  browser = await openBrowser()
  const lead = await visit(browser, { site, as: 'qiantou' })
  programme = await demoProgramme(lead.page)
  await planByDefault(lead.page, site, programme)
  await lead.leave()
  promise = await keepPromise(browser, site)
})
afterAll(() => browser.close())
afterEach(async () => {
  await visiting?.leave()
  visiting = undefined
})

async function as(signInName: string, size = {}): Promise<Page> {
  await visiting?.leave()
  visiting = await visit(browser, { site, as: signInName, ...size })
  visiting.page.setDefaultTimeout(15_000)
  return visiting.page
}

it('a promise is claimed by its lead unit, looked at on site, accepted and closed', async () => {
  let page = await as('qiantou')
  await page.goto(`${programme}/acceptance`)
  await page
    .getByRole('list', { name: '按状态筛选' })
    .getByRole('link', { name: /可申请 1/ })
    .click()
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByRole('alert').filter({ hasText: '请写明完成了什么' }).waitFor()
  await page.getByLabel('完成情况说明').fill('全部建成，已投入使用。')
  await page.getByRole('button', { name: '提交申请' }).click()
  const claim = page.getByRole('region', { name: /第 1 次申请：申请中/ })
  await claim.waitFor()
  await claim.getByLabel('添加照片或文件').setInputFiles({
    name: '竣工验收表.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF'),
  })
  await claim.getByText('佐证材料 1 份').waitFor()

  page = await as('ducha', phone)
  await page.goto(`${programme}/acceptance/${promise}`)
  const entry = page.getByRole('article', { name: '阳湖托育园' })
  await entry.getByLabel('没找到').check()
  await entry.getByRole('button', { name: '保存核查' }).click()
  await entry.getByRole('alert').filter({ hasText: '请写明看到了什么' }).waitFor()
  await entry.getByLabel('属实').check()
  await entry.getByRole('button', { name: '保存核查' }).click()
  await entry.getByText('再次核查').waitFor()
  await entry.getByLabel('添加照片或文件').setInputFiles({
    name: '门头.jpg',
    mimeType: 'image/jpeg',
    buffer: await samplePhotograph(9),
  })
  await page.getByText('抽查 1 条，现场属实 1 条，都有照片。').waitFor()
  await page.getByLabel('通过验收').check()
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByRole('region', { name: /第 1 次申请：已验收/ }).waitFor()
  await page.getByRole('radio', { name: '销号' }).check()
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByRole('region', { name: /第 1 次申请：已销号/ }).waitFor()

  // What is closed asks for nothing any more: it stands apart from what is to be done.
  const listed = page.locator(`a[href$="/acceptance/${promise}"]`)
  await page.getByRole('link', { name: '全部承诺的验收' }).click()
  await page.getByRole('heading', { name: '抽查规则' }).waitFor()
  expect(await listed.count()).toBe(0)
  await page.getByRole('link', { name: /^已销号 1$/ }).click()
  await listed.waitFor()

  page = await as('qiantou')
  await page.goto(`${programme}/indicators/${promise}`)
  expect(await appears(page.getByRole('link', { name: '验收：已销号' }))).toBe(true)
})

it('what is closed says so wherever its light is listed, and is counted apart', async () => {
  const page = await as('ducha')
  const closedOn = /^\d{4}年\d+月\d+日已销号$/
  await page.goto(`${programme}/desk`)
  await page.getByRole('list', { name: '各等级的承诺数' }).getByRole('link', { name: '1 已销号' }).click()
  await page.getByRole('table').getByText(closedOn).first().waitFor()
  expect(await page.getByRole('table').getByText(closedOn).count()).toBe(1)
  expect(await page.getByRole('table').getByRole('link', { name: '督办', exact: true }).count()).toBe(0)
  await page.getByRole('table').getByRole('link').first().click()
  expect(await appears(page.locator('.panel-light').getByText(closedOn))).toBe(true)
  await page.goto(`${programme}/forecasts`)
  const closed = page.getByRole('region', { name: '已销号（1 项）' })
  expect(await appears(closed.getByText(closedOn))).toBe(true)
  expect(await accessibilityFaults(page)).toEqual([])
})

it('units are ranked with their accounts, and another scheme is tried before it is set', async () => {
  const page = await as('ducha')
  await page.goto(programme)
  await goTo(page, '年终', '考核')
  await page.getByRole('table', { name: '辖市、区' }).getByRole('link', { name: '武进区' }).click()
  const account = page.getByRole('region', { name: '武进区的得分怎样算出' })
  await account.getByRole('row', { name: /完成度/ }).waitFor()
  expect(new URL(page.url()).search).toContain('unit=')
  const form = page.getByRole('form', { name: '考核办法' })
  const weights = form.getByRole('group', { name: '权重（合计 100）' })
  await weights.getByLabel('完成度').fill('60')
  await form.getByRole('button', { name: '试算排名' }).click()
  await form.getByRole('alert').filter({ hasText: '合计是 110' }).waitFor()
  await weights.getByLabel('进度').fill('15')
  await form.getByRole('button', { name: '试算排名' }).click()
  await form.getByRole('table', { name: '试算结果 辖市、区' }).waitFor()
  await form.getByLabel('修改理由').fill('年底看结果')
  await form.getByRole('button', { name: '发布新办法' }).click()
  await page.getByText(/第 1 号，自 2023 年起.*年底看结果/).waitFor()
})

it('what is not accepted is carried over into a draft of the next year', async () => {
  const page = await as('ducha')
  await page.goto(`${programme}/acceptance`)
  await page.getByRole('link', { name: '结转到下一年度' }).click()
  await page.getByRole('button', { name: '全不选' }).click()
  await page
    .getByRole('checkbox', { name: /^2\.1 / })
    .first()
    .check()
  await page.getByLabel('决定文号或会议').fill('市政府第 18 次常务会议')
  await page.getByLabel('决定日期').fill('2023-12-28')
  await page.getByRole('button', { name: '生成 2024 年度草案' }).click()
  await page.waitForURL('**/imports/*')
  expect(await appears(page.getByText('2024年度').first())).toBe(true)
})

it.each([
  ['wide', {}],
  ['on a phone', phone],
])('read well %s: axe finds nothing and nothing reaches beyond the screen', async (_, size) => {
  const page = await as('ducha', size)
  for (const path of ['acceptance', `acceptance/${promise}`, 'assessment', 'carry-over']) {
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
