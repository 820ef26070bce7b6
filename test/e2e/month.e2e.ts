import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgersPage } from '../../src/contract/ledgers.ts'
import type { Sheet } from '../../src/contract/reporting.ts'
import { figureOf } from '../../src/domain/reporting/actual.ts'
import type { MonthSnapshot, SnapshotIndicator } from '../../src/domain/reporting/snapshot.ts'
import { parsePlainDate } from '../../src/domain/values/plain-date.ts'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { openDatedSite, type DatedSite } from '../support/dated-site.ts'
import { fillTemplate, type FileName, type TemplateRow } from '../support/filled-template.ts'
import { samplePhotograph } from '../support/sample-photograph.ts'
import { statedColumn } from '../support/stated-month.ts'
import { appears, demoProgramme, visit, type Visit } from '../support/visit.ts'

const districts = {
  xiaqu: '武进区',
  tianning: '天宁区',
  zhonglou: '钟楼区',
  xinbei: '新北区',
  jintan: '金坛区',
  liyang: '溧阳市',
  jingkai: '常州经开区',
} as const
type Officer = keyof typeof districts
const officers = Object.keys(districts) as Officer[]
const march = '2023-03-01'
const marchEnd = parsePlainDate('2023-03-31')
/** What the default plan gives: 86 promises to each district, 24 to the lead units themselves. */
const cellsOfDistrict = 86
const cellsOfLeads = 24
const allCells = 7 * cellsOfDistrict + cellsOfLeads

let site: DatedSite
let browser: Browser
let programme: string
let desk: Visit

beforeAll(async () => {
  site = await openDatedSite('2023-02-20T09:00:00+08:00')
  browser = await openBrowser()
  desk = await visit(browser, { site: site.url })
  desk.page.setDefaultTimeout(30_000)
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url })
  programme = await demoProgramme(desk.page)
})
afterAll(async () => {
  try {
    await desk.leave()
  } finally {
    await browser.close()
    await site.close()
  }
})

/** One after the other at the same desk: the browser has the product's files already. */
async function as(signInName: string): Promise<Page> {
  const { page } = desk
  const response = await page.request.post(`${site.url}/api/session`, {
    data: { signInName, password: 'jiannuo-demo' },
    headers: { origin: site.url },
  })
  if (!response.ok()) throw new Error(`${signInName} could not sign in: ${await response.text()}`)
  return page
}

async function get<Answer>(page: Page, path: string): Promise<Answer> {
  const response = await page.request.get(`/api${programme}${path}`)
  if (!response.ok()) throw new Error(`${path}: ${await response.text()}`)
  return response.json()
}

type Progress = { units: { unitId: string; unit: string; cells: number }[] }
async function unitNamed(page: Page, name: string): Promise<string> {
  const { units } = await get<Progress>(page, `/sheets/${march}`)
  const found = units.find(({ unit }) => unit === name)
  if (!found) throw new Error(`${name} reports nothing`)
  return found.unitId
}

const sheetOf = (page: Page, unitId: string) => get<Sheet>(page, `/sheets/${march}/${unitId}`)

/** Opens a unit's first ledger of a kind; what it is to have reached by the end of March. */
async function openLedger(page: Page, unit: string, kind: string): Promise<number> {
  const unitId = await unitNamed(page, unit)
  const { ledgers } = await get<LedgersPage>(page, `/ledgers?unitId=${unitId}`)
  const row = ledgers.find(({ target }) => target.ledger === kind)
  if (!row) throw new Error(`${unit} has no ledger of ${kind}`)
  const { cells } = await sheetOf(page, unitId)
  await page.goto(`${programme}/ledgers/${row.indicatorId}?unit=${unitId}`)
  await page.getByRole('button', { name: '批量导入' }).waitFor()
  return Number(cells.find(({ indicatorId }) => indicatorId === row.indicatorId)?.plan?.value ?? 0)
}

const panel = (page: Page) => page.getByRole('complementary')
const photographIn = (place: Locator) => place.getByRole('img', { name: '现场.jpg', exact: true })

