import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { madeUpTable } from '../support/made-up-table.ts'
import { appears, phone, visit, wide, type Visit } from '../support/visit.ts'
import { openSite } from '../support/site.ts'

const site = await openSite()

type Rows = Parameters<typeof madeUpTable>[2]
const first: Rows = [
  ['绿色宜居工程', '新建口袋公园30个，改造老旧小区12个。', '市园林局'],
  ['绿色宜居工程', '新增公共充电桩500个。', '市发改委'],
  ['健康工程', '为2万名老年人开展免费体检。', '市卫健委'],
]
const second: Rows = [
  ['绿色宜居工程', '新建口袋公园36个，改造老旧小区12个。', '市城管局'],
  ['健康工程', '为2万名老年人开展免费体检，建成社区医院3家。', '市卫健委'],
]
const ofTianning: Rows = [
  ['绿色宜居工程', '新建口袋公园33个，改造老旧小区12个。', '区城管局'],
  ['绿色宜居工程', '新建区图书馆2座。', '区文旅局'],
]

let browser: Browser
let office: Visit
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  office = await visit(browser, { site, as: 'ducha' })
  page = office.page
  page.setDefaultTimeout(10_000)
})
afterEach(() => office.leave())

/** Uploads a made-up table and waits for its dry run. */
async function upload(title: string, year: number, rows: Rows): Promise<void> {
  await page.goto('/imports')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  const buffer = Buffer.from(await madeUpTable(title, year, rows))
  await (await chooser).setFiles({ name: `${title}.docx`, mimeType: 'application/octet-stream', buffer })
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

const dialog = () => page.getByRole('dialog')

async function askToAdopt(): Promise<void> {
  await page.getByRole('button', { name: '确立为年度民生实事' }).click()
  await dialog().waitFor()
}

async function adoptNew(): Promise<string> {
  await askToAdopt()
  await dialog().getByRole('button', { name: '确立', exact: true }).click()
  await page.waitForURL(/\/programmes\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

/** Chooses in one of the dialog's lists, where several tables of the year stand. */
async function choose(label: string, option: string): Promise<void> {
  await dialog().getByRole('combobox', { name: label }).click()
  await page.getByTitle(option, { exact: true }).last().click()
}

/** The text of a row that holds these words. */
const row = (words: string | RegExp) => page.getByRole('row').filter({ hasText: words })

describe('a newer version of an adopted table', () => {
  it('is compared promise by promise, adopted as an amendment, and remembered', async () => {
    const title = '2031年度云州市民生实事项目任务分解表'
    await upload(title, 2031, first)
    const programme = await adoptNew()

    await upload(`${title}（调整）`, 2031, second)
    await askToAdopt()
    await dialog().getByRole('radio', { name: '作为已有分解表的修订' }).check()
    await choose('修订哪一份', title)
    await dialog().getByRole('button', { name: '去比对' }).click()

    await page.getByRole('heading', { level: 1, name: '与已确立的分解表比对' }).waitFor()
    const toggles = page.getByRole('group', { name: '显示哪些变化' }).getByRole('button')
    expect(await toggles.allInnerTexts()).toEqual([
      '改值 1', // 30 → 36
      '移动 0',
      '新增 1', // 3 hospitals
      '撤销 1', // 500 charging points
      '任务改动 4', // two sentences, one lead unit, one task withdrawn
      '未变 2',
    ])
    await row('30 → 36 个').waitFor()
    await row(/市园林局.*市城管局/).waitFor()
    const unchanged = page.getByRole('heading', { name: '未变 2' })
    expect(await unchanged.count()).toBe(0)
    await page.getByRole('button', { name: '未变 2' }).click()
    await unchanged.waitFor()

    await page.getByRole('button', { name: '作为第 1 号修订确立' }).click()
    await dialog().getByRole('button', { name: '确立修订' }).click()
    await dialog().getByText('请写明依据哪一份决定文件。').waitFor()
    await dialog().getByText('请填写决定日期。').waitFor()
    await dialog().getByLabel('依据的决定文件').fill('市人大常委会〔2031〕8号')
    await page.reload()
    // Back in the form, with what was typed.
    expect(await dialog().getByLabel('依据的决定文件').inputValue()).toBe('市人大常委会〔2031〕8号')
    await dialog().getByLabel('决定日期').fill('2031-07-20')
    await page.context().setOffline(true)
    await dialog().getByRole('button', { name: '确立修订' }).click()
    await dialog().getByRole('alert').getByText('连不上服务器').waitFor()
    expect(await dialog().getByLabel('决定日期').inputValue()).toBe('2031-07-20')
    await page.context().setOffline(false)
    await dialog().getByRole('button', { name: '重试' }).click()

    await page.waitForURL((url) => url.pathname === programme)
    await page.getByRole('link', { name: /新建口袋公园36个/ }).waitFor()
    expect(await page.getByRole('link', { name: /新增公共充电桩/ }).count()).toBe(0)

    await page.getByRole('link', { name: '修订记录' }).click()
    const amendment = page.getByRole('region', { name: '第 1 号修订' })
    await amendment.getByText('市人大常委会〔2031〕8号').waitFor()
    expect(await amendment.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^改值\s+新建口袋公园 30 → 36 个/),
      expect.stringMatching(/^新增\s+建成社区医院 3 家/),
      expect.stringMatching(/^撤销\s+新增公共充电桩 500 个/),
    ])

    // The history of one promise alone.
    await amendment.getByRole('link', { name: /看这项承诺.*口袋公园/ }).click()
    const promise = await page.waitForURL(/\/indicators\//).then(() => page.url().split('/').at(-1))
    await page.goto(`${programme}/amendments?indicator=${promise}`)
    await amendment.getByText('新建口袋公园 30 → 36 个').waitFor()
    expect(await amendment.getByRole('listitem').count()).toBe(1)
  })

  it('of another year cannot amend, and says so before anything is typed', async () => {
    await upload('2032年度云州市任务分解表', 2032, first)
    const programme = await adoptNew()
    await upload('2033年度云州市任务分解表', 2033, second)
    await page.goto(`${new URL(page.url()).pathname}/comparison/${programme.split('/').at(-1) ?? ''}`)
    await page.getByText('文件是 2033 年度的，不能用来修订 2032 年度的民生实事。').waitFor()
    expect(await page.getByRole('button', { name: /号修订确立/ }).count()).toBe(0)
    await page.goto(`${programme}/amendments`)
    expect(await appears(page.getByText('自确立以来没有修订。'))).toBe(true)
  })
})

describe('a district’s table', () => {
  it('stands below its programme, and adds up to it or the difference is told', async () => {
    const title = '2039年度云州市民生实事项目任务分解表'
    await upload(title, 2039, first)
    const programme = await adoptNew()
    await page.goto(`${programme}/shares`)
    await page.getByRole('heading', { name: '还没有辖市区的分解表' }).waitFor()

    await upload('2039年度天宁区任务分解表', 2039, ofTianning)
    await askToAdopt()
    await dialog().getByRole('radio', { name: '作为辖市区的分解表' }).check()
    await dialog().getByRole('button', { name: '确立', exact: true }).click()
    await dialog().getByRole('alert').getByText('请选择是哪个辖市区的分解表。').waitFor()
    await choose('辖市区', '天宁区')
    await dialog().getByRole('button', { name: '确立', exact: true }).click()

    await page.waitForURL((url) => url.pathname === `${programme}/shares`)
    await row(/新建口袋公园\s*30 个\s*33\s*33\s*多 3 个/).waitFor() // 33 − 30 = 3
    await row(/改造老旧小区\s*12 个\s*12\s*12\s*一致/).waitFor()
    await row(/新增公共充电桩\s*500 个\s*—\s*—\s*无人承担/).waitFor()
    await page
      .getByRole('region', { name: '天宁区' })
      .getByRole('link', { name: '新建区图书馆 2 座' })
      .waitFor()
    await page.getByRole('button', { name: '只看不一致（3）' }).click()
    await row('改造老旧小区').waitFor({ state: 'detached' })
    expect(page.url()).toContain('only=differences')

    // The newest table of the government is still its own, and the list shows where the district's belongs.
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: title }).waitFor()
    await page.goto('/programmes')
    const listed = page.getByRole('listitem').filter({ hasText: title })
    await listed.getByRole('link', { name: '天宁区' }).waitFor()
    expect(await page.getByRole('link', { name: '2039年度天宁区任务分解表' }).count()).toBe(0)
  })
})

