import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { planByDefault } from '../support/default-plans.ts'
import { demoProgramme, phone, visit, wide, type Visit } from '../support/visit.ts'
import { openSite } from '../support/site.ts'

const site = await openSite()

let browser: Browser
let office: Visit
let page: Page
let programme: string
/** A ledger of places, of 武进区, whose officer is at the browser. */
let ledger: string
beforeAll(async () => {
  browser = await openBrowser()
  const lead = await visit(browser, { site, as: 'qiantou' })
  programme = await demoProgramme(lead.page)
  const read = async <Answer>(path: string) =>
    (await (await lead.page.request.get(`/api${programme}${path}`)).json()) as Answer
  await planByDefault(lead.page, site, programme)
  const { units, ledgers } = await read<{
    units: { id: string; name: string }[]
    ledgers: { indicatorId: string; target: { ledger: string; kind: string } }[]
  }>('/ledgers')
  const wujin = units.find(({ name }) => name === '武进区')?.id ?? ''
  const own = await read<{ ledgers: typeof ledgers }>(`/ledgers?unitId=${wujin}`)
  ledger = own.ledgers.find(({ target }) => target.ledger === 'points')?.indicatorId ?? ''
  await lead.leave()
})
afterAll(() => browser.close())
beforeEach(async () => {
  office = await visit(browser, { site, as: 'xiaqu' })
  page = office.page
  page.setDefaultTimeout(20_000)
})
afterEach(() => office.leave())

const list = () => page.getByRole('region', { name: '图上的条目' })
const form = () => page.locator('form').filter({ has: page.getByLabel(/^点位名称/) })

async function startEntry(name: string): Promise<void> {
  await page.goto(`${programme}/ledgers/${ledger}?panel=enter`)
  await form()
    .getByLabel(/^点位名称/)
    .fill(name)
  await form()
    .getByLabel(/^完成日期/)
    .fill('2023-02-10')
}

async function save(): Promise<void> {
  await form().getByRole('button', { name: '保存' }).click()
  await page.getByText('已录入').waitFor()
}

describe('the map of entries', () => {
  it('says how entries get a place while none has one', async () => {
    await page.goto(`${programme}/map`)
    await page.getByRole('heading', { name: '还没有可以上图的条目' }).waitFor()
    await page.getByText(/录入或更正条目时填写经纬度/).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('keeps a place picked on a map in CGCS2000, shows it, and leads back to the entry', async () => {
    await startEntry('图上选的公园')
    await form().getByRole('button', { name: '在地图上选' }).click()
    await form().getByRole('region', { name: '地图' }).waitFor()
    await form().getByRole('button', { name: '取正中' }).click()
    const told = await form().getByRole('status').filter({ hasText: '经度' }).innerText()
    const [, longitude = '', latitude = ''] = /经度 ([\d.]+)，纬度 ([\d.]+)/.exec(told) ?? []
    await form().getByRole('button', { name: '用这个位置' }).click()
    expect(
      await form()
        .getByLabel(/^坐标系/)
        .inputValue(),
    ).toBe('CGCS2000')
    await save()

    await page.goto(`${programme}/map?indicator=${ledger}`)
    await page.getByText('1 条有位置。').waitFor()
    const link = list().getByRole('link', { name: '图上选的公园' })
    await list().getByRole('button', { name: '在地图上定位：图上选的公园' }).click()
    // In the popup, beside the one in the list.
    await page.getByRole('link', { name: '图上选的公园' }).nth(1).waitFor()
    await link.click()
    await page.getByText('图上选的公园').first().waitFor()
    const id = new URL(page.url()).searchParams.get('panel') ?? ''
    const { position } = await (await page.request.get(`/api${programme}/entries/${id}`)).json()
    expect(position).toMatchObject({ datum: 'CGCS2000', source: 'map' })
    expect(Number(position.longitude)).toBeCloseTo(Number(longitude), 4)
    expect(Number(position.latitude)).toBeCloseTo(Number(latitude), 4)
  })

  it('converts what comes from a map of another datum, and tells swapped figures at their field', async () => {
    await startEntry('高德上的公园')
    await form().getByLabel(/^经度/).fill('31.81,119.97')
    await form()
      .getByLabel(/^坐标系/)
      .selectOption('GCJ-02')
    await form().getByRole('button', { name: '保存' }).click()
    await form()
      .getByText(/经度和纬度填反了/)
      .waitFor()
    await form().getByLabel(/^经度/).fill('119.97,31.81')
    await save()
    await page.goto(`${programme}/map?state=waiting`)
    const kept = await page.request.get(`/api${programme}/map`)
    const { entries } = (await kept.json()) as { entries: { name: string; longitude: string }[] }
    const found = entries.find(({ name }) => name === '高德上的公园')
    // Some 470 m to the west of what Amap says: 119.97 − 0.0048.
    expect(Number(found?.longitude)).toBeCloseTo(119.9652, 3)
    await list().getByRole('link', { name: '高德上的公园' }).waitFor()
    await page.getByLabel('状态').selectOption('accepted')
    await page.waitForURL(/state=accepted/)
    await page.getByRole('heading', { name: '还没有可以上图的条目' }).waitFor()
  })

  it.each([
    ['a wide screen', wide],
    ['a phone', phone],
  ])('axe finds nothing on %s, and nothing reaches beyond the screen', async (_, size) => {
    await page.setViewportSize(size)
    await page.goto(`${programme}/map`)
    await page.locator('[data-ready=true]').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const widest = await page.evaluate('document.documentElement.scrollWidth')
    expect(widest).toBeLessThanOrEqual(size.width)
  })
})
