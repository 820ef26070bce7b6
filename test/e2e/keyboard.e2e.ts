/** Oversight without a mouse: nothing here is clicked. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { fillMonth, type FilledMonth } from '../support/filled-month.ts'
import { keepPromise } from '../support/kept-promise.ts'
import { choose, focused, keyboardFaults, press, tabTo, typeInto } from '../support/keyboard.ts'
import { sendApi } from '../support/page-api.ts'
import { openSite } from '../support/site.ts'
import { appears, demoProgramme, visit, type Visit } from '../support/visit.ts'

const site = await openSite()
const year = new Date().getFullYear()

let browser: Browser
let programme: string
let filled: FilledMonth
let kept: string
let visiting: Visit | undefined
beforeAll(async () => {
  browser = await openBrowser()
  filled = await fillMonth(browser, site)
  kept = await keepPromise(browser, site, '潞城托育园')
  const office = await visit(browser, { site, as: 'ducha' })
  programme = await demoProgramme(office.page)
  await sendApi(office.page, site, `${programme}/freezes`, { month: '2023-01-01', no: 1, reason: '' })
  await office.leave()
})
afterAll(() => browser.close())
afterEach(async () => {
  await visiting?.leave()
  visiting = undefined
})

/** One person after the other at the same desk. */
async function as(signInName: string | undefined, address: string, size = {}): Promise<Page> {
  await visiting?.leave()
  visiting = await visit(browser, { site, ...(signInName === undefined ? {} : { as: signInName }), ...size })
  const { page } = visiting
  page.setDefaultTimeout(15_000)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

const isInMain = (page: Page) =>
  page.evaluate<boolean>('document.getElementById("content").contains(document.activeElement)')
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

it('goes from signing in to the desk, on to the lights, and into a promise and out of it again', async () => {
  const page = await as(undefined, '/sign-in')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('skip-link')
  await page.keyboard.press('Enter')
  expect(await focused(page)).toMatch(/^<main/)
  await typeInto(page, page.getByLabel('用户名'), 'ducha')
  await typeInto(page, page.getByLabel('密码'), 'jiannuo-demo')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
  expect(await isInMain(page)).toBe(true)

  // The navigation stands before the page: back to it, and its link leads past it again.
  const navigation = page.getByRole('navigation', { name: '本年度各项工作' })
  await press(page, navigation.getByRole('link', { name: '态势' }), 'Shift+Tab')
  await page.getByRole('heading', { level: 1, name: '亮灯' }).waitFor()
  await expect.poll(() => focused(page)).toMatch(/^<main/)
  await press(page, page.getByRole('link', { name: /^严重滞后/ }))
  await page.waitForURL(/level=far-behind/)
  expect(await focused(page)).toContain('level=far-behind')
  await press(page, page.getByRole('table').first().getByRole('link').first())
  const panel = page.getByRole('complementary')
  await panel.getByText(/按规则 R\d 为红/).waitFor()
  expect(await focused(page)).toContain('id="promise"')
  const promise = new URL(page.url()).pathname.split('/').at(-1)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await focused(page)).toContain(`data-promise="${promise}"`)
})

it('is held in a promise that lies over the table, and let go with Escape', async () => {
  const page = await as('ducha', `${programme}/indicators/${filled.indicatorId}`, { width: 720, height: 500 })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('link', { name: '看分解表' }).waitFor()
  expect(await keyboardFaults(page)).toEqual([])
  await tabTo(page, dialog.getByRole('button', { name: '返回任务表' }))
  expect(await dialog.getByRole('button').count()).toBeGreaterThan(2)
  expect(await page.evaluate('document.querySelector(".masthead").inert')).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await focused(page)).toContain(`data-promise="${filled.indicatorId}"`)
  expect(await page.evaluate('document.querySelector(".masthead").inert')).toBe(false)
})

it('drills from a figure of the matrix to the promises behind it and their evidence', async () => {
  const page = await as('ducha', `${programme}/matrix`)
  await press(page, page.getByText('数据表'))
  const row = page.getByRole('table', { name: '单位与项目对照' }).getByRole('row', { name: /^武进区/ })
  await press(page, row.getByRole('link', { name: /^滞后/ }).nth(1))
  const drill = page.getByRole('region', { name: /^武进区 · 1/ })
  await drill.waitFor()
  expect(await focused(page)).toContain('drill-title')
  const item = drill.getByRole('listitem').filter({ has: page.locator(`a[href$="${filled.indicatorId}"]`) })
  await press(page, item.getByRole('link', { name: '台账与佐证' }))
  const entry = button(page, '阳湖托育园')
  await press(page, entry)
  await page.getByRole('article', { name: '现场.jpg' }).waitFor()
  expect(await focused(page)).toMatch(/^<h2/)
  await page.keyboard.press('Escape')
  await page.getByRole('article', { name: '现场.jpg' }).waitFor({ state: 'detached' })
  expect(await entry.evaluate((element) => element.matches(':focus'))).toBe(true)
})

