import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { planByDefault } from '../support/default-plans.ts'
import { openSite } from '../support/site.ts'
import { appears, demoProgramme, phone, visit, type Visit } from '../support/visit.ts'

const site = await openSite()
const year = new Date().getFullYear()

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

/** One person after the other at the same desk. */
async function as(signInName: string, size = {}): Promise<Page> {
  await visiting?.leave()
  visiting = await visit(browser, { site, as: signInName, ...size })
  visiting.page.setDefaultTimeout(15_000)
  return visiting.page
}

it('follow a leader’s instruction: issued with a number, replied to with a file, returned, accepted', async () => {
  let page = await as('lingdao', phone)
  await page.goto(`${programme}/orders`)
  await page.getByRole('heading', { name: '还没有督办' }).waitFor()
  await page.getByRole('link', { name: '写批示' }).click()
  await page.getByRole('button', { name: '送督查室交办' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('批示内容').fill('请一周内查明原因，拿出追赶措施。')
  await page.getByRole('button', { name: '送督查室交办' }).click()
  await page.getByRole('region', { name: '有 1 条领导批示等待交办' }).waitFor()

  page = await as('ducha')
  await page.goto('/inbox')
  await page.getByRole('link', { name: /领导批示，请交办/ }).click()
  expect(await page.getByLabel('督办内容').inputValue()).toContain('批示：请一周内查明原因')
  await page.getByRole('button', { name: '编号并交办' }).click()
  await page.getByRole('alert').first().waitFor()
  await page.getByLabel('牵头单位').selectOption({ label: '武进区' })
  await page.getByRole('button', { name: '编号并交办' }).click()
  await page.getByText(`批督〔${year}〕1号`).first().waitFor()

  page = await as('xiaqu')
  await page.goto('/inbox')
  await page.getByRole('link', { name: /督办单（蓝）：.*落实领导批示/ }).click()
  await page.getByRole('button', { name: '办结反馈' }).click()
  const form = page.getByRole('form', { name: '办结反馈' })
  await form.getByLabel('添加照片或文件').setInputFiles({
    name: '情况说明.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 说明'),
  })
  await form.getByText('情况说明.pdf').waitFor()
  await form.getByRole('button', { name: '提交' }).click()
  await form.getByRole('alert').waitFor()
  await form.getByLabel('办理情况').fill('已查明，措施已落实。')
  await form.getByRole('button', { name: '提交' }).click()
  await page.getByText('办结反馈等待答复').waitFor()

  page = await as('ducha')
  await page.goto('/inbox')
  await page.getByRole('link', { name: /报来办结反馈，请审核/ }).click()
  await page.getByRole('button', { name: '退回' }).click()
  await page.getByLabel('理由').fill('请补充现场照片。')
  await page.getByRole('button', { name: '提交' }).click()
  const history = page.getByRole('region', { name: '办理过程' })
  await history.getByText('请补充现场照片。').waitFor()
  await page.getByRole('button', { name: '直接办结' }).click()
  await page.getByLabel('理由').fill('已现场核实。')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('已办结').first().waitFor()
  expect(
    await history
      .getByRole('listitem')
      .filter({ hasText: /督查专员|联络员/ })
      .count(),
  ).toBe(4)
  expect(await page.getByRole('region', { name: '办理', exact: true }).count()).toBe(0)
})

it('are not made of an instruction that the office sets aside, whose leader sees why', async () => {
  let page = await as('lingdao', phone)
  await page.goto(`${programme}/instruct`)
  await page.getByLabel('批示内容').fill('已阅，请持续关注。')
  await page.getByRole('button', { name: '送督查室交办' }).click()

  page = await as('ducha')
  await page.goto(`${programme}/orders`)
  const waiting = page.getByRole('region', { name: '有 1 条领导批示等待交办' })
  await waiting.getByRole('button', { name: '不另立项' }).click()
  await waiting.getByRole('button', { name: '提交' }).click()
  await waiting.getByText('请写明理由，作批示的领导会看到。').waitFor()
  await waiting.getByLabel('理由').fill('阅示件，纳入日常调度。')
  expect(await accessibilityFaults(page)).toEqual([])
  await waiting.getByRole('button', { name: '提交' }).click()
  await waiting.waitFor({ state: 'detached' })

  page = await as('lingdao', phone)
  await page.goto('/inbox')
  await page.getByRole('link', { name: /您批示的“已阅，请持续关注。”不另立项：阅示件，纳入日常调度/ }).click()
  await page.getByText('不另立项的批示 1 条').click()
  expect(await appears(page.getByText(/阅示，无须立项。\s*阅示件，纳入日常调度/))).toBe(true)

  page = await as('ducha')
  await page.goto(`${programme}/orders`)
  await page.getByText('不另立项的批示 1 条').click()
  await page.getByRole('link', { name: '按批示交办' }).click()
  expect(await page.getByLabel('督办内容').inputValue()).toContain('批示：已阅，请持续关注。')
})

it('say what is the matter and offer the way out that helps', async () => {
  const page = await as('zhonglou')
  await page.goto(`${programme}/orders/01a00000-0000-7000-8000-000000000000`)
  await page.getByRole('heading', { name: '没有找到' }).waitFor()
  expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0)
  await page.getByRole('link', { name: '回到首页' }).waitFor()

  await page.goto(`${programme}/desk`)
  await page.getByRole('heading', { name: '不能查看' }).waitFor()
  expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0)

  await page.route('**/api/programmes/*/orders', (route) => route.abort())
  await page.goto(`${programme}/orders`)
  await page.getByRole('heading', { name: '没有读到' }).waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: '重试' }).click()
  // Nothing of its own, though others have: said, with the way to theirs.
  await page.getByRole('heading', { name: '本单位没有督办' }).waitFor()
  await page.getByRole('link', { name: /看所有单位的/ }).click()
  await page.getByRole('link', { name: /落实领导批示/ }).waitFor()
})

