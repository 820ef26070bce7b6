import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { LedgersPage } from '../../src/contract/ledgers.ts'
import { nothingTyped } from '../../src/domain/reporting/actual.ts'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { planByDefault } from '../support/default-plans.ts'
import { samplePhotograph } from '../support/sample-photograph.ts'
import { openSite } from '../support/site.ts'
import { appears, demoProgramme, phone, visit, type Visit } from '../support/visit.ts'

const site = await openSite()
const february = '2023-02-01'
const photograph = await samplePhotograph(1, {
  takenAt: '2023:02:14 09:30:00',
  longitude: 119.9424,
  latitude: 31.7012,
})

let browser: Browser
let programme: string
let indicatorId: string
/** Where the entry of the other district is looked at. */
let address: string
let visiting: Visit | undefined
beforeAll(async () => {
  browser = await openBrowser()
  const lead = await as('qiantou')
  programme = await demoProgramme(lead)
  await planByDefault(lead, site, programme)
  const district = await as('xiaqu')
  const listed = await district.request.get(`/api${programme}/ledgers?unitId=${await ownUnit(district)}`)
  const { ledgers }: LedgersPage = await listed.json()
  indicatorId = ledgers.find(({ target }) => target.ledger === 'points')?.indicatorId ?? ''
  await leave()
})
afterAll(() => browser.close())
afterEach(leave)

async function leave(): Promise<void> {
  const left = visiting
  visiting = undefined
  await left?.leave()
}

async function as(signInName: string, size = {}): Promise<Page> {
  await leave()
  visiting = await visit(browser, { site, as: signInName, ...size })
  visiting.page.setDefaultTimeout(20_000)
  return visiting.page
}

async function post(page: Page, path: string, data: unknown): Promise<void> {
  const answer = await page.request.post(`/api${path}`, { data, headers: { origin: site } })
  if (!answer.ok()) throw new Error(await answer.text())
}

async function ownUnit(page: Page): Promise<string> {
  const { person } = await (await page.request.get('/api/session')).json()
  return person.posts[0].unitId
}

const panel = (page: Page) => page.getByRole('complementary')
const evidence = (page: Page) => page.getByRole('region', { name: '佐证', exact: true })
const suspicion = (page: Page) => page.getByRole('listitem', { name: '照片重复' })

async function enter(page: Page, name: string): Promise<void> {
  await page.goto(`${programme}/ledgers/${indicatorId}?unit=${await ownUnit(page)}&panel=enter`)
  await panel(page)
    .getByLabel(/^点位名称/)
    .fill(name)
  await panel(page)
    .getByLabel(/^完成日期/)
    .fill('2023-02-14')
  await panel(page).getByRole('button', { name: '保存' }).click()
  await panel(page).getByRole('button', { name: '查看' }).click()
  await evidence(page).waitFor()
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page
    .locator('input[type=file][aria-label="添加照片或文件"]')
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer })

async function seen(where: Page | Locator, alt: string | RegExp): Promise<void> {
  await expect
    .poll(() =>
      where
        .getByRole('img', { name: alt })
        .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    )
    .toBeGreaterThan(0)
}