it('issues an order by hand', async () => {
  const page = await as('ducha', `${programme}/orders`)
  await press(page, page.getByRole('link', { name: '新建督办' }))
  await page.getByRole('heading', { level: 1, name: '新建督办' }).waitFor()
  expect(await isInMain(page)).toBe(true)
  await typeInto(page, page.getByLabel('督办事项'), '催办托育机构建设')
  await typeInto(page, page.getByLabel('督办内容'), '请一周内报来进展。')
  await choose(page, page.getByLabel('牵头单位'), '武进区')
  await choose(page, page.getByLabel('从哪一级开始'), '督办单（橙）')
  await typeInto(page, page.getByLabel(/写明紧急的理由/), '年底在即')
  await press(page, button(page, '编号并交办'))
  await page.getByText(`政督〔${year}〕1号`).first().waitFor()
  expect(await isInMain(page)).toBe(true)
})

it('replies as its unit: one form put off, another refused and mended', async () => {
  const page = await as('xiaqu', '/inbox')
  await press(page, page.getByRole('link', { name: /督办单（橙）：.*催办托育机构建设/ }))
  const actions = page.getByRole('region', { name: '办理', exact: true })
  await press(page, button(page, '申请延期'))
  const form = page.getByRole('form', { name: '申请延期' })
  await typeInto(page, form.getByLabel('目前进展'), '已开工。')
  await press(page, form.getByRole('button', { name: '以后再办' }))
  await form.waitFor({ state: 'detached' })
  expect(await button(page, '申请延期').evaluate((element) => element.matches(':focus'))).toBe(true)
  await press(page, button(page, '办结反馈'), 'Shift+Tab')
  const reply = page.getByRole('form', { name: '办结反馈' })
  await press(page, reply.getByRole('button', { name: '提交' }))
  await reply.getByRole('alert').waitFor()
  // What was refused is mended where one is, without starting from the top.
  await tabTo(page, reply.getByLabel('办理情况'), 'Shift+Tab')
  await page.keyboard.insertText('已全部开工。')
  await press(page, reply.getByRole('button', { name: '提交' }))
  await actions.getByText('办结反馈等待答复').waitFor()
  expect(await isInMain(page)).toBe(true)
})

it('answers the reply as the office', async () => {
  const page = await as('ducha', '/inbox')
  await press(page, page.getByRole('link', { name: /报来办结反馈，请审核/ }))
  await press(page, button(page, '同意办结'))
  await press(page, page.getByRole('form', { name: '同意办结' }).getByRole('button', { name: '提交' }))
  await page.getByText('已办结').first().waitFor()
  expect(await isInMain(page)).toBe(true)
})

it('writes an instruction from the leader’s page', async () => {
  const page = await as('lingdao', `${programme}/leader`)
  await press(page, page.getByRole('link', { name: '写批示' }))
  await page.getByRole('heading', { level: 1, name: '写批示' }).waitFor()
  expect(await isInMain(page)).toBe(true)
  await typeInto(page, page.getByLabel('批示内容'), '请查明原因，一周内报来措施。')
  await press(page, button(page, '送督查室交办'))
  await page.getByRole('region', { name: '有 1 条领导批示等待交办' }).waitFor()
  expect(await isInMain(page)).toBe(true)
})

it('drafts a paper, edits it and seals it', async () => {
  const page = await as('ducha', `${programme}/papers`)
  await press(page, button(page, '起草'))
  const body = page.getByRole('textbox', { name: '正文' })
  await tabTo(page, body)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('\n特此通报。')
  await press(page, button(page, '保存为第 2 稿'))
  await page.getByText(/草稿，第 2 稿/).waitFor()
  // There is nothing more to save; Tab goes on from there.
  await page.keyboard.press('Tab')
  expect(await isInMain(page)).toBe(true)
  await press(page, button(page, '编号用印……'))
  await page.getByRole('button', { name: '编号用印', exact: true }).waitFor()
  expect(await isInMain(page)).toBe(true)
  await press(page, button(page, '编号用印'))
  await page.getByRole('region', { name: '编号与摘要' }).waitFor()
  expect(await isInMain(page)).toBe(true)
  expect(await appears(page.getByRole('article').getByText('特此通报。'))).toBe(true)
})

