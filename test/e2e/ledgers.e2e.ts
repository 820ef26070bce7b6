import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { LedgersPage } from '../../src/contract/ledgers.ts'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { planByDefault } from '../support/default-plans.ts'
import { appears, demoProgramme, goTo, phone, visit, type Visit } from '../support/visit.ts'
import { numberCell, sheetOf, textCell, xlsxOf } from '../support/workbook-package.ts'
import { openSite } from '../support/site.ts'

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
  visiting.page.setDefaultTimeout(10_000)
  return visiting.page
}

/** Opens the ledger of a promise of this kind that the person's unit has a share of. */
async function openLedger(page: Page, kind: string, nth = 0): Promise<void> {
  const { person } = await (await page.request.get('/api/session')).json()
  const unit: string = person.posts[0].unitId
  const answer: LedgersPage = await (await page.request.get(`/api${programme}/ledgers?unitId=${unit}`)).json()
  const row = answer.ledgers.filter(({ target }) => target.ledger === kind)[nth]
  if (!row) throw new Error(`no ledger of ${kind}`)
  await page.goto(`${programme}/ledgers/${row.indicatorId}?unit=${unit}`)
  await page.getByRole('button', { name: '录入一条' }).waitFor()
}

const panel = (page: Page) => page.getByRole('complementary')

it('is found from the table, and says of every promise where its value comes from', async () => {
  const page = await as('xiaqu')
  await page.goto(programme)
  await goTo(page, '推进', '台账')
  await page.getByRole('heading', { level: 1, name: '台账' }).waitFor()
  const rows = page.getByRole('table', { name: '台账' }).getByRole('row')
  expect(await rows.count()).toBeGreaterThan(20)
  expect(await page.getByText('还没有数：没有台账条目，也没有填报').count()).toBeGreaterThan(10)
  expect(await accessibilityFaults(page)).toEqual([])
})

it.each<[kind: string, fields: Record<string, string>]>([
  ['points', { 点位名称: '阳湖托育园', 地址: '湖塘镇', 完成日期: '2023-02-03' }],
  ['works', { 工程名称: '环湖西路管网', 完成工程量: '1.5', 完成日期: '2023-02-03' }],
  ['equipment', { 设备名称: '充电桩', 设备编号: 'A-1', 数量: '12', 完成日期: '2023-02-03' }],
  ['beneficiaries', { 批次名称: '二月第一批', 所属月份: '2023-02', 受益人次: '1200' }],
  ['coverage', { 所属月份: '2023-02', 实际覆盖数: '90', 应覆盖数: '100' }],
])('takes an entry of %s by the form of its kind', async (kind, fields) => {
  const page = await as('xiaqu')
  await openLedger(page, kind)
  await page.getByRole('button', { name: '录入一条' }).click()
  await panel(page).getByRole('button', { name: '保存' }).click()
  await panel(page).getByText('没有填对').waitFor()
  for (const [label, value] of Object.entries(fields))
    await panel(page)
      .getByLabel(new RegExp(`^${label}`))
      .fill(value)
  await page.reload()
  for (const [label, value] of Object.entries(fields))
    expect(
      await panel(page)
        .getByLabel(new RegExp(`^${label}`))
        .inputValue(),
    ).toBe(value)
  await panel(page).getByRole('button', { name: '保存' }).click()
  await panel(page).getByText('已录入，待审核').waitFor()
  expect(await page.getByRole('table', { name: '台账条目' }).getByText('待审核').count()).toBe(1)
  await page.getByText('台账合计（已采信 0 条）').waitFor()
})

it('is corrected by its unit, accepted by a reviewer, and found by filters that stand in the address', async () => {
  const page = await as('xiaqu')
  await openLedger(page, 'points', 1)
  await page.getByRole('button', { name: '录入一条' }).click()
  await panel(page)
    .getByLabel(/^点位名称/)
    .fill('口袋公园甲')
  await panel(page)
    .getByLabel(/^完成日期/)
    .fill('2023-02-03')
  await panel(page)
    .getByLabel(/^完成日期/)
    .press('Enter')
  await panel(page).getByRole('button', { name: '查看' }).click()
  await panel(page).getByRole('button', { name: '更正' }).click()
  await panel(page)
    .getByLabel(/^点位名称/)
    .fill('口袋公园乙')
  await panel(page).getByLabel(/^原因/).fill('名称写错')
  await panel(page).getByRole('button', { name: '保存更正' }).click()
  await panel(page).getByText('更正：名称写错').waitFor()
  const address = page.url()
  await visiting?.leave()
  const reviewer = await as('fuzeren')
  await reviewer.goto(address)
  await panel(reviewer).getByRole('button', { name: '采信' }).click()
  await panel(reviewer).getByText('已采信').first().waitFor()
  await reviewer.getByText('台账合计（已采信 1 条）').waitFor()
  await reviewer.getByRole('button', { name: '关闭' }).click()
  await reviewer.getByRole('combobox', { name: '状态' }).selectOption('replaced')
  await reviewer.getByText('口袋公园甲').waitFor()
  expect(reviewer.url()).toContain('state=replaced')
  await reviewer.reload()
  expect(await appears(reviewer.getByText('口袋公园甲'))).toBe(true)
})

it('loads a workbook with a wrong cell not at all, the mended one, and the same again only once', async () => {
  const page = await as('xiaqu')
  await openLedger(page, 'works', 1)
  await page.getByRole('button', { name: '批量导入' }).click()
  const choose = (quantity: string) =>
    panel(page)
      .getByLabel('台账文件（.xlsx 或 .csv）')
      .setInputFiles({ name: '管网.xlsx', mimeType: 'application/octet-stream', buffer: workbook(quantity) })
  await choose('两公里')
  await panel(page).getByRole('row').filter({ hasText: 'B3' }).getByText('“两公里”不是数字').waitFor()
  expect(await page.getByText('还没有条目').count()).toBe(1)
  await choose('2')
  await panel(page).getByText('已录入 2 条，待审核。').waitFor()
  await choose('2')
  await panel(page).getByText('这份文件已经导入过').waitFor()
  expect(await page.getByText('共 2 条').count()).toBe(1)
  expect(await accessibilityFaults(page)).toEqual([])
})

it('is entered on a phone without scrolling sideways', async () => {
  const page = await as('xiaqu', phone)
  await openLedger(page, 'events')
  await page.getByRole('button', { name: '录入一条' }).click()
  await panel(page)
    .getByLabel(/^活动名称/)
    .fill('家教讲座')
  await panel(page)
    .getByLabel(/^举办日期/)
    .fill('2023-02-03')
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  await panel(page).getByRole('button', { name: '保存' }).click()
  await panel(page).getByText('已录入').waitFor()
  await page.keyboard.press('Escape')
  expect(await appears(page.getByText('家教讲座'))).toBe(true)
})

function workbook(quantity: string): Buffer {
  const head = ['工程名称', '完成工程量', '完成日期'].map((text, i) => textCell(`${'ABC'.charAt(i)}1`, text))
  const amount = quantity === '2' ? numberCell('B3', 2) : textCell('B3', quantity)
  return Buffer.from(
    xlsxOf({
      sheets: [
        sheetOf([
          `<row r="1">${head.join('')}</row>`,
          `<row r="2">${textCell('A2', '一号路')}${numberCell('B2', 1.5)}${textCell('C2', '2023-02-01')}</row>`,
          `<row r="3">${textCell('A3', '二号路')}${amount}${textCell('C3', '2023-02-02')}</row>`,
        ]),
      ],
    }),
  )
}