/** A unit's sheet: its column pasted as it was copied from a spreadsheet, and submitted. */
async function report(
  page: Page,
  unit: string,
  count: number,
  change = (line: string[]) => line,
): Promise<void> {
  const unitId = await unitNamed(page, unit)
  const { cells } = await sheetOf(page, unitId)
  await page.goto(`${programme}/sheets/${unitId}?month=${march}`)
  const column = change(statedColumn(cells, marchEnd)).join('\r\n')
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(column)})`)
  await page.locator('[data-column="figure"]').first().focus()
  await page.keyboard.press('Control+v')
  await page.getByRole('button', { name: `提交 ${count} 项` }).click()
  await page.getByText(`已提交 ${count} 项`).waitFor()
}

describe('a month of the sample programme', { timeout: 120_000 }, () => {
  it('begins with all 110 promises split by those who lead them, in three acts', async () => {
    const page = await as('qiantou')
    await page.goto(`${programme}/plans`)
    await page.getByRole('button', { name: '选择全部待分解（110）' }).click()
    await page.getByRole('button', { name: '按默认分解（110）' }).click()
    await page.getByRole('button', { name: '提交 110 项分解' }).click()
    await page.getByText('已提交 110 项分解').waitFor()
    expect(await appears(page.getByRole('button', { name: '待分解 0' }))).toBe(true)
  })

  it('is signed for by seven districts with one act each, and by the lead units for what they carry', async () => {
    for (const [signInName, count] of [
      ...officers.map((officer) => [officer, cellsOfDistrict] as const),
      ['qiantou', cellsOfLeads] as const,
    ]) {
      const page = await as(signInName)
      await page.goto(`${programme}/signing`)
      await page.getByRole('button', { name: `全部签收（${count}）` }).click()
      await page.getByText('待签收 0 项').waitFor()
    }
    const page = await as('qiantou')
    await page.goto(`${programme}/plans`)
    expect(await appears(page.getByRole('button', { name: '已签收 110' }))).toBe(true)
  })

  it('opens by its rule and not before; the inbox leads to the sheet', async () => {
    await site.moveTo('2023-03-19T09:00:00+08:00')
    const before = await as('xiaqu')
    await before.goto(`${programme}/sheets?month=${march}`)
    await before.getByText('2023年3月 · 未开放').waitFor({ state: 'attached' })
    await site.moveTo('2023-03-20T09:00:00+08:00')
    const page = await as('xiaqu')
    await page.goto('/inbox')
    await page.getByRole('link', { name: '2023年3月的月报可以填报了，共 86 项' }).click()
    const sheet = page.getByRole('heading', { level: 1, name: '武进区：2023年3月填报' })
    expect(await appears(sheet)).toBe(true)
  })

  it.each<
    [
      signInName: string,
      unit: string,
      kind: string,
      name: FileName,
      rowsFor: (planned: number) => TemplateRow[],
    ]
  >([
    [
      'xiaqu',
      '武进区',
      'points',
      '点位.xlsx',
      (planned) => [
        { 点位名称: '湖塘一号点', 地址: '湖塘镇1号', 数量: Math.max(1, planned), 完成日期: '2023-03-02' },
        { 点位名称: '湖塘二号点', 地址: '湖塘镇2号', 数量: 1, 完成日期: '2023/3/3' },
      ],
    ],
    [
      'tianning',
      '天宁区',
      'works',
      '工程.xlsx',
      (planned) => [
        { 工程名称: '青龙路一标段', 完成工程量: planned, 完成日期: '2023-03-10' },
        { 工程名称: '青龙路二标段', 完成工程量: 0.5, 完成日期: '2023-03-11' },
      ],
    ],
    [
      'liyang',
      '溧阳市',
      'households',
      '户.csv',
      (planned) =>
        Array.from({ length: Math.max(1, planned) }, (_, at) => ({
          户编号: `溧阳-${String(at + 1).padStart(4, '0')}`,
          完成日期: '2023-03-02',
        })),
    ],
    [
      'zhonglou',
      '钟楼区',
      'beneficiaries',
      '受益.csv',
      (planned) => [
        { 批次名称: '三月第一批', 所属月份: '2023-03', 受益人次: planned },
        { 批次名称: '三月第二批', 所属月份: '2023-03', 受益人次: 11 },
      ],
    ],
    [
      'jintan',
      '金坛区',
      'coverage',
      '覆盖.xlsx',
      () => [{ 所属月份: '2023-03', 实际覆盖数: 991, 应覆盖数: 1003 }],
    ],
    [
      'qiantou',
      '市卫健委',
      'stages',
      '形象进度.xlsx',
      () => [{ 工程名称: '检验检测大楼', 已到节点: '立项', 到达日期: '2023-02-24' }],
    ],
  ])(
    'has ledgers from real files: %s, %s, loads %s by its template',
    async (signInName, unit, kind, name, rowsFor) => {
      await site.moveTo('2023-03-27T09:00:00+08:00')
      const page = await as(signInName)
      const rows = rowsFor(await openLedger(page, unit, kind))
      await page.getByRole('button', { name: '批量导入' }).click()
      const downloading = page.waitForEvent('download')
      await panel(page).getByRole('link', { name: '下载模板 .xlsx' }).click()
      const template = readFileSync(await (await downloading).path())
      await panel(page)
        .getByLabel('台账文件（.xlsx 或 .csv）')
        .setInputFiles(fillTemplate(template, name, rows))
      expect(await appears(panel(page).getByText(`已录入 ${rows.length} 条，待审核。`))).toBe(true)
    },
  )

  it('has a photograph as proof; the same one elsewhere is a doubt, and the reviewer decides with both in view', async () => {
    const photograph = {
      name: '现场.jpg',
      mimeType: 'image/jpeg',
      buffer: await samplePhotograph(7, { takenAt: '2023:03:02 10:00:00' }),
    }
    const owner = await as('xiaqu')
    await openLedger(owner, '武进区', 'points')
    await owner.getByRole('button', { name: '湖塘一号点' }).click()
    await panel(owner).getByLabel('添加照片或文件').setInputFiles(photograph)
    await photographIn(panel(owner)).waitFor()
    const genuine = owner.url()

    const other = await as('xinbei')
    await openLedger(other, '新北区', 'points')
    await other.getByRole('button', { name: '录入一条' }).click()
    await panel(other)
      .getByLabel(/^点位名称/)
      .fill('三井一号点')
    await panel(other)
      .getByLabel(/^完成日期/)
      .fill('2023-03-03')
    await panel(other).getByRole('button', { name: '保存' }).click()
    await panel(other).getByRole('button', { name: '查看' }).click()
    await panel(other).getByLabel('添加照片或文件').setInputFiles(photograph)
    await photographIn(panel(other)).waitFor()
    const copied = other.url()

    const reviewer = await as('fuzeren')
    await reviewer.goto(copied)
    await panel(reviewer)
      .getByRole('region', { name: '疑点 1 条' })
      .getByText(/已用于武进区/)
      .waitFor()
    await panel(reviewer).getByLabel(/^原因/).fill('与武进区湖塘一号点是同一张照片')
    await panel(reviewer).getByRole('button', { name: '退回' }).click()
    await panel(reviewer).getByText('退回：与武进区湖塘一号点是同一张照片').waitFor()
    await reviewer.goto(genuine)
    await photographIn(panel(reviewer)).waitFor()
    await panel(reviewer).getByRole('button', { name: '采信' }).click()
    expect(await appears(reviewer.getByText('台账合计（已采信 1 条）'))).toBe(true)
  })

  it('is reported by every unit, one column pasted into each sheet', async () => {
    await site.moveTo('2023-03-28T09:00:00+08:00')
    for (const officer of officers) await report(await as(officer), districts[officer], cellsOfDistrict)
    const page = await as('qiantou')
    const { units } = await get<Progress>(page, `/sheets/${march}`)
    const leads = units.filter(({ unit }) => !Object.values<string>(districts).includes(unit))
    expect(leads.reduce((sum, { cells }) => sum + cells, 0)).toBe(cellsOfLeads)
    for (const { unit, cells } of leads) await report(page, unit, cells)
  })

  it('is reviewed: the proof in view, one figure returned with its reason, corrected, and submitted again', async () => {
    await site.moveTo('2023-03-29T09:00:00+08:00')
    const reviewer = await as('fuzeren')
    await reviewer.goto(`${programme}/review?month=${march}`)
    await reviewer.getByText(`等您审核 ${allCells} 项`).waitFor()
    const wujin = reviewer
      .getByRole('listitem')
      .filter({ has: reviewer.getByRole('checkbox', { name: /^选中：武进区/ }) })
      .filter({ hasText: '佐证 1 份' })
    await wujin.getByText('佐证与疑点').click()
    await photographIn(wujin).waitFor()
    await wujin.getByRole('checkbox').check()
    await reviewer.getByRole('button', { name: '退回……' }).click()
    await reviewer.getByLabel('退回原因').fill('请核对湖塘二号点是否完工')
    await reviewer.getByRole('button', { name: '退回选中的 1 项' }).click()
    await reviewer.getByText(`等您审核 ${allCells - 1} 项`).waitFor()

    const district = await as('xiaqu')
    await district.goto('/inbox')
    await district.getByRole('link', { name: /被牵头单位退回：请核对湖塘二号点是否完工/ }).click()
    const row = district.getByRole('row').filter({ hasText: '请核对湖塘二号点是否完工' })
    await row.getByRole('textbox', { name: /^情况说明/ }).fill('已核对，二号点 3 月 3 日完工验收')
    await district.getByRole('button', { name: '提交 1 项' }).click()
    expect(await appears(district.getByText('已提交 1 项'))).toBe(true)
  })

  it.each([
    ['fuzeren', '2023-03-30T09:00:00+08:00'],
    ['ducha', '2023-03-31T09:00:00+08:00'],
  ])('is approved by %s: what is clean at once, the doubts one by one', async (reviewer, at) => {
    await site.moveTo(at)
    const page = await as(reviewer)
    await page.goto(`${programme}/review?month=${march}`)
    await page.getByText(`等您审核 ${allCells} 项`).waitFor()
    const clean = page.getByRole('button', { name: /^选中无疑点的 \d+ 项$/ })
    const count = Number(/\d+/.exec(await clean.innerText())?.[0])
    expect(count).toBeLessThan(allCells)
    await clean.click()
    await page.getByRole('button', { name: `通过 ${count} 项` }).click()
    await page.getByText(`等您审核 ${allCells - count} 项`).waitFor()
    const doubtful = page.getByRole('listitem').filter({ hasText: '新北区' })
    await page.getByRole('button', { name: `只看有疑点的 ${allCells - count} 项` }).click()
    await doubtful
      .getByText(/照片在别处用过|照片重复/)
      .first()
      .waitFor()
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: `通过 ${allCells - count} 项` }).click()
    await page.getByText('没有等您审核的填报').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('is frozen past its due day: digests, and a figure of its own kind for every one of the 110', async () => {
    await site.moveTo('2023-04-07T09:00:00+08:00')
    const page = await as('ducha')
    await page.goto(`${programme}/periods`)
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: '2023年3月', exact: true }) })
    await row.getByRole('button', { name: '冻结……' }).click()
    await page.getByText('全部填报已通过').waitFor()
    await page.getByRole('button', { name: '冻结为第 1 号' }).click()
    await page.getByText('2023年3月第 1 号').waitFor()
    expect(await appears(page.getByText(/^[0-9a-f]{64}$/).first())).toBe(true)
    const { indicators } = await get<MonthSnapshot>(page, `/freezes/${march}/1`)
    expect(indicators).toHaveLength(110)
    expect(indicators.filter((indicator) => !isCarried(indicator))).toEqual([])
    const fromLedgers = indicators.flatMap(({ target, cells }) =>
      cells.some(({ origin }) => origin === 'ledger') ? [target.ledger] : [],
    )
    expect(new Set(fromLedgers)).toEqual(
      new Set(['points', 'works', 'households', 'beneficiaries', 'coverage', 'stages']),
    )
  })
})

/** Every unit's figure is approved, and says what a promise of this kind is to say. */
function isCarried({ target, approved, missing, cells }: SnapshotIndicator): boolean {
  if (missing.length > 0 || cells.some(({ version }) => version === null)) return false
  const { figure, staged } = figureOf(target)
  if (staged) return cells.every(({ stage }) => stage !== null)
  if (figure === 'ratio') return approved !== null && approved.denominator !== null
  return figure === 'number' ? approved !== null : cells.every(({ narrative }) => narrative !== null)
}
