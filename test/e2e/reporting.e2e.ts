import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nothingTyped } from '../../src/domain/actual.ts'
import { monthsOfYear } from '../../src/domain/month.ts'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { madeUpTable } from '../support/made-up-table.ts'
import { appears, phone, visit, type Visit } from '../support/visit.ts'
import { openSite } from '../support/site.ts'

const site = await openSite()
// A year that is over: every month has opened and locked, so first statements are late.
const year = 2024
const january = `${year}-01-01`
const february = `${year}-02-01`
const promises = 40
const cellsOf = { 武进区: 40, 天宁区: 40, 钟楼区: 20 } as const

let browser: Browser
let programmeId: string
let indicators: string[]
const unitIds = new Map<string, string>()
const visits: Visit[] = []

async function come(as: string, size: { width?: number; height?: number } = {}): Promise<Page> {
  const one = await visit(browser, { site, as, ...size })
  visits.push(one)
  one.page.setDefaultTimeout(60_000)
  return one.page
}

async function api(page: Page, method: 'get' | 'post', path: string, data?: unknown) {
  const headers = { origin: site }
  const response = await page.request[method](path, data === undefined ? { headers } : { headers, data })
  if (!response.ok()) throw new Error(`${path}: ${await response.text()}`)
  return response.json()
}

/** A programme of its own: 40 promises, split over three districts by month, 100 cells. */
async function prepare(): Promise<void> {
  const office = await come('ducha')
  const rows = Array.from(
    { length: promises },
    (_, index) => [`绿色宜居工程`, `新建口袋公园${101 + index}个。`, '市住建局'] as const,
  )
  const bytes = Buffer.from(await madeUpTable(`${year}年度填报市民生实事项目任务分解表`, year, rows))
  const uploaded = await office.request.post('/api/imports', {
    headers: { origin: site },
    multipart: { file: { name: '表.docx', mimeType: 'application/octet-stream', buffer: bytes } },
  })
  const { id } = await uploaded.json()
  programmeId = (await api(office, 'post', `/api/imports/${id}/adoption`, { seq: 0 })).programmeId
  const programme = await api(office, 'get', `/api/programmes/${programmeId}`)
  indicators = programme.projects.flatMap((project: { tasks: { indicators: { id: string }[] }[] }) =>
    project.tasks.flatMap((task) => task.indicators.map((indicator) => indicator.id)),
  )
  const units: { id: string; name: string }[] = await api(office, 'get', '/api/units')
  for (const { id: unitId, name } of units) unitIds.set(name, unitId)
  const lead = await come('qiantou')
  await api(lead, 'post', `/api/programmes/${programmeId}/plans`, {
    plans: indicators.map((indicatorId, index) => ({
      indicatorId,
      basedOn: 0,
      curve: 'typed',
      basis: 'number',
      baseName: null,
      reason: null,
      shares: Object.entries(cellsOf)
        .filter(([, cells]) => index < cells)
        .map(([name]) => ({
          unitId: unitIds.get(name),
          value: '12',
          denominator: null,
          weight: null,
          points: monthsOfYear(year).map((month, at) => ({
            month,
            value: String(at + 1),
            denominator: null,
          })),
          stages: [],
        })),
    })),
  })
}

const reporters = { 武进区: 'xiaqu', 天宁区: 'tianning', 钟楼区: 'zhonglou' } as const
type District = keyof typeof reporters

async function submit(page: Page, district: District, month: string, value: string): Promise<void> {
  const path = `/api/programmes/${programmeId}/sheets/${month}/${unitIds.get(district)}/submission`
  const cells = indicators.slice(0, cellsOf[district]).map((indicatorId) => ({
    indicatorId,
    seen: 0,
    typed: { ...nothingTyped, value },
  }))
  await api(page, 'post', path, { cells, lateReason: '补报' })
}

const sheetPath = (month: string) =>
  `/programmes/${programmeId}/sheets/${unitIds.get('武进区')}?month=${month}`

beforeAll(async () => {
  browser = await openBrowser()
  await prepare()
  if (indicators.length !== promises) throw new Error(`${indicators.length} promises were read`)
})
afterAll(async () => {
  try {
    for (const one of visits) await one.leave()
  } finally {
    await browser.close()
  }
})