it('claims a promise for acceptance, looks at its entry on site, and accepts it', async () => {
  let page = await as('qiantou', `${programme}/acceptance/${kept}`)
  await typeInto(page, page.getByLabel('完成情况说明'), '全部建成，已投入使用。')
  await press(page, button(page, '提交申请'))
  await page.getByRole('region', { name: /第 1 次申请：申请中/ }).waitFor()
  expect(await isInMain(page)).toBe(true)

  page = await as('ducha', `${programme}/acceptance/${kept}`)
  const entry = page.getByRole('article').first()
  await tabTo(page, entry.getByRole('radio').first())
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await entry.getByLabel('属实').isChecked()).toBe(true)
  await press(page, entry.getByRole('button', { name: '保存核查' }))
  await entry.getByText('再次核查').waitFor()
  expect(await isInMain(page)).toBe(true)
  await tabTo(page, page.getByRole('form', { name: '决定' }).getByRole('radio').first())
  await page.keyboard.press('Space')
  await typeInto(page, page.getByLabel(/理由/), '材料另行归档。')
  await press(page, button(page, '确定'))
  await page.getByRole('region', { name: /第 1 次申请：已验收/ }).waitFor()
  expect(await isInMain(page)).toBe(true)
})

it('tries another weight in the assessment', async () => {
  const page = await as('ducha', `${programme}/assessment`)
  const form = page.getByRole('form', { name: '考核办法' })
  const weights = form.getByRole('group', { name: '权重（合计 100）' })
  await typeInto(page, weights.getByLabel('完成度'), '60')
  await typeInto(page, weights.getByLabel('进度'), '15')
  await press(page, form.getByRole('button', { name: '试算排名' }))
  await form.getByRole('table', { name: '试算结果 辖市、区' }).waitFor()
  expect(await isInMain(page)).toBe(true)
})

it('searches, filters and regroups the table, and reads a chart as figures', async () => {
  const page = await as('ducha', programme)
  await typeInto(page, page.getByRole('searchbox'), '托位')
  await page.waitForURL(/q=/)
  await press(page, page.getByRole('link', { name: /托位/ }).first())
  const chart = page.getByRole('figure', { name: /^进度与计划/ })
  await press(page, page.getByText('进度曲线'))
  await chart.waitFor()
  await press(page, chart.getByText('数据表'))
  expect(await chart.getByRole('row').count()).toBe(13)
})

describe('every page of oversight can be gone through by Tab', () => {
  it.each([
    ['desk', 'ducha'],
    ['leader', 'lingdao'],
    ['leader?paper=shown', 'ducha'],
    ['lights', 'ducha'],
    ['light-rules', 'ducha'],
    ['matrix', 'ducha'],
    ['milestones', 'ducha'],
    ['forecasts?month=2023-06-01', 'ducha'],
    ['orders', 'ducha'],
    ['orders/new', 'ducha'],
    ['ladder-rules', 'ducha'],
    ['instruct', 'lingdao'],
    ['papers', 'ducha'],
    ['acceptance', 'ducha'],
    ['acceptance/PROMISE', 'ducha'],
    ['assessment', 'ducha'],
    ['carry-over', 'ducha'],
  ])('%s, as %s', async (path, who) => {
    const page = await as(who, `${programme}/${path.replace('PROMISE', kept)}`)
    expect(await keyboardFaults(page)).toEqual([])
  })

  it('and what cannot be is found', async () => {
    const page = await as('ducha', `${programme}/instruct`)
    await page.setContent(`
      <style>.unseen { outline: none } .far { display: flex; flex-direction: row-reverse }</style>
      <a href="#1">one</a> <a href="#2" tabindex="1">two</a> <button class="unseen">three</button>
      <div style="cursor: pointer">four</div> <p class="far"><a href="#5">five</a></p>`)
    expect(await keyboardFaults(page)).toEqual([
      expect.stringMatching(/only for the mouse: .*four/),
      expect.stringMatching(/shown elsewhere than it is read: .*five/),
      expect.stringMatching(/cannot be seen to have the focus: .*three/),
      expect.stringMatching(/out of order: .*two/),
    ])
    await page.setContent('<a href="#1">one</a> <button>trap</button> <a href="#3">three</a>')
    await page.evaluate(
      'document.querySelector("button").addEventListener("keydown", (event) => event.preventDefault())',
    )
    await expect(keyboardFaults(page)).rejects.toThrow(/does not come round.*trap/)
  })
})
