import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { appears, demoProgramme, phone, visit, type Visit } from '../support/visit.ts'
import { openSite } from '../support/site.ts'

const site = await openSite()
const title = '2023年度常州市民生实事项目任务分解表'

let browser: Browser
let visitor: Visit
let page: Page
let programme: string

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function open(size: { width?: number; height?: number } = {}): Promise<void> {
  visitor = await visit(browser, { site, ...size })
  page = visitor.page
  programme = await demoProgramme(page)
  await page.goto(programme)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
afterEach(() => visitor.leave())

const table = () => page.getByRole('table', { name: title })
const promise = (words: string): Locator => page.getByRole('link', { name: words })
const found = () => page.getByRole('main').getByRole('status')
const panel = () => page.getByRole('complementary')
const hasFocus = (element: Locator) => element.evaluate((e) => e.ownerDocument.activeElement === e)

async function choose(filter: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: filter }).selectOption(value)
}

describe('the table', () => {
  beforeEach(() => open())

  it('has the columns, rows and merged cells of the paper', async () => {
    const heads = await table().getByRole('columnheader').allInnerTexts()
    expect(heads).toEqual(['序号', '项目名称', '主要内容', '分管领导', '牵头单位', '配合单位'])
    expect(await table().getByRole('row').count()).toBe(33) // 32 tasks and the head
    // Number and name reach over the five tasks of project 1; its first two share leader and cooperating units.
    const first = table().getByRole('row').nth(1).locator('td, th')
    const spans = await first.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('rowspan') ?? '1'))
    expect(spans).toEqual(['5', '5', '1', '2', '1', '2'])
    await page.getByText('10 个项目 · 32 项任务 · 110 项承诺').waitFor()
  })

  it('makes every promise a link with an address of its own', async () => {
    const links = await table().getByRole('link').all()
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
    expect(addresses).toHaveLength(110)
    expect(new Set(addresses).size).toBe(110)
    expect(await links[0]?.innerText()).toContain('待分解')
  })

  it('finds promises while one types, marks them, and counts what is left', async () => {
    const field = page.getByRole('searchbox', { name: '查找承诺、单位、领导' })
    await field.pressSequentially('口袋公园')
    await found().getByText('符合条件：1 项任务 · 1 项承诺').waitFor()
    expect(await promise('建成口袋公园28个').locator('mark').innerText()).toBe('口袋公园')
    expect(new URL(page.url()).searchParams.get('q')).toBe('口袋公园')
    await page.reload()
    await found().getByText('1 项任务').waitFor()
    expect(await field.inputValue()).toBe('口袋公园')
    await page.getByRole('button', { name: '清除全部条件' }).click()
    await promise('幼儿园').or(promise('新增普惠托班数176个')).first().waitFor()
    expect(await table().getByRole('row').count()).toBe(33)
    expect(await field.inputValue()).toBe('')
  })

  it('keeps the tasks of one leader and the promises of one kind', async () => {
    await choose('分管领导', '夏思军')
    await found().waitFor()
    const leaders = await table().getByRole('row').count()
    expect(leaders).toBeLessThan(33)
    await page.getByRole('button', { name: /^比率/ }).focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('button', { name: /^比率/ }).getAttribute('aria-pressed')).toBe('true')
    expect(page.url()).toContain('kinds=rate')
  })

  it('finds for a district the tasks of the groups it belongs to', async () => {
    await choose('辖市区', '武进区')
    await found().waitFor()
    expect(await table().getByText('各辖市、区').count()).toBeGreaterThan(0)
    expect(await table().getByText('武进区').count()).toBe(0)
  })

  it('says so when nothing fits, and how to go on', async () => {
    await page.goto(`${programme}?q=没有这样的承诺`)
    await page.getByRole('heading', { name: '没有符合条件的任务' }).waitFor()
    await page.getByRole('button', { name: '清除全部条件' }).click()
    expect(await appears(promise('建成口袋公园28个'))).toBe(true)
  })

  it.each([
    ['按领导', '桓恒'],
    ['按单位', '公积金中心'],
  ])('is arranged %s with a table under each heading', async (view, heading) => {
    await page.getByRole('radio', { name: view }).check()
    await page.getByRole('heading', { level: 2, name: heading }).waitFor()
    expect(await appears(page.getByRole('table', { name: heading }).getByRole('link').first())).toBe(true)
  })

  it.each([
    ['Word 文档', 'PK'],
    ['Excel 表格', 'PK'],
    ['原始文件', 'PK'],
  ])('can be taken along as %s', async (name, start) => {
    const address = await page.getByRole('link', { name, exact: true }).getAttribute('href')
    const file = await page.request.get(address ?? '')
    expect(file.status()).toBe(200)
    expect((await file.body()).subarray(0, 2).toString()).toBe(start)
  })

  it('prints the table without what surrounds it, and that its figures are made up', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(await table().isVisible()).toBe(true)
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    expect(await page.getByRole('search').isVisible()).toBe(false)
    expect(await page.getByText('演示数据，数字均为虚构').isVisible()).toBe(true)
  })
})

