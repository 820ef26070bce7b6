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

async function send(page: Page, path: string, data: object) {
  const answer = await page.request.post(`/api${programme}${path}`, { data, headers: { origin: site } })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

it('wait for a frozen month, and say where to freeze one', async () => {
  const page = await as('ducha')
  await page.goto(programme)
  await goTo(page, '督查', '文书')
  await page.getByRole('heading', { name: '还没有冻结的月份' }).waitFor()
  await page.getByRole('link', { name: '去填报期' }).click()
  expect(await appears(page.getByRole('heading', { level: 1, name: '填报期与冻结' }))).toBe(true)
})

it('are drafted, written on without loss, numbered and kept', async () => {
  const page = await as('ducha')
  await send(page, '/freezes', { month: '2023-01-01', no: 1, reason: '' })
  await page.goto(`${programme}/papers`)
  await page.getByRole('button', { name: '起草' }).click()
  const preview = page.getByRole('article')
  await preview.getByText('第×期').waitFor()
  expect(await appears(preview.getByText(/按项目看/))).toBe(true)

  const body = page.getByRole('textbox', { name: '正文' })
  await body.fill(`${await body.inputValue()}\n特此通报。`)
  await page.reload()
  await page.getByText('有没保存的改动，已留在本机。').waitFor()
  expect(await appears(preview.getByText('特此通报。'))).toBe(true)
  // Nothing is numbered that is not saved.
  expect(await page.getByRole('button', { name: '编号用印……' }).count()).toBe(0)

  await page.route('**/texts', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: '保存为第 2 稿' }).click()
  await page.getByRole('alert').waitFor()
  expect(await body.inputValue()).toContain('特此通报。')
  await page.getByRole('button', { name: '保存为第 2 稿' }).click()
  await page.getByText(/草稿，第 2 稿/).waitFor()

  await page.getByRole('button', { name: '编号用印……' }).click()
  await page.getByRole('button', { name: '编号用印', exact: true }).click()
  await page.getByRole('region', { name: '编号与摘要' }).waitFor()
  expect(await appears(preview.getByText('第1期'))).toBe(true)
  expect(await page.getByRole('textbox', { name: '正文' }).count()).toBe(0)
  const link = page.getByRole('link', { name: /PDF$/ })
  const pdf = await page.request.get((await link.getAttribute('href')) ?? '')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByRole('link', { name: '全部文书' }).click()
  await page.getByRole('link', { name: '已编号 1' }).click()
  expect(new URL(page.url()).search).toBe('?show=sealed')
  expect(await appears(page.getByRole('cell', { name: /第1期.*用印/ }))).toBe(true)
})

it('are not overwritten by whoever saves later', async () => {
  const page = await as('ducha')
  const { id } = await send(page, '/papers', {
    kind: 'annual-report',
    month: '2023-01-01',
    freezeNo: 1,
    leaderPostId: null,
  })
  await page.goto(`${programme}/papers/${id}`)
  await page.getByRole('textbox', { name: '标题' }).fill('我改的标题')
  const { text } = await (await page.request.get(`/api/papers/${id}`)).json()
  await page.request.post(`/api/papers/${id}/texts`, {
    data: { version: 1, text: { ...text, title: '同事改的标题' } },
    headers: { origin: site },
  })
  await page.getByRole('button', { name: '保存为第 2 稿' }).click()
  await page.getByText(/在您改的时候，督查员保存了第 2 稿/).waitFor()
  expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('我改的标题')
  await page.getByRole('button', { name: '放弃改动' }).click()
  expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('同事改的标题')
})

it('are read by those who report, who draft none', async () => {
  const page = await as('xiaqu')
  await page.goto(`${programme}/papers`)
  await page.getByRole('table', { name: '冻结的月份' }).waitFor()
  expect(await page.getByRole('button', { name: '起草' }).count()).toBe(0)
  await page
    .getByRole('link', { name: /推进情况的通报/ })
    .first()
    .click()
  await page.getByRole('article').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
})

it.each([
  ['wide', {}],
  ['on a phone', phone],
])('read well %s: axe finds nothing and nothing reaches beyond the screen', async (_, size) => {
  const page = await as('ducha', size)
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
  await page.goto(`${programme}/papers`)
  await look()
  await page.goto(`${programme}/papers?show=drafts`)
  await page.getByRole('link', { name: '同事改的标题', exact: true }).click()
  await page
    .getByText(/^附件：/)
    .last()
    .click()
  await page.getByRole('columnheader', { name: '是否达序' }).waitFor()
  await look()
})