it('begin at a light that lags, with its sentence, and where the rules say', async () => {
  const page = await as('ducha')
  await page.goto(`${programme}/lights?level=far-behind`)
  await page.getByRole('table').first().getByRole('link', { name: '督办', exact: true }).first().click()
  expect(await page.getByLabel('督办事项').inputValue()).toMatch(/进度滞后$/)
  expect(await page.getByLabel('从哪一级开始').inputValue()).toBe('urging')
  await page.getByLabel('从哪一级开始').selectOption({ label: '督办单（红）' })
  await page.getByLabel('牵头单位').selectOption({ label: '武进区' })
  await page.getByRole('button', { name: '编号并交办' }).click()
  await page.getByRole('alert').filter({ hasText: '直接用“督办单（红）”要写明紧急的理由' }).waitFor()
  await page.getByLabel(/写明紧急的理由/).fill('年底在即')
  await page.getByRole('button', { name: '编号并交办' }).click()
  await page.getByText(`政督〔${year}〕1号`).first().waitFor()
  expect(
    await appears(
      page
        .getByRole('region', { name: '督办单' })
        .getByText(/12月底应完成.*R3 为红/)
        .first(),
    ),
  ).toBe(true)
})

it('on a doubt go to the unit whose figure it is, and to nobody else', async () => {
  const page = await as('ducha')
  await page.goto(`${programme}/lights?level=far-behind`)
  const byLight = page.getByRole('table').first().getByRole('link', { name: '督办', exact: true }).first()
  await byLight.waitFor()
  await page.goto((await byLight.getAttribute('href')) ?? '')
  await page.getByLabel('督办事项').waitFor()
  const bound = page.getByRole('button', { name: /^移除/ })
  expect(await bound.count()).toBeGreaterThan(0)
  const doubted = new URL(page.url())
  doubted.searchParams.delete('month')
  doubted.searchParams.set('suspicion', '01a00000-0000-7000-8000-000000000000')
  await page.goto(doubted.href)
  await page.getByText('依据这个疑点交办').waitFor()
  expect(await page.getByLabel('督办事项').inputValue()).toMatch(/填报情况存疑$/)
  expect(await bound.count()).toBe(0)
})

it('climb by rules that the office sets from a month on', async () => {
  const page = await as('ducha')
  await page.goto(`${programme}/ladder-rules`)
  await page.getByLabel('督办单代字').fill('常政督')
  await page.getByLabel('自动升级到督办单（蓝）').check()
  await page.getByLabel('修改理由').fill('催办无果自动出单')
  await page.getByRole('button', { name: '发布新规则' }).click()
  await page.getByText(/第 1 号，自.*催办无果自动出单/).waitFor()
  await page.goto(`${programme}/orders`)
  expect(await appears(page.getByRole('link', { name: '按第 1 号梯次规则' }))).toBe(true)
})

it.each([
  ['wide', {}],
  ['on a phone', phone],
])('read well %s: axe finds nothing and nothing reaches beyond the screen', async (_, size) => {
  const page = await as('ducha', size)
  await page.goto(`${programme}/orders`)
  const look = async () => {
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(
      await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      ),
    ).toBe(0)
  }
  await look()
  await page
    .getByRole('link', { name: /进度滞后/ })
    .first()
    .click()
  await page.getByRole('button', { name: '补充附件' }).click()
  await look()
  for (const path of ['orders/new', 'ladder-rules']) {
    await page.goto(`${programme}/${path}`)
    await look()
  }
})