// A hundred rows in a browser take a busy machine a while; time is not what these are about.
describe('a month, from sheet to snapshot', { timeout: 240_000 }, () => {
  it('loses nothing that is typed: not by a lost connection, a reload, or an ended session', async () => {
    const page = await come('xiaqu')
    await page.goto(sheetPath(january))
    const first = page.getByRole('textbox', { name: '本月数：新建口袋公园 101 个' })
    await first.fill('4')
    await page.getByText('已保存').waitFor()
    await page.context().setOffline(true)
    await first.fill('5')
    await page.getByText('已留在本机').waitFor()
    await page.context().setOffline(false)
    await page.getByText('已保存').waitFor()
    await page.reload()
    expect(await first.inputValue()).toBe('5')
    await page.context().clearCookies()
    await first.fill('6')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await dialog.getByLabel('用户名').fill('xiaqu')
    await dialog.getByLabel('密码').fill('jiannuo-demo')
    await dialog.getByRole('button', { name: '登录' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('已保存').waitFor()
    await page.reload()
    expect(await first.inputValue()).toBe('6')
    await first.fill('')
    await page.getByText('已保存').waitFor()
  })

  it('tells at its cell what is wrong, and submits nothing', async () => {
    const page = await come('xiaqu')
    await page.goto(sheetPath(january))
    await page.getByRole('textbox', { name: '本月数：新建口袋公园 101 个' }).fill('零')
    await page.getByRole('button', { name: /^提交 \d+ 项$/ }).click()
    await page.getByText('不是数字').waitFor()
    await page.getByText('已过截止日，请填写逾期说明。').waitFor()
    expect(await appears(page.getByText('整张表都没有提交'))).toBe(true)
    // Pasted from a spreadsheet: three rows from here down.
    const second = page.getByRole('textbox', { name: '本月数：新建口袋公园 102 个' })
    await second.focus()
    await page.evaluate(`{
      const data = new DataTransfer()
      data.setData('text', '7\\n8\\n9')
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }`)
    expect(await page.getByRole('textbox', { name: '本月数：新建口袋公园 104 个' }).inputValue()).toBe('9')
  })

  it('is filled with 40 cells of last month in at most 45 interactions', async () => {
    const page = await come('xiaqu')
    await submit(page, '武进区', january, '6')
    for (const district of ['天宁区', '钟楼区'] as const) {
      const other = await come(reporters[district])
      await submit(other, district, january, '6')
      await submit(other, district, february, '6')
    }
    await page.goto(sheetPath(february))
    let interactions = 0
    const first = page.getByRole('textbox', { name: '本月数：新建口袋公园 101 个' })
    expect(await first.getAttribute('placeholder')).toBe('6')
    await first.click()
    interactions += 1
    for (let cell = 0; cell < promises; cell += 1) {
      await page.keyboard.press('Enter')
      interactions += 1
    }
    await page.getByLabel('逾期说明（用于本次提交的所有项）').fill('补报')
    interactions += 1
    await page.getByRole('button', { name: '提交 40 项' }).click()
    interactions += 1
    await page.getByText('已提交 40 项').waitFor()
    expect(interactions).toBeLessThanOrEqual(45)
    await page.reload()
    expect(await appears(page.getByText('待牵头单位审核').first())).toBe(true)
  })

  it('is approved at the lead step, 100 clean cells in 3 interactions', async () => {
    const page = await come('fuzeren')
    await page.goto(`/programmes/${programmeId}/review?month=${february}`)
    await page.getByText('等您审核 100 项').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: '选中无疑点的 100 项' }).click()
    await page.getByRole('button', { name: '通过 100 项' }).click()
    await page.getByText('没有等您审核的填报').waitFor()
  })

  it('is returned once by the office, corrected, approved at both steps and frozen', async () => {
    const office = await come('ducha')
    const review = `/programmes/${programmeId}/review?month=${february}`
    await office.goto(review)
    const cell = '选中：武进区，新建口袋公园 101 个'
    await office.getByRole('checkbox', { name: cell }).check()
    await office.getByRole('button', { name: '退回……' }).click()
    await office.getByRole('button', { name: '退回选中的 1 项' }).click()
    await office.getByText('请写明原因').waitFor()
    await office.getByLabel('退回原因').fill('请核对竣工清单')
    await office.getByRole('button', { name: '退回选中的 1 项' }).click()
    await office.getByText('等您审核 99 项').waitFor()

    const district = await come('xiaqu', phone)
    await district.goto(sheetPath(february))
    await district.getByText('督查员：请核对竣工清单').waitFor()
    await district.getByRole('textbox', { name: '本月数：新建口袋公园 101 个' }).fill('7')
    await district.getByRole('button', { name: '提交 1 项' }).click()
    await district.getByText('已提交 1 项').waitFor()

    const lead = await come('fuzeren')
    await lead.goto(review)
    await lead.getByRole('button', { name: '选中无疑点的 1 项' }).click()
    await lead.getByRole('button', { name: '通过 1 项' }).click()
    await lead.getByText('没有等您审核的填报').waitFor()
    await office.reload()
    await office.getByRole('button', { name: '选中无疑点的 100 项' }).click()
    await office.getByRole('button', { name: '通过 100 项' }).click()
    await office.getByText('没有等您审核的填报').waitFor()

    await office.goto(`/programmes/${programmeId}/periods`)
    // January is due in February: the month is the row whose link says so.
    const link = office.getByRole('link', { name: `${year}年2月`, exact: true })
    const month = office.getByRole('row').filter({ has: link })
    await month.getByRole('button', { name: '冻结……' }).click()
    await office.getByText('全部填报已通过').waitFor()
    await office.getByRole('button', { name: '冻结为第 1 号' }).click()
    await office.getByText(`${year}年2月第 1 号`).waitFor()
    expect(await appears(office.getByText(/^[0-9a-f]{64}$/).first())).toBe(true)
    expect(await accessibilityFaults(office)).toEqual([])

    // 7 + 6 + 6 of the first promise, on the table everybody reads.
    await office.goto(`/programmes/${programmeId}/indicators/${indicators[0]}`)
    await office.getByText(`截至${year}年2月`).waitFor()
    expect(await appears(office.locator('.panel-reported').getByText('19', { exact: true }))).toBe(true)
  })
})