describe('a promise', () => {
  beforeEach(() => open())

  it('opens beside the table with target, state, people, counting and ground', async () => {
    await promise('建成口袋公园28个').click()
    await panel().getByRole('heading', { name: '建成口袋公园 28 个' }).waitFor()
    for (const words of ['待分解', '狄志强', '市城管局', '各辖市、区', '逐个点位登记，一处一条'])
      await panel().getByText(words).first().waitFor()
    expect(await panel().locator('mark').first().innerText()).toBe('建成口袋公园28个')
    await panel()
      .getByText(/第 9 个项目第 2 项任务，原文第 \d+—\d+ 字/)
      .waitFor()
    expect(await hasFocus(panel().getByRole('heading', { level: 2 }))).toBe(true)
    expect(await table().isVisible()).toBe(true)
  })

  it('closes with the back button, with the table where it was and the filters kept', async () => {
    await page.goto(`${programme}?q=工程`)
    const link = promise('建成口袋公园28个')
    await link.scrollIntoViewIfNeeded()
    const before = await link.boundingBox()
    await link.click()
    await panel().waitFor()
    expect(page.url()).toMatch(/\/indicators\/[0-9a-f-]+\?q=/)
    await page.goBack()
    await panel().waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('/indicators/')
    expect(new URL(page.url()).searchParams.get('q')).toBe('工程')
    expect((await link.boundingBox())?.y).toBeCloseTo(before?.y ?? -1, -1)
  })

  it('is stepped through with J and K, and closed with Esc, which gives the focus back', async () => {
    await promise('建成口袋公园28个').click()
    const heading = panel().getByRole('heading', { level: 2 })
    await page.keyboard.press('j')
    await heading.getByText('85.6').waitFor()
    await page.keyboard.press('k')
    await heading.getByText('口袋公园').waitFor()
    await panel().getByRole('button', { name: '下一项' }).click()
    await heading.getByText('85.6').waitFor()
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    expect(await hasFocus(promise('新建或改造更新城镇污水管网85.6公里'))).toBe(true)
  })

  it('lights up in its document, which closes on its own', async () => {
    await promise('增核绿地4400亩').click()
    await panel().getByRole('link', { name: '在原文中查看' }).click()
    const document = page.getByRole('dialog', { name: /^原文/ })
    await document.waitFor()
    const lit = document.locator('mark')
    expect(await lit.innerText()).toBe('增核绿地4400亩')
    expect((await lit.boundingBox())?.y).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await document.waitFor({ state: 'detached' })
    await panel()
      .getByRole('heading', { name: /增核绿地/ })
      .waitFor()
  })

  it('has an address that opens it in view, and an unknown one is said to be unknown', async () => {
    const address = await promise('建成口袋公园28个').getAttribute('href')
    await page.goto(address ?? '')
    await panel().getByRole('heading', { name: '建成口袋公园 28 个' }).waitFor()
    const box = await promise('建成口袋公园28个').boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect(box?.y).toBeLessThan(1000)
    await page.goto(`${programme}/indicators/01a00000-0000-7000-8000-000000000000`)
    await panel().getByRole('heading', { name: '没有这项承诺' }).waitFor()
  })
})

describe('on a phone', () => {
  beforeEach(() => open(phone))

  it('the table is a list of tasks with the same words, and a promise fills the screen', async () => {
    expect(await page.getByRole('table').count()).toBe(0)
    expect(await page.getByRole('article').count()).toBe(32)
    await promise('建成口袋公园28个').click()
    const dialog = page.getByRole('dialog', { name: '建成口袋公园 28 个' })
    const box = await dialog.boundingBox()
    expect([box?.x, box?.y, box?.width, box?.height]).toEqual([0, 0, phone.width, phone.height])
    await dialog.getByRole('button', { name: '返回任务表' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await hasFocus(promise('建成口袋公园28个'))).toBe(true)
  })
})

describe('when the server cannot be reached', () => {
  beforeEach(() => open())

  it('says so and tries again when asked', async () => {
    await page.route('**/api/programmes/*', (route) => route.abort())
    await page.reload()
    await page.getByRole('alert').getByText('连不上服务器。请检查网络，然后重试。').waitFor()
    await page.unroute('**/api/programmes/*')
    await page.getByRole('button', { name: '重试' }).click()
    expect(await appears(table())).toBe(true)
  })
})