describe('the report of an import', () => {
  it('accounts for every character, and is taken along as a spreadsheet', async () => {
    await upload('2035年度云州市任务分解表', 2035, first)
    await page.getByRole('link', { name: '导入报告' }).click()
    await page.getByRole('heading', { level: 1, name: '导入报告' }).waitFor()
    await page.getByText(/^全文 \d+ 字，无遗漏。$/).waitFor()
    await page.getByText('2 个项目 · 3 项任务 · 4 项承诺').waitFor()
    const ignored = page.getByRole('table', { name: '未采用的文字' })
    await ignored.getByRole('row', { name: /牵头单位 表头/ }).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载 Excel 报告' }).click()
    expect((await download).suggestedFilename()).toMatch(/导入报告（演示）\.xlsx$/)
  })
})

describe.each([
  ['on a wide screen', wide, 2036],
  ['on a phone', phone, 2037],
] as const)('%s', (_, size, year) => {
  it('axe finds nothing on these pages, and nothing reaches beyond the screen', async () => {
    await page.setViewportSize(size)
    await upload(`${year}年度云州市任务分解表`, year, first)
    const programme = await adoptNew()
    await upload(`${year}年度天宁区任务分解表`, year, ofTianning)
    await askToAdopt()
    await dialog().getByRole('radio', { name: '作为辖市区的分解表' }).check()
    expect(await accessibilityFaults(page), 'the choice').toEqual([])
    await choose('辖市区', '天宁区')
    await dialog().getByRole('button', { name: '确立', exact: true }).click()
    await page.waitForURL(/\/shares$/)
    await upload(`${year}年度云州市任务分解表（调整）`, year, second)
    const importAddress = new URL(page.url()).pathname
    const addresses = [
      `${programme}/shares`,
      `${programme}/amendments`,
      `${importAddress}/report`,
      `${importAddress}/comparison/${programme.split('/').at(-1) ?? ''}?show=changed,new,withdrawn,tasks,unchanged`,
    ]
    for (const address of addresses) {
      await page.goto(address)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await accessibilityFaults(page), address).toEqual([])
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        address,
      ).toBe(0)
    }
    await page.getByRole('button', { name: '作为第 1 号修订确立' }).click()
    await dialog().getByRole('button', { name: '确立修订' }).click()
    await dialog().getByRole('alert').first().waitFor()
    expect(await accessibilityFaults(page), 'the decision').toEqual([])
  })
})