describe('evidence and what looks odd in it', { timeout: 120_000 }, () => {
  it('is shown small, with what the camera wrote and its digests, and names are text', async () => {
    const page = await as('xiaqu')
    await enter(page, '<b>阳湖托育园</b>')
    expect(await appears(evidence(page).getByText('还没有佐证'))).toBe(true)
    await choose(page, '<img src=x onerror=alert(1)>.jpg', photograph)
    const file = page.getByRole('article', { name: '<img src=x onerror=alert(1)>.jpg' })
    await file.getByText('拍摄于 2023-02-14 09:30').waitFor()
    expect(await file.innerText()).toContain('东经 119.94240°，北纬 31.70120°')
    await seen(page, '<img src=x onerror=alert(1)>.jpg')
    await file.getByText('摘要值').click()
    expect(await file.locator('code').allInnerTexts()).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
    expect(await suspicion(page).count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('is refused with the reason where it proves nothing, and stays until it is left out', async () => {
    const page = await as('jingkai')
    await enter(page, '退回重拍')
    await choose(page, '说明.jpg', Buffer.from('not a picture'))
    const alert = evidence(page).getByRole('alert')
    await alert.getByText('不是可用作佐证的格式').waitFor()
    await alert.getByRole('button', { name: '重试' }).click()
    await alert.getByText('不是可用作佐证的格式').waitFor()
    await alert.getByRole('button', { name: '不传了' }).click()
    expect(await appears(evidence(page).getByText('还没有佐证'))).toBe(true)
    await page.route('**/evidence?*', (route) => route.abort())
    await page.reload()
    expect(await appears(panel(page).getByText('连不上服务器'))).toBe(true)
    await page.unroute('**/evidence?*')
    await panel(page).getByRole('button', { name: '重试' }).click()
    expect(await appears(evidence(page).getByText('还没有佐证'))).toBe(true)
  })

  it('raises a doubt with another entry, with both photographs side by side; an officer does not rule', async () => {
    const page = await as('tianning', phone)
    await enter(page, '青龙托育园')
    await choose(page, '同一张.jpg', photograph)
    await suspicion(page)
      .getByText(/这张照片已用于武进区的/)
      .waitFor()
    address = page.url()
    await seen(suspicion(page), /^本处的照片/)
    await seen(suspicion(page), /^另一处的照片/)
    expect(await appears(suspicion(page).getByText('<b>阳湖托育园</b>'))).toBe(true)
    expect(await suspicion(page).getByRole('button', { name: /认定/ }).count()).toBe(0)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await accessibilityFaults(page)).toEqual([])
    await suspicion(page).getByRole('link', { name: '<b>阳湖托育园</b>' }).click()
    await panel(page).getByText('<b>阳湖托育园</b>').first().waitFor()
  })

  it('is ruled on by a reviewer with a reason, which is kept while it is typed', async () => {
    const page = await as('fuzeren')
    await page.goto(address)
    await suspicion(page).getByText('待认定').waitFor()
    await suspicion(page).getByRole('button', { name: '认定…… 照片重复' }).click()
    await suspicion(page).getByRole('button', { name: '保存认定' }).click()
    await suspicion(page).getByRole('alert').getByText('请选择疑点成立还是不成立').waitFor()
    await suspicion(page).getByRole('radio', { name: '成立，应予更正' }).check()
    await suspicion(page).getByRole('button', { name: '保存认定' }).click()
    await suspicion(page).getByRole('alert').getByText('请写明理由').waitFor()
    await suspicion(page).getByLabel('理由（会留在记录里）').fill('两处用了同一张照片')
    await page.reload()
    expect(await suspicion(page).getByLabel('理由（会留在记录里）').inputValue()).toBe('两处用了同一张照片')
    expect(await accessibilityFaults(page)).toEqual([])
    await suspicion(page).getByRole('button', { name: '保存认定' }).click()
    await suspicion(page).getByRole('list', { name: '认定记录' }).getByText('两处用了同一张照片').waitFor()
    expect(await suspicion(page).getByRole('list', { name: '认定记录' }).innerText()).toContain('分管负责人')
    await page.reload()
    expect(await appears(suspicion(page).getByText('两处用了同一张照片'))).toBe(true)
  })

  it('is before the reviewer of the month, who rules again; both rulings stay', async () => {
    const district = await as('tianning')
    const unit = await ownUnit(district)
    await post(district, `${programme}/sheets/${february}/${unit}/submission`, {
      cells: [
        {
          indicatorId,
          seen: 0,
          typed: { ...nothingTyped, value: '1', problem: '进度偏慢', nextStep: '加快' },
        },
      ],
      lateReason: '补报',
    })
    const page = await as('fuzeren')
    await page.goto(`${programme}/review?month=${february}`)
    await page.getByText(/这张照片已用于武进区的/).waitFor()
    await page.getByText('佐证与疑点').click()
    await suspicion(page).getByRole('button', { name: '改判…… 照片重复' }).click()
    await suspicion(page).getByRole('radio', { name: '不成立，已有说明' }).check()
    await suspicion(page).getByLabel('理由（会留在记录里）').fill('同一场所的两处门面，已现场核实')
    await suspicion(page).getByRole('button', { name: '保存认定' }).click()
    const record = suspicion(page).getByRole('list', { name: '认定记录' })
    await record.getByText('已现场核实').waitFor()
    expect(await record.getByRole('listitem').count()).toBe(2)
    expect(await accessibilityFaults(page)).toEqual([])
    // The same bytes are kept once, under the name they came with first.
    await seen(page.getByRole('article'), '<img src=x onerror=alert(1)>.jpg')
  })
})
